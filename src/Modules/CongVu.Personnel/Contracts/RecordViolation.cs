namespace CongVu.Personnel.Contracts;

/// <summary>A planned change would break a record.</summary>
/// <param name="Rule">Stable name of the rule, e.g. <c>rank-needs-employment</c>.</param>
/// <param name="PersonId">Whose record.</param>
/// <param name="EffectId">Effect that no longer makes sense: a planned one, or one on record already.</param>
/// <param name="Message">What is wrong and how to cure it, in Vietnamese.</param>
public sealed record RecordViolation(string Rule, Guid PersonId, Guid EffectId, string Message);

/// <summary>
/// Effects were to be applied that break a record. <see cref="PersonActRules"/> says so beforehand; this is the last line of
/// defence, for records that changed between the check and the day.
/// </summary>
public sealed class RecordRefusedException(IReadOnlyList<RecordViolation> violations)
    : InvalidOperationException(string.Join(" ", violations.Select(v => v.Message).Distinct()))
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<RecordViolation> Violations { get; } = violations;
}
