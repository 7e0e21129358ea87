namespace CongVu.Law.Mutants;

internal enum Verdict { Killed, Survived, Timeout, Crashed, NoCoverage }

/// <summary>What is known so far, a line for each mutant: a worker that dies is started again and goes on from here.</summary>
internal sealed class Verdicts(string file)
{
    public void Begin(int mutant) => File.AppendAllText(file, $"{mutant} begun\n");

    public void End(int mutant, Verdict verdict, string by = "") => File.AppendAllText(file, $"{mutant} {verdict} {by}\n");

    /// <summary>A mutant two workers died of is one the process does not survive; the first may have been stopped from outside.</summary>
    public void CloseWhatIsOpen()
    {
        if (!File.Exists(file) || File.ReadLines(file).LastOrDefault() is not { } last || !last.EndsWith(" begun")) return;
        if (File.ReadLines(file).Count(l => l == last) > 1) End(int.Parse(last.Split(' ')[0]), Verdict.Crashed);
    }

    public IReadOnlyDictionary<int, (Verdict Verdict, string By)> Read()
    {
        var known = new Dictionary<int, (Verdict, string)>();
        if (!File.Exists(file)) return known;
        foreach (var parts in File.ReadLines(file).Select(l => l.Split(' ', 3)).Where(p => p[1] != "begun"))
        {
            known[int.Parse(parts[0])] = (Enum.Parse<Verdict>(parts[1]), parts[2]);
        }
        return known;
    }
}
