using CongVu.Decisions.Due;
using CongVu.Law;

namespace CongVu.Decisions.Contracts;

/// <summary>Somebody whose regular step raise falls due.</summary>
/// <param name="Coefficient">Hundredths; also <paramref name="NextCoefficient"/>.</param>
/// <param name="Due">First day of the next step.</param>
/// <param name="Obstacle">What stands in the way, in Vietnamese; null when nothing is known to.</param>
/// <param name="UnderWayId">The decision in which the raise is already being dealt with, or null.</param>
public sealed record StepRaiseDueRow(
    Guid PersonId, string FullName, string SortKey, DateOnly BirthDate, Guid UnitId, string Category, string RankCode, string TableCode, int Step, int Coefficient, DateOnly StepSince,
    DateOnly Due, int NextStep, int NextCoefficient, string? Obstacle, Guid? UnderWayId);

/// <summary>Who is due for a regular step raise, computed from the record and the law of the due day (Thông tư 08/2013/TT-BNV, Điều 2).</summary>
public sealed class StepRaiseDue
{
    private readonly StepRaiseReckoning _reckoning;

    internal StepRaiseDue(StepRaiseReckoning reckoning) => _reckoning = reckoning;

    /// <summary>
    /// Everybody whose raise falls due in [<paramref name="from"/>, <paramref name="to"/>], by day and name; of a unit and what is below it today, or (null) of all
    /// units that the actor may see. Not in the list: those on the last step.
    /// </summary>
    public Task<IReadOnlyList<StepRaiseDueRow>> ListAsync(Guid? unitId, DateOnly from, DateOnly to, CancellationToken ct) => _reckoning.ListAsync(unitId, from, to, ct);

    /// <summary>How many there are, without naming them.</summary>
    public Task<int> CountAsync(DateOnly from, DateOnly to, CancellationToken ct) => _reckoning.CountAsync(from, to, ct);

    /// <summary>Why a person is due on that day; null when the record has no rank for them.</summary>
    public Task<Explanation?> ExplainAsync(Guid personId, CancellationToken ct) => _reckoning.ExplainAsync(personId, ct);
}
