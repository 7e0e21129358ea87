using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Undoing;

/// <summary>An item of an earlier decision with its effects, as they stand.</summary>
internal sealed record Target(Decision Decision, DecisionItem Item, IReadOnlyList<DecisionEffect> Effects)
{
    /// <summary>Effects that are in the record or still to come.</summary>
    public IEnumerable<DecisionEffect> Standing => Effects.Where(e => e.State != EffectState.Void);
}

/// <summary>Loads what annulling and correcting decisions refer to. The input <see cref="ItemKey"/> of each item names it.</summary>
internal sealed class Targets(CongVuDb db, EffectRegistry registry)
{
    /// <summary>Input that holds the id of the earlier decision's item.</summary>
    public const string ItemKey = "item";

    private readonly Dictionary<Guid, Target> _known = [];

    /// <summary>Loads the targets of cases in three queries.</summary>
    public Task LoadAsync(IEnumerable<ActionCase> cases, CancellationToken ct) => LoadAsync([.. cases.Select(IdOf).OfType<Guid>()], ct);

    /// <summary>Loads targets by item id.</summary>
    public async Task LoadAsync(IReadOnlyCollection<Guid> itemIds, CancellationToken ct)
    {
        var missing = itemIds.Where(i => !_known.ContainsKey(i)).Distinct().ToArray();
        if (missing.Length == 0) return;
        var items = await db.Set<DecisionItem>().AsNoTracking().Where(i => missing.Contains(i.Id)).ToListAsync(ct);
        var decisionIds = items.Select(i => i.DecisionId).Distinct().ToArray();
        var decisions = await db.Set<Decision>().AsNoTracking().Where(d => decisionIds.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var effects = (await db.Set<DecisionEffect>().AsNoTracking().Where(e => missing.Contains(e.ItemId)).OrderBy(e => e.Ordinal).ToListAsync(ct)).ToLookup(e => e.ItemId);
        foreach (var item in items) _known[item.Id] = new Target(decisions[item.DecisionId], item, [.. effects[item.Id]]);
    }

    /// <summary>The target of a case, once loaded; null when there is none.</summary>
    public Target? Of(ActionCase one) => IdOf(one) is { } id ? _known.GetValueOrDefault(id) : null;

    /// <summary>A target by item id, once loaded.</summary>
    public Target? Of(Guid itemId) => _known.GetValueOrDefault(itemId);

    /// <summary>The effect as it stands now, corrections included.</summary>
    public Effect Read(DecisionEffect effect) => registry.Read(effect.Code, effect.CorrectedPayload ?? effect.Payload);

    private static Guid? IdOf(ActionCase one) => Guid.TryParse(one.Inputs.GetValueOrDefault(ItemKey), out var id) ? id : null;
}
