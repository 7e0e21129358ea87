using CongVu.Personnel.Contracts;
using CongVu.Personnel.Data;
using CongVu.Personnel.Domain;
using CongVu.Personnel.Domain.Rules;
using CongVu.Platform.Acts;

namespace CongVu.Personnel.UseCases;

/// <summary>
/// The domino view: what rests on effects that may be taken away. Later effects on the same fact rest on it, and so does every
/// effect that would no longer make sense without it.
/// </summary>
internal sealed class RecordDependents(StandingEffects effects, RecordRules rules, EffectWords words)
{
    public async Task<IReadOnlyList<DependentAct>> OfAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct)
    {
        var gone = effectIds.ToHashSet();
        var found = new List<DependentAct>();
        foreach (var standing in (await effects.OfEffectsAsync(gone, ct)).Values)
            found.AddRange(Resting(standing, gone).Select(e => new DependentAct(e.Id, e.DecisionId, e.Label, e.From, words.Title(e.Effect) + Detail(e))));
        return [.. found.OrderBy(d => d.From)];
    }

    /// <summary>Of one person's standing effects, those that rest on some of them.</summary>
    internal IEnumerable<LoggedEffect> Resting(IReadOnlyList<LoggedEffect> standing, IReadOnlySet<Guid> gone)
    {
        var taken = standing.Where(e => gone.Contains(e.Id)).ToList();
        var without = rules.Added(FoldedRecord.Of(standing), FoldedRecord.Of(standing.Where(e => !gone.Contains(e.Id)))).Select(v => v.EffectId).ToHashSet();
        return standing.Where(e => !gone.Contains(e.Id) && (without.Contains(e.Id) || taken.Exists(t => LoggedEffect.Order(t, e) < 0 && RestsOn(e, t))));
    }

    private static bool RestsOn(LoggedEffect later, LoggedEffect earlier) =>
        EffectTarget.Of(later.Effect).Key == EffectTarget.Of(earlier.Effect).Key
        || (earlier.Effect, later.Effect) is (SetEmployment employment, HoldPost post) && post.UnitId == employment.UnitId;

    private string Detail(LoggedEffect effect) => words.Detail(effect.Effect) is { Length: > 0 } detail ? $" – {detail}" : "";
}
