using CongVu.Organisation.Contracts;
using CongVu.Platform.Acts;

namespace CongVu.Organisation.Domain;

/// <summary>An effect on a unit with its place in the order of recording and what stands behind it.</summary>
internal sealed record LoggedEffect(Guid Id, Guid UnitId, long Seq, DateOnly From, Effect Effect, Guid? DecisionId, string Label);

/// <summary>What a unit is called, is and belongs to.</summary>
internal sealed record UnitState(string Code, string Name, string ShortName, string Symbol, UnitKind Kind, UnitLevel Level, Guid? ParentId);

/// <summary>A state with the days it holds (<see cref="Until"/> exclusive) and the effect that began it.</summary>
internal sealed record UnitSpan(DateOnly From, DateOnly? Until, UnitState State, Guid EffectId, Guid? DecisionId, string Label);

/// <summary>That one unit went on as another from a day.</summary>
internal sealed record LineageLink(Guid PredecessorId, Guid SuccessorId, DateOnly Day, Guid EffectId, Guid? DecisionId, string Label);

/// <summary>The record of one unit as its effects make it.</summary>
internal sealed record FoldedUnit(Guid UnitId, IReadOnlyList<UnitSpan> Spans, IReadOnlyList<LineageLink> Links)
{
    /// <summary>The state on a day, or null when the unit does not exist.</summary>
    public UnitSpan? On(DateOnly day) => Spans.FirstOrDefault(s => s.From <= day && (s.Until is null || day < s.Until));
}

/// <summary>
/// Makes a unit's record from its effects, in order of day and then of recording. Pure and total: an effect that has
/// nothing to act on (renaming a unit that does not exist) changes nothing; whether it may be decided at all is for the rules.
/// </summary>
internal static class UnitFold
{
    public static FoldedUnit Fold(Guid unitId, IEnumerable<LoggedEffect> effects)
    {
        var spans = new List<UnitSpan>();
        var links = new List<LineageLink>();
        UnitState? state = null;
        foreach (var effect in effects.OrderBy(e => e.From).ThenBy(e => e.Seq))
        {
            var next = After(state, effect.Effect);
            links.AddRange(Links(unitId, state, effect));
            if (next == state) continue;
            End(spans, effect.From);
            if (next is not null) Begin(spans, next, effect);
            state = next;
        }
        return new FoldedUnit(unitId, [.. spans.Select(EndedByLaw).OfType<UnitSpan>()], links);
    }

    /// <summary>The state after an effect; the same state when the effect has nothing to act on.</summary>
    internal static UnitState? After(UnitState? state, Effect effect) => effect switch
    {
        EstablishUnit e => new UnitState(e.Code, e.Name, e.ShortName, e.Symbol, e.Kind, e.Level, e.ParentId),
        RenameUnit e => state is null ? null : state with { Name = e.Name, ShortName = e.ShortName, Symbol = e.Symbol },
        MoveUnit e => state is null ? null : state with { ParentId = e.ParentId },
        DissolveUnit => null,
        _ => throw new InvalidOperationException($"{effect.GetType().Name} is no effect on units."),
    };

    private static IEnumerable<LineageLink> Links(Guid unitId, UnitState? before, LoggedEffect logged) => logged.Effect switch
    {
        EstablishUnit e => e.PredecessorIds.Where(p => p != unitId).Distinct()
            .Select(p => new LineageLink(p, unitId, logged.From, logged.Id, logged.DecisionId, logged.Label)),
        DissolveUnit e when before is not null => e.SuccessorIds.Where(s => s != unitId).Distinct()
            .Select(s => new LineageLink(unitId, s, logged.From, logged.Id, logged.DecisionId, logged.Label)),
        _ => [],
    };

    private static void End(List<UnitSpan> spans, DateOnly day)
    {
        if (spans.Count == 0 || spans[^1].Until is not null) return;
        if (spans[^1].From == day) spans.RemoveAt(spans.Count - 1); // replaced on its first day: it never held
        else spans[^1] = spans[^1] with { Until = day };
    }

    private static void Begin(List<UnitSpan> spans, UnitState state, LoggedEffect effect)
    {
        // Two effects of one day may cancel out; then the version before simply goes on.
        if (spans.Count > 0 && spans[^1].Until == effect.From && spans[^1].State == state) spans[^1] = spans[^1] with { Until = null };
        else spans.Add(new UnitSpan(effect.From, null, state, effect.Id, effect.DecisionId, effect.Label));
    }

    private static UnitSpan? EndedByLaw(UnitSpan span) =>
        span.State.Level != UnitLevel.District ? span
        : span.From >= TwoTierGovernment.From ? null
        : span.Until is { } until && until <= TwoTierGovernment.From ? span
        : span with { Until = TwoTierGovernment.From };
}
