using CongVu.Law;
using CongVu.Legislation.Data;

namespace CongVu.Legislation.Domain;

/// <summary>How a value stands after all comparisons known at an instant.</summary>
/// <param name="LastOn">Day of the last comparison: by an officer, or else the day noted in the data.</param>
/// <param name="Status">As noted in the data, or text-read once an officer found it right.</param>
/// <param name="By">The officer's comparison that says so.</param>
/// <param name="FoundWrong">The last comparison found it wrong and nothing has replaced the value since.</param>
internal sealed record Standing(DateOnly LastOn, VerificationStatus Status, Confidence? Confidence, SourceCheck? By, bool FoundWrong)
{
    /// <summary>After this many months a comparison is too old.</summary>
    public const int MonthsFresh = 12;

    public bool IsStale(DateOnly today) => LastOn.AddMonths(MonthsFresh) < today;
}

/// <summary>Comparisons with the gazette; a value compared and found right counts as read.</summary>
internal sealed class Comparisons(IReadOnlyList<SourceCheck> all)
{
    private readonly ILookup<(string, DateOnly?), SourceCheck> byTarget = all.ToLookup(c => (c.Target, c.FromDay));

    /// <summary>All comparisons of a value or instrument known at an instant, latest first.</summary>
    public IReadOnlyList<SourceCheck> Of(string target, DateOnly? from, DateTime? knownAt) =>
        [.. byTarget[(target, from)].Where(c => knownAt is null || c.RecordedAt <= knownAt).OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.RecordedAt)];

    /// <summary>How a dated value stands, its worst row counted for a table.</summary>
    public Standing Of(LawParameter parameter, Dated<object> value, DateTime? knownAt)
    {
        var worst = value.Value is LawTable table ? table.Rows.Select(r => r.Verification).Append(value.Verification).MaxBy(Weight) : value.Verification;
        return Of(parameter.Name.Key, value.From, value.Parameter.Checked ?? parameter.Checked, worst, knownAt);
    }

    /// <summary>How an instrument stands.</summary>
    public Standing Of(Instrument instrument, DateTime? knownAt) => Of(instrument.Number, null, instrument.Checked, instrument.Verification, knownAt);

    /// <summary>The larger the less is known.</summary>
    public static int Weight(Verification verification) => ((int)verification.Status * 10) + (int)(verification.Confidence ?? Confidence.High);

    private Standing Of(string target, DateOnly? from, DateOnly noted, Verification verification, DateTime? knownAt)
    {
        var last = Of(target, from, knownAt).FirstOrDefault();
        if (last is null || last.CheckedOn < noted) return new Standing(noted, verification.Status, verification.Confidence, null, false);
        return last.Outcome == CheckOutcome.Right
            ? new Standing(last.CheckedOn, VerificationStatus.TextRead, null, last, false)
            : new Standing(last.CheckedOn, verification.Status, verification.Confidence, last, true);
    }
}
