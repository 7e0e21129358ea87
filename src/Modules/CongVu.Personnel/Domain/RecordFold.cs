using CongVu.Personnel.Contracts;

namespace CongVu.Personnel.Domain;

/// <summary>
/// Makes a person's facts from the effects on them: each kind (and key) is a step function of time, where a later day, or on one
/// day the later recorded effect, takes over. Pure and total; whether a sequence makes sense is for the rules. It allocates
/// little, because a bulk load folds a hundred thousand records.
/// </summary>
internal static class RecordFold
{
    private static readonly FactKey Employment = new(FactKind.Employment);
    private static readonly FactKey Departure = new(FactKind.Departure);

    /// <summary>Folds the effects on one person, which must be in <see cref="LoggedEffect.Order"/>.</summary>
    public static List<FactRow> Fold(IReadOnlyList<LoggedEffect> ordered)
    {
        var rows = new List<FactRow>(ordered.Count);
        foreach (var effect in ordered)
        {
            var target = EffectTarget.Of(effect.Effect);
            if (effect.Effect is EndEmployment) Leave(rows, effect);
            else if (!target.Sets) End(rows, target.Key, effect.From);
            else
            {
                if (target.Key == Employment) End(rows, Departure, effect.From);
                Begin(rows, target.Key, effect);
            }
        }
        rows.RemoveAll(r => r.Until == r.From); // taken over on its first day: it never held
        return rows;
    }

    /// <summary>Puts effects in the order of the record and folds them.</summary>
    public static List<FactRow> FoldUnordered(IEnumerable<LoggedEffect> effects)
    {
        var ordered = effects.ToArray();
        Array.Sort(ordered, LoggedEffect.Order);
        return Fold(ordered);
    }

    private static void Begin(List<FactRow> rows, FactKey key, LoggedEffect effect, Guid? leftUnit = null)
    {
        var heldSince = effect.From;
        if (FindOpen(rows, key) is >= 0 and var open)
        {
            if (key.Kind == FactKind.LeadershipPost) heldSince = rows[open].HeldSince;
            rows[open] = rows[open] with { Until = effect.From };
        }
        rows.Add(new FactRow(key, effect, null, heldSince, leftUnit));
    }

    private static void End(List<FactRow> rows, FactKey key, DateOnly day)
    {
        if (FindOpen(rows, key) is >= 0 and var open) rows[open] = rows[open] with { Until = day };
    }

    /// <summary>Whoever leaves the service leaves posts, rank and allowances too; where they never were, nothing happens.</summary>
    private static void Leave(List<FactRow> rows, LoggedEffect effect)
    {
        Guid? unit = FindOpen(rows, Employment) is >= 0 and var employed ? ((SetEmployment)rows[employed].Source.Effect).UnitId
            : FindOpen(rows, Departure) is >= 0 and var left ? rows[left].LeftUnitId : null;
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].Until is null && rows[i].Kind is FactKind.Employment or FactKind.LeadershipPost or FactKind.RankAndStep or FactKind.Allowance)
                rows[i] = rows[i] with { Until = effect.From };
        if (unit is not null) Begin(rows, Departure, effect, unit);
    }

    // A record has a dozen open facts at most; looking from the end is faster than any table of them.
    private static int FindOpen(List<FactRow> rows, FactKey key)
    {
        for (var i = rows.Count - 1; i >= 0; i--)
            if (rows[i].Until is null && rows[i].Key == key) return i;
        return -1;
    }
}
