using CongVu.Platform.Text;

namespace CongVu.Decisions.Numbers;

/// <summary>The numbers of a register as runs without a gap, and what is missing between them.</summary>
/// <param name="Runs">First and last of each run, in order.</param>
/// <param name="LastGiven">The last number the register has given out; null where only the past is looked at.</param>
internal sealed record NumberRuns(IReadOnlyList<(int First, int Last)> Runs, int? LastGiven)
{
    /// <summary>Runs of numbers in ascending order.</summary>
    public static NumberRuns Of(IEnumerable<int> ascending, int? lastGiven)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var number in ascending)
            if (runs.Count > 0 && number <= runs[^1].Last + 1) runs[^1] = (runs[^1].First, Math.Max(runs[^1].Last, number));
            else runs.Add((number, number));
        return new NumberRuns(runs, lastGiven);
    }

    /// <summary>What lies between 1 and the last number and is not there.</summary>
    public IReadOnlyList<(int First, int Last)> Missing
    {
        get
        {
            var missing = new List<(int, int)>();
            var next = 1;
            foreach (var (first, last) in Runs)
            {
                if (first > next) missing.Add((next, first - 1));
                next = last + 1;
            }
            if (LastGiven >= next) missing.Add((next, LastGiven.Value));
            return missing;
        }
    }

    /// <summary>True when every number from 1 on is there.</summary>
    public bool IsContinuous => Missing.Count == 0;

    /// <summary>"Số 1–128 liên tục, không thiếu số nào." or what is missing.</summary>
    public string Proof => Runs.Count == 0 && IsContinuous ? "Chưa có số nào."
        : IsContinuous ? $"Số {Words(Runs)} liên tục, không thiếu số nào."
        : $"Có số {Words(Runs)}. Thiếu {VnFormat.Count(Missing.Sum(m => m.Last - m.First + 1))} số: {Words(Missing)}.";

    private static string Words(IReadOnlyList<(int First, int Last)> runs) =>
        string.Join(", ", runs.Take(20).Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}–{r.Last}")) + (runs.Count > 20 ? ", …" : "");
}
