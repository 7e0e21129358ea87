using CongVu.Law.Pay;

namespace CongVu.Pay.Sheets;

/// <summary>An allowance beside those of the rank and the post, in đồng a month.</summary>
internal sealed record OtherPart(string Name, long Amount);

/// <summary>What somebody is paid in a month, by what the record says on its first day.</summary>
/// <param name="Holding">Null when there is nothing to be paid by a table.</param>
/// <param name="Problem">Why it cannot be computed; null when it was.</param>
internal sealed record PayOfMonth(DateOnly Month, PayHolding? Holding, MonthlyPayOutcome Pay, IReadOnlyList<OtherPart> Others, string? Problem, string? Note)
{
    public long Other => Others.Sum(o => o.Amount);
    public long Total => Pay.Total + Other;

    /// <summary>True when the month before paid the same for the same reasons.</summary>
    public bool SameAs(PayOfMonth other) => Problem == other.Problem && Pay == other.Pay && Others.SequenceEqual(other.Others) && Holding?.Table == other.Holding?.Table && Holding?.Step == other.Holding?.Step;
}

/// <summary>A stretch of months with the same pay.</summary>
internal sealed record PayStretch(DateOnly From, DateOnly? Until, PayOfMonth Pay);
