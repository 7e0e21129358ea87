namespace CongVu.Law.Mutants;

internal static class Report
{
    /// <summary>The figures of each folder as a table, and every mutant still alive with its place.</summary>
    public static int Print(string report, string folder)
    {
        var mutants = Mutant.Read(report);
        var known = Trial.All(folder);
        Console.WriteLine("| folder | mutants | killed | timeout | survived | no coverage | score | not compiled |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var group in mutants.GroupBy(m => m.Folder).OrderBy(g => g.Key, StringComparer.Ordinal)) Line(group.Key, [.. group], known);
        Line("all", mutants, known);

        using var alive = new StreamWriter(Path.Combine(folder, "alive.txt"));
        foreach (var mutant in mutants.Where(m => m.IsInTheAssembly && known.TryGetValue(m.Id, out var v) && v.Verdict is Verdict.Survived or Verdict.NoCoverage).OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line))
        {
            alive.WriteLine($"{mutant.File}:{mutant.Line}:{mutant.Column} [{mutant.Id} {known[mutant.Id].Verdict} {mutant.Mutator}] {OneLine(mutant.Original)}  →  {OneLine(mutant.Replacement)}");
        }
        return 0;
    }

    private static void Line(string name, IReadOnlyCollection<Mutant> mutants, IReadOnlyDictionary<int, (Verdict Verdict, string By)> known)
    {
        var tried = mutants.Where(m => m.IsInTheAssembly && known.ContainsKey(m.Id)).Select(m => known[m.Id].Verdict).ToList();
        int Count(params Verdict[] which) => tried.Count(which.Contains);
        var killed = Count(Verdict.Killed, Verdict.Timeout, Verdict.Crashed);
        Console.WriteLine($"| {name} | {tried.Count} | {Count(Verdict.Killed)} | {Count(Verdict.Timeout, Verdict.Crashed)} | {Count(Verdict.Survived)} | {Count(Verdict.NoCoverage)} "
            + $"| {(tried.Count == 0 ? 0 : 100.0 * killed / tried.Count):0.0} % | {mutants.Count(m => m.Status is "CompileError")} |");
    }

    private static string OneLine(string text) => string.Join(' ', text.Split('\n').Select(l => l.Trim())) is { Length: > 160 } long_ ? long_[..160] + "…" : string.Join(' ', text.Split('\n').Select(l => l.Trim()));
}
