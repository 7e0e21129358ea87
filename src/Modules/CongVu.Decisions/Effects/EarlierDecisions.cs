using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Effects;

/// <summary>Moves the decisions that another one annuls or corrects.</summary>
internal sealed class EarlierDecisions(CongVuDb db, DecisionStore store, DecisionDesk desk)
{
    /// <summary>Marks items as annulled; the decision follows when none is left.</summary>
    public async Task<(bool Whole, IReadOnlyList<Guid> Subjects)> AnnulledAsync(Guid decisionId, IReadOnlyCollection<Guid> itemIds, ActSource source, CancellationToken ct)
    {
        var decision = await store.LockOnlyAsync(decisionId, ct);
        var items = await db.Set<DecisionItem>().Where(i => i.DecisionId == decisionId).ToListAsync(ct);
        var gone = items.Where(i => itemIds.Contains(i.Id)).ToList();
        foreach (var item in gone) item.State = ItemState.Annulled;
        var whole = items.All(i => i.State != ItemState.Kept);
        if (whole) decision.AnnulledBy = source.DecisionId;
        Move(decision, whole ? DecisionState.Annulled : decision.State, DecisionProcesses.Annul, source);
        return (whole, [.. gone.Select(i => i.SubjectId).Distinct()]);
    }

    /// <summary>Marks a decision as corrected; one that waits for its day goes on waiting.</summary>
    public async Task CorrectedAsync(Guid decisionId, ActSource source, CancellationToken ct)
    {
        var decision = await store.LockOnlyAsync(decisionId, ct);
        decision.CorrectedBy = source.DecisionId;
        Move(decision, decision.State == DecisionState.Signed ? DecisionState.Signed : DecisionState.Corrected, DecisionProcesses.Correct, source);
    }

    private void Move(Decision decision, DecisionState to, ProcessKind kind, ActSource source)
    {
        var run = new ProcessRun(source.ProcessId, kind, null, source.At, source.Label, null);
        if (decision.State == to) desk.Note(decision, run);
        else desk.Move(decision, to, run);
    }
}
