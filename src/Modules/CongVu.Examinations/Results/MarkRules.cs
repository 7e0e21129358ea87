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

    /// <summary>Marking again by another pair: equal marks stand, else a third marks, else the mean of the three. A change as large as the bound needs a dialogue with the first markers.</summary>
    public static MarkOutcome OfAppeal(IReadOnlyDictionary<MarkStep, int> marks, int before, int max, int dialogueFrom)
    {
        if (marks.TryGetValue(MarkStep.AppealAgreed, out var agreed)) return new MarkOutcome.Settled(agreed, "Phúc khảo: Trưởng ban chấm thi quyết định sau đối thoại");
        if (!marks.TryGetValue(MarkStep.AppealFirst, out var first)) return new MarkOutcome.Needs(MarkStep.AppealFirst, "Phúc khảo, chờ chấm lần thứ nhất");
        if (!marks.TryGetValue(MarkStep.AppealSecond, out var second)) return new MarkOutcome.Needs(MarkStep.AppealSecond, "Phúc khảo, chờ chấm lần thứ hai");
        var (score, how) = (first, "Phúc khảo: hai lần chấm bằng nhau");
        if (first != second)
        {
            if (!marks.TryGetValue(MarkStep.AppealThird, out var third)) return new MarkOutcome.Needs(MarkStep.AppealThird, "Phúc khảo, hai lần chấm khác nhau, chấm lần thứ ba");
            (score, how) = third == first || third == second ? (third, "Phúc khảo: hai trong ba lần chấm bằng nhau")
                : ((int)Math.Round((first + second + third) / 3m, MidpointRounding.AwayFromZero), "Phúc khảo: trung bình cộng ba lần chấm");
        }
        return Math.Abs(score - before) * 10_000L < (long)dialogueFrom * max ? new MarkOutcome.Settled(score, how) : new MarkOutcome.Needs(MarkStep.AppealAgreed, "Phúc khảo lệch nhiều so với điểm đã công bố, đối thoại giữa hai cặp chấm");
    }
}
