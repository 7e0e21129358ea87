using System.Diagnostics;

namespace CongVu.Law.Mutants;

internal static class Trial
{
    public static int Run(string report, string mutated, string folder, string[] rest)
    {
        var workers = rest.Length > 0 ? int.Parse(rest[0]) : 1;
        Directory.CreateDirectory(folder);
        var clock = Stopwatch.StartNew();
        if (!File.Exists(CoverageFile(folder))) Coverage.Measure(Make(mutated)).Write(CoverageFile(folder));
        Console.WriteLine($"Coverage known after {clock.Elapsed.TotalSeconds:0} s.");
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, part => Supervise(["work", report, mutated, folder, $"{part}", $"{workers}", .. rest.Skip(1)]));
        Console.WriteLine($"Tried in {clock.Elapsed.TotalMinutes:0.0} minutes with {workers} workers.");
        return Report.Print(report, folder);
    }

    /// <summary>A worker ends where a mutant never ends, overflows the stack or eats the memory; the next one goes on behind it.</summary>
    private static void Supervise(string[] arguments)
    {
        string? before = null;
        while (true)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, Path.GetFileName(Environment.ProcessPath!) is "dotnet" ? [typeof(Trial).Assembly.Location, .. arguments] : arguments);
            start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
            start.Environment["DOTNET_TieredPGO"] = "0";
            using var process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode is 0) return;
            var last = Last(arguments);
            if (last is null || (last == before && !last.EndsWith(" begun"))) throw new InvalidOperationException($"A worker ended with {process.ExitCode} and tried nothing.");
            before = last;
        }
    }

    private static string? Last(string[] arguments) =>
        File.Exists(VerdictFile(arguments[3], int.Parse(arguments[4]))) ? File.ReadLines(VerdictFile(arguments[3], int.Parse(arguments[4]))).LastOrDefault() : null;

    public static int Work(string report, string mutated, string folder, int part, int parts, string[] only)
    {
        var verdicts = new Verdicts(VerdictFile(folder, part));
        verdicts.CloseWhatIsOpen();
        var known = All(folder);
        var open = Mutant.Read(report).Where(m => m.IsInTheAssembly && m.Id % parts == part && !known.ContainsKey(m.Id) && (only.Length == 0 || only.Any(o => m.File.StartsWith(o, StringComparison.Ordinal))));

        // In no order of place, so that a run that is stopped has tried a fair sample.
        return new Worker(() => Make(mutated), Coverage.Read(CoverageFile(folder)), verdicts).Try([.. open.OrderBy(m => unchecked((uint)m.Id * 2_654_435_761u))]);
    }

    public static Dictionary<int, (Verdict Verdict, string By)> All(string folder) =>
        Directory.EnumerateFiles(folder, "verdicts-*.txt").SelectMany(f => new Verdicts(f).Read()).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Last().Value);

    private static World Make(string mutated) => new(Path.GetFullPath(mutated), typeof(Trial).Assembly.Location.Replace("CongVu.Law.Mutants.dll", "CongVu.Law.Tests.dll"));

    private static string CoverageFile(string folder) => Path.Combine(folder, "coverage.json");

    private static string VerdictFile(string folder, int part) => Path.Combine(folder, $"verdicts-{part}.txt");
}
