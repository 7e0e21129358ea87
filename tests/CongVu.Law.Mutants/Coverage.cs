using System.Diagnostics;
using System.Text.Json;

namespace CongVu.Law.Mutants;

/// <summary>Which tests pass which mutants, and how long they take.</summary>
/// <param name="Tests">Every test, its milliseconds of a second run, and the mutants it then passes.</param>
/// <param name="AtFirst">Mutants some test passes only in its first run: they change what is made once and kept.</param>
internal sealed record Coverage(IReadOnlyList<Coverage.Passage> Tests, HashSet<int> AtFirst)
{
    internal sealed record Passage(string Test, double Milliseconds, HashSet<int> Mutants);

    public static Coverage Measure(World world)
    {
        world.Watch();
        var first = Pass(world);
        var second = Pass(world);
        var atFirst = first.Zip(second).SelectMany(p => p.First.Mutants.Except(p.Second.Mutants)).ToHashSet();
        return new Coverage(second, atFirst);
    }

    private static List<Passage> Pass(World world)
    {
        var passages = new List<Passage>();
        foreach (var test in world.Tests)
        {
            var clock = Stopwatch.StartNew();
            if (test.Run() is { } failure) throw new InvalidOperationException($"{test.Name} fails without any mutant.", failure);
            passages.Add(new Passage(test.Name, clock.Elapsed.TotalMilliseconds, world.Passed()));
        }
        return passages;
    }

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));

    public static Coverage Read(string file) => JsonSerializer.Deserialize<Coverage>(File.ReadAllText(file))!;
}
