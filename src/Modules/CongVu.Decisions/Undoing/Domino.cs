using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Effects;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Undoing;

/// <summary>What kind of thing rests on an act.</summary>
internal enum DominoKind
{
    /// <summary>In the record already.</summary>
    Applied,
    /// <summary>Signed, waiting for its day.</summary>
    Scheduled,
    /// <summary>Still being drafted, verified or waiting for a signature.</summary>
    UnderWay,
}

/// <summary>Something that rests on an act that is to be annulled or corrected.</summary>
/// <param name="EffectId">The effect; for what is under way, the item.</param>
/// <param name="ItemId">Item of a decision here; null when the effect came otherwise (declaration).</param>
/// <param name="MayGoTogether">True when it can be annulled in the same decision.</param>
internal sealed record DominoLine(Guid EffectId, Guid? DecisionId, Guid? ItemId, string Label, DateOnly From, string What, DominoKind Kind, bool MayGoTogether);

/// <summary>A decision and everything that rested on it.</summary>
internal sealed record DominoView(Decision Decision, IReadOnlyList<DecisionItem> Items, IReadOnlyList<DominoLine> Lines);

/// <summary>The domino view: lists what rests on decisions, for whoever is about to take one away.</summary>
internal sealed class Domino(CongVuDb db, DecisionStore store, Appliers appliers, Targets targets, DecisionAccess access)
{
    /// <summary>Everything that rests on a decision, or on some of its items.</summary>
    public async Task<DominoView> OfAsync(Guid decisionId, IReadOnlyCollection<Guid>? itemIds, CancellationToken ct)
    {
        var loaded = await store.ReadAsync(decisionId, ct);
        access.DemandRead(loaded);
        var items = loaded.Kept.Where(i => itemIds is null || itemIds.Contains(i.Id)).ToList();
        await targets.LoadAsync([.. items.Select(i => i.Id)], ct);
        return new DominoView(loaded.Decision, items, await LinesAsync([.. items.Select(i => targets.Of(i.Id)).OfType<Target>()], null, ct));
    }

    /// <summary>What rests on these targets and is none of them; <paramref name="except"/>: the draft that asks.</summary>
    public async Task<IReadOnlyList<DominoLine>> LinesAsync(IReadOnlyCollection<Target> gone, Guid? except, CancellationToken ct)
    {
        var effects = gone.SelectMany(t => t.Standing).ToList();
        var items = gone.Select(t => t.Item.Id).ToHashSet();
        var lines = new List<DominoLine>();
        foreach (var (applier, own) in appliers.Of([.. effects.Where(e => e.State == EffectState.Applied)], e => e.Code))
            foreach (var act in await applier.DependentsAsync([.. own.Select(e => e.Id)], ct))
                lines.Add(new DominoLine(act.EffectId, act.DecisionId, null, act.Label, act.From, act.What, DominoKind.Applied, false));
        lines = await WithItemsAsync(lines, ct);
        var since = effects.Count == 0 ? DateOnly.MaxValue : effects.Min(e => e.CorrectedFrom ?? e.FromDay);
        lines.AddRange(await OthersAsync([.. gone.Select(t => t.Item.SubjectId).Distinct()], since, except, ct));
        return [.. lines.Where(l => l.ItemId is null || !items.Contains(l.ItemId.Value)).DistinctBy(l => l.EffectId).OrderBy(l => l.From).ThenBy(l => l.EffectId)];
    }

    private async Task<List<DominoLine>> WithItemsAsync(List<DominoLine> lines, CancellationToken ct)
    {
        var ids = lines.Select(l => l.EffectId).ToArray();
        var known = await db.Set<DecisionEffect>().AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.ItemId, e.DecisionId }).ToDictionaryAsync(e => e.Id, ct);
        return [.. lines.Select(l => known.GetValueOrDefault(l.EffectId) is { } row ? l with { DecisionId = row.DecisionId, ItemId = row.ItemId, MayGoTogether = true } : l)];
    }

    // Signed but not yet in the record, or on the way: the record cannot know of them.
    private async Task<IEnumerable<DominoLine>> OthersAsync(Guid[] subjects, DateOnly since, Guid? except, CancellationToken ct)
    {
        var rows = await (from item in db.Set<DecisionItem>().AsNoTracking()
                          join decision in db.Set<Decision>() on item.DecisionId equals decision.Id
                          where subjects.Contains(item.SubjectId) && item.State == ItemState.Kept && decision.Id != except
                              && decision.ActionCode != ActionCodes.Annul && decision.ActionCode != ActionCodes.Correct
                              && (decision.State == DecisionState.Signed || decision.State == DecisionState.Submitted || decision.State == DecisionState.Verified || decision.State == DecisionState.Draft)
                          select new { Item = item, Decision = decision }).ToListAsync(ct);
        return rows.Where(r => r.Decision.State != DecisionState.Signed || r.Decision.EffectiveOn >= since).Select(r => new DominoLine(r.Item.Id, r.Decision.Id, r.Item.Id, r.Decision.NumberText is null ? r.Decision.State.Name() : r.Decision.Label,
            r.Decision.EffectiveOn ?? r.Decision.ListedOn, $"{r.Decision.Title}{(r.Item.Summary.Length > 0 ? $" – {r.Item.Summary}" : "")}", r.Decision.State == DecisionState.Signed ? DominoKind.Scheduled : DominoKind.UnderWay, r.Decision.State == DecisionState.Signed));
    }
}
