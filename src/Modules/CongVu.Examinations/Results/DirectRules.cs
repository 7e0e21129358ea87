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
    public static DirectOutcome Of(IReadOnlyCollection<int> marks, int examiners, int mostApart, DirectDecision? decision)
    {
        if (decision is not null) return new DirectOutcome.Settled(decision.Hundredths, decision.IsAbsent, decision.IsAbsent ? "Vắng mặt" : "Chủ tịch hội đồng quyết định");
        if (marks.Count < examiners) return new DirectOutcome.Waits(examiners - marks.Count);
        var apart = marks.Max() - marks.Min();
        return apart > mostApart ? new DirectOutcome.Differs(apart) : new DirectOutcome.Settled((int)Math.Round((decimal)marks.Sum() / marks.Count, MidpointRounding.AwayFromZero), false, $"Trung bình cộng của {marks.Count} người chấm");
    }
}
