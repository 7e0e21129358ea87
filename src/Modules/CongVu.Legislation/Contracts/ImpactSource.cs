using CongVu.Law;
using CongVu.Platform.Time;

namespace CongVu.Legislation.Contracts;

/// <summary>What would change if a value came to hold.</summary>
/// <param name="Key">The parameter.</param>
/// <param name="From">First day of the value.</param>
/// <param name="Before">The law without it…</param>
/// <param name="DayBefore">…and the day on which to ask that law.</param>
/// <param name="After">The law with it, to be asked on <paramref name="From"/>.</param>
/// <param name="Today">The record as it is now.</param>
public sealed record ImpactQuestion(string Key, DateOnly From, LawBook Before, DateOnly DayBefore, LawBook After, AsOf Today);

/// <summary>One person (case, form) for whom something changes, or for whom it cannot be told.</summary>
/// <param name="SubjectId">Who or what; null when it has no id.</param>
/// <param name="SortKey">Orders the lines within a unit.</param>
/// <param name="UnitId">Unit, for the gate: lines of a unit the reader may not see are not shown. Null: not personal.</param>
/// <param name="UnitName">The agency by which lines are summed up.</param>
/// <param name="BeforeAmount">Đồng, where money changes; these are summed.</param>
/// <param name="Problem">Why it cannot be told, in Vietnamese; before and after are then empty.</param>
public sealed record ImpactLine(
    Guid? SubjectId, string Subject, string SortKey, string? Href, Guid? UnitId, string UnitName, string Before, string After,
    long? BeforeAmount = null, long? AfterAmount = null, string? Problem = null);

/// <summary>
/// A module's way to tell what a value of the law changes in its matters. Registered as a scoped service; run by a job, for the whole province, without
/// a gate: the page filters by unit.
/// </summary>
public abstract class ImpactSource
{
    /// <summary>Stable code, unique in the installation.</summary>
    public abstract string Code { get; }

    /// <summary>Vietnamese heading: "Tiền lương tháng".</summary>
    public abstract string Title { get; }

    /// <summary>Whether a value of this parameter can change anything here.</summary>
    public abstract bool Concerns(string key);

    /// <summary>
    /// The lines that change, streamed. <paramref name="lookedAt"/> is called with the number of cases compared so far, at least once in a few
    /// thousand.
    /// </summary>
    /// <exception cref="OutsideCoverageException">The law of one of the two days is not in the data.</exception>
    public abstract IAsyncEnumerable<ImpactLine> RunAsync(ImpactQuestion question, Action<int> lookedAt, CancellationToken ct);
}
