using CongVu.Decisions.Checks;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;

namespace CongVu.Decisions.UseCases;

/// <summary>"Can I sign this?" for the drafter: every check of the decision as it is now, nothing stored.</summary>
internal sealed class PreviewDraft(DecisionStore store, DecisionAssessor assessor, DecisionAccess access)
{
    public async Task<AssessedDecision> OfAsync(Guid id, CancellationToken ct)
    {
        var loaded = await store.ReadAsync(id, ct);
        access.DemandRead(loaded);
        return await assessor.AssessAsync(loaded, CheckStage.Draft, ct);
    }
}
