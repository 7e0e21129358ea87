using CongVu.Decisions.Checks;
using CongVu.Decisions.Domain;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Effects;

/// <summary>Keeps the planned effects of a decision with it.</summary>
internal sealed class EffectPlan(CongVuDb db, EffectRegistry registry)
{
    /// <summary>Replaces the stored plan by the present one.</summary>
    public async Task StoreAsync(AssessedDecision assessed, CancellationToken ct)
    {
        var id = assessed.Loaded.Decision.Id;
        await db.Set<DecisionEffect>().Where(e => e.DecisionId == id && e.State == EffectState.Planned).ExecuteDeleteAsync(ct);
        db.AddRange(Rows(assessed));
    }

    /// <summary>True when the plan made now is the one that was verified.</summary>
    public async Task<bool> IsAsVerifiedAsync(AssessedDecision assessed, CancellationToken ct)
    {
        var id = assessed.Loaded.Decision.Id;
        var stored = await db.Set<DecisionEffect>().AsNoTracking().Where(e => e.DecisionId == id).ToDictionaryAsync(e => e.Id, ct);
        var now = Rows(assessed).ToList();
        return stored.Count == now.Count && now.All(e => stored.GetValueOrDefault(e.Id) is { } was && was.Code == e.Code && was.FromDay == e.FromDay && SameEffect(was, e));
    }

    /// <summary>Stored rows as effects.</summary>
    public IReadOnlyList<PlannedEffect> Read(IEnumerable<DecisionEffect> rows) =>
        [.. rows.Select(r => new PlannedEffect(r.Id, r.SubjectId, r.FromDay, registry.Read(r.Code, r.Payload)))];

    // jsonb does not keep the order of keys, so payloads are compared as read.
    private bool SameEffect(DecisionEffect was, DecisionEffect now) =>
        EffectRegistry.Write(registry.Read(was.Code, was.Payload)) == now.Payload;

    private IEnumerable<DecisionEffect> Rows(AssessedDecision assessed) =>
        assessed.Items.SelectMany(i => i.Assessment.Effects.Select((e, n) => new DecisionEffect
        {
            Id = e.Id,
            DecisionId = assessed.Loaded.Decision.Id,
            ItemId = i.Item.Id,
            Ordinal = n,
            SubjectId = e.SubjectId,
            FromDay = e.From,
            Code = registry.CodeOf(e.Effect),
            Payload = EffectRegistry.Write(e.Effect),
        }));
}
