using CongVu.Examinations.Data;

namespace CongVu.Examinations.Results;

/// <summary>What the marks given so far come to.</summary>
internal abstract record MarkOutcome
{
    public sealed record Settled(int Hundredths, string How) : MarkOutcome;
    public sealed record Needs(MarkStep Step, string Why) : MarkOutcome;
}

/// <summary>The differences between markers (examinations.marking-differences), on the scale of 100.</summary>
internal static class MarkRules
{
    public static MarkOutcome Of(IReadOnlyDictionary<MarkStep, int> marks, int max, int averageUpTo, int thirdFrom)
    {
        if (marks.TryGetValue(MarkStep.Agreed, out var agreed)) return new MarkOutcome.Settled(agreed, "Trưởng ban chấm thi quyết định sau khi trao đổi");
        if (!marks.TryGetValue(MarkStep.First, out var first)) return new MarkOutcome.Needs(MarkStep.First, "Chờ chấm lần thứ nhất");
        if (!marks.TryGetValue(MarkStep.Second, out var second)) return new MarkOutcome.Needs(MarkStep.Second, "Chờ chấm lần thứ hai");
        // Without division: |a − b| on the scale of 100 against the bound.
        var difference = Math.Abs(first - second) * 10_000L;
        if (difference <= (long)averageUpTo * max) return new MarkOutcome.Settled((first + second + 1) / 2, "Trung bình cộng hai lần chấm");
        if (difference < (long)thirdFrom * max) return new MarkOutcome.Needs(MarkStep.Agreed, "Hai lần chấm lệch, hai người chấm trao đổi, Trưởng ban quyết định");
        if (!marks.TryGetValue(MarkStep.Third, out var third)) return new MarkOutcome.Needs(MarkStep.Third, "Hai lần chấm lệch nhiều, chấm lần thứ ba");
        return third == first || third == second ? new MarkOutcome.Settled(third, "Hai trong ba lần chấm bằng nhau") : new MarkOutcome.Needs(MarkStep.Agreed, "Ba lần chấm khác nhau, ban chấm thi quyết định tập thể");
    }
}
