using CongVu.Platform.Acts;

namespace CongVu.Organisation.Contracts;

/// <summary>
/// What modules above keep about a unit and would lose their ground if the unit did not exist from a day on, e.g. people
/// employed in it. Register with <c>services.AddScoped&lt;UnitDependents, X&gt;()</c>.
/// </summary>
public abstract class UnitDependents
{
    /// <summary>Effects that rest on the unit existing on or after the day.</summary>
    public abstract Task<IReadOnlyList<DependentAct>> OnUnitAsync(Guid unitId, DateOnly from, CancellationToken ct);
}
