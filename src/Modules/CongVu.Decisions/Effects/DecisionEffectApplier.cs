using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Effects;

/// <summary>
/// Applies the effects of annulling and correcting decisions: what they say about earlier effects is passed on to the modules that
/// own those, in the same transaction.
/// </summary>
internal sealed class DecisionEffectApplier(CongVuDb db, EffectRegistry registry, Appliers appliers, EarlierDecisions earlier, Outbox outbox) : EffectApplier
{
    public override IReadOnlyCollection<Type> Types { get; } = [typeof(AnnulItem), typeof(CorrectEffect)];

    public override async Task ApplyAsync(ActSource source, IReadOnlyList<PlannedEffect> effects, CancellationToken ct)
    {
        await AnnulAsync(source, [.. effects.Select(e => e.Effect).OfType<AnnulItem>()], ct);
        await CorrectAsync(source, [.. effects.Select(e => e.Effect).OfType<CorrectEffect>()], ct);
    }

    /// <summary>An annulled correction puts the former payload back. An annulment itself is not annulled: the action refuses it.</summary>
    public override async Task VoidAsync(ActSource source, IReadOnlyCollection<Guid> effectIds, CancellationToken ct)
    {
        var rows = await db.Set<DecisionEffect>().Where(e => effectIds.Contains(e.Id)).ToListAsync(ct);
        foreach (var row in rows)
            if (registry.Read(row.Code, row.Payload) is CorrectEffect undone)
                await ReplaceAsync(source, undone with { NewFrom = undone.OldFrom, NewPayload = undone.OldPayload }, null, ct);
    }

    public override Task ReplaceAsync(ActSource source, IReadOnlyList<PlannedEffect> corrected, CancellationToken ct) =>
        throw new NotSupportedException("A correction or annulment is not corrected but annulled.");

    public override Task<IReadOnlyList<DependentAct>> DependentsAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct) => Task.FromResult<IReadOnlyList<DependentAct>>([]);

    private async Task AnnulAsync(ActSource source, IReadOnlyList<AnnulItem> items, CancellationToken ct)
    {
        if (items.Count == 0) return;
        var ids = items.SelectMany(i => i.EffectIds).ToArray();
        var rows = await db.Set<DecisionEffect>().Where(e => ids.Contains(e.Id) && e.State != EffectState.Void).ToListAsync(ct);
        var applied = rows.Where(r => r.State == EffectState.Applied).ToList();
        // Newest effects first: a fact is taken away before the one it rests on.
        foreach (var (applier, own) in appliers.Of(applied, r => r.Code).Reverse())
            await applier.VoidAsync(source, [.. own.Select(r => r.Id)], ct);
        foreach (var row in rows) (row.State, row.VoidedBy) = (EffectState.Void, source.DecisionId);
        foreach (var decision in items.GroupBy(i => i.DecisionId))
        {
            var (whole, subjects) = await earlier.AnnulledAsync(decision.Key, [.. decision.Select(i => i.ItemId)], source, ct);
            outbox.Publish(new DecisionAnnulled(decision.Key, source.DecisionId!.Value, whole, subjects));
        }
    }

    private async Task CorrectAsync(ActSource source, IReadOnlyList<CorrectEffect> corrections, CancellationToken ct)
    {
        foreach (var one in corrections) await ReplaceAsync(source, one, source.DecisionId, ct);
        foreach (var decision in corrections.Select(c => c.DecisionId).Distinct()) await earlier.CorrectedAsync(decision, source, ct);
    }

    private async Task ReplaceAsync(ActSource source, CorrectEffect one, Guid? by, CancellationToken ct)
    {
        var row = await db.Set<DecisionEffect>().SingleAsync(e => e.Id == one.EffectId, ct);
        if (row.State == EffectState.Applied)
        {
            var planned = new PlannedEffect(row.Id, row.SubjectId, one.NewFrom, registry.Read(one.EffectCode, one.NewPayload));
            await appliers.For(one.EffectCode).ReplaceAsync(source, [planned], ct);
        }
        (row.CorrectedFrom, row.CorrectedPayload, row.CorrectedBy) = (one.NewFrom, one.NewPayload, by);
    }
}
