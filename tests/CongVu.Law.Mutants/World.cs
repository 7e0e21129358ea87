using System.Reflection;
using System.Runtime.Loader;

namespace CongVu.Law.Mutants;

/// <summary>
/// The mutated engine and its tests, loaded apart: what is static in one world is not in the next. Stryker's own runner reuses the process, so a value made once
/// (the loaded law, a regime) would hide a mutant, or let it kill those that follow.
/// </summary>
internal sealed class World
{
    /// <summary>Time limits say nothing about right or wrong figures.</summary>
    private static readonly HashSet<string> LeftOut = ["BulkTests"];

    private readonly Type _control;

    public World(string mutated, string tests)
    {
        var context = new Context(new() { ["CongVu.Law"] = mutated, ["CongVu.Law.Tests"] = tests });
        _control = context.LoadFromAssemblyName(new AssemblyName("CongVu.Law")).GetTypes().Single(t => t.Name == "MutantControl");
        Tests = TestCase.Of(context.LoadFromAssemblyName(new AssemblyName("CongVu.Law.Tests")), LeftOut);
    }

    public IReadOnlyList<TestCase> Tests { get; }

    public void Activate(int? mutant) => _control.GetField("ActiveMutant")!.SetValue(null, mutant ?? -1);

    public void Watch() => _control.GetField("CaptureCoverage")!.SetValue(null, true);

    /// <summary>The mutants passed since the last time this was asked.</summary>
    public HashSet<int> Passed() => ((IList<int>[])_control.GetMethod("GetCoverageData")!.Invoke(null, null)!).SelectMany(l => l).ToHashSet();

    private sealed class Context(Dictionary<string, string> own) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName name) => name.Name is { } n && own.TryGetValue(n, out var file) ? LoadFromAssemblyPath(file) : null;
    }
}
