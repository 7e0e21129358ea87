using CongVu.Law;
using CongVu.Platform.Acts;

namespace CongVu.Decisions.Contracts;

/// <summary>Everything an action says about one case: errors in what was typed, conditions, effects and how they were computed.</summary>
public sealed record Assessment
{
    /// <summary>Errors at fields; with any of them there are no effects.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The conditions, in the order of the rule book.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>What the act will do to the record.</summary>
    public IReadOnlyList<PlannedEffect> Effects { get; init; } = [];

    /// <summary>The change in one line, e.g. "Bậc 3 (3,00) → bậc 4 (3,33) từ 01/03/2026".</summary>
    public string Summary { get; init; } = "";

    /// <summary>How the figures came about, where any were computed.</summary>
    public Explanation? Explanation { get; init; }
}
