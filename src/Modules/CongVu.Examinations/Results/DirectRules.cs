using CongVu.Examinations.Data;

namespace CongVu.Examinations.Results;

/// <summary>What the marks of the examiners come to.</summary>
internal abstract record DirectOutcome
{
    public sealed record Settled(int Hundredths, bool IsAbsent, string How) : DirectOutcome;
    public sealed record Waits(int Missing) : DirectOutcome;
    /// <summary>Too far apart: the head of the council is told and decides.</summary>
    public sealed record Differs(int Hundredths) : DirectOutcome;
}

/// <summary>Parts marked face to face: at least two examiners, their mean to two decimals; marks further apart than the regulation allows go to the head (TT 22/2025/TT-BNV).</summary>
internal static class DirectRules
{
    /// <summary>With fewer nothing is left to average when two marks are left out.</summary>
    public const int FewestWithDiscard = 5;

    public static DirectOutcome Of(IReadOnlyCollection<int> marks, int examiners, int mostApart, DirectDecision? decision, MarkDiscard discard = MarkDiscard.None)
    {
        if (decision is not null) return new DirectOutcome.Settled(decision.Hundredths, decision.IsAbsent, decision.IsAbsent ? "Vắng mặt" : "Chủ tịch hội đồng quyết định");
        if (marks.Count < examiners) return new DirectOutcome.Waits(examiners - marks.Count);
        // One highest and one lowest: a second as high stays.
        List<int> counted = discard == MarkDiscard.Extremes && marks.Count >= FewestWithDiscard ? [.. marks.Order().Skip(1).SkipLast(1)] : [.. marks];
        var apart = counted.Max() - counted.Min();
        if (apart > mostApart) return new DirectOutcome.Differs(apart);
        var how = counted.Count < marks.Count ? $"Trung bình cộng của {counted.Count} điểm, đã bỏ điểm cao nhất {Exams.ExamWords.Points(marks.Max())} và thấp nhất {Exams.ExamWords.Points(marks.Min())}" : $"Trung bình cộng của {marks.Count} người chấm";
        return new DirectOutcome.Settled((int)Math.Round((decimal)counted.Sum() / counted.Count, MidpointRounding.AwayFromZero), false, how);
    }
}
