using CongVu.Personnel.UseCases;
using CongVu.Platform.Acts;

namespace CongVu.Personnel.Contracts;

/// <summary>
/// Says before an act is signed whether the records could bear it. An act answers for what it breaks: complaints that a record has
/// already are not told again. Effects of other modules are passed over. Sees the caller's open transaction.
/// </summary>
public sealed class PersonActRules
{
    private readonly ActCheck _check;

    internal PersonActRules(ActCheck check) => _check = check;

    /// <summary>Effects that are planned; empty when all is well. Effects applied already count as what they would become.</summary>
    public Task<IReadOnlyList<RecordViolation>> CheckAsync(IReadOnlyList<PlannedEffect> planned, CancellationToken ct) => _check.PlannedAsync(planned, ct);

    /// <summary>Effects that are to be taken out of the record (annulment), together with whatever falls with them.</summary>
    public Task<IReadOnlyList<RecordViolation>> CheckVoidAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct) => _check.VoidedAsync(effectIds, ct);
}
