using CongVu.Personnel.Contracts;
using CongVu.Personnel.Data;
using CongVu.Personnel.Domain;
using CongVu.Personnel.Domain.Rules;
using CongVu.Platform.Acts;

namespace CongVu.Personnel.UseCases;

/// <summary>Changes records: appends to the log, folds anew, stores what differs.</summary>
internal sealed class PersonEffectApplier(RecordBook book, EffectLog log, RecordRules rules, RecordDependents dependents) : EffectApplier
{
    public override IReadOnlyCollection<Type> Types => EffectTarget.Types;

    public override async Task ApplyAsync(ActSource source, IReadOnlyList<PlannedEffect> effects, CancellationToken ct)
    {
        if (effects.Count == 0) return;
        var persons = effects.Select(e => e.SubjectId).Distinct().ToArray();
        var open = await book.OpenAsync(persons, [.. effects.Select(e => e.Id)], source.At, ct);
        var added = effects.Where(e => !open.KnownIds.Contains(e.Id))
            .Select(e => new LoggedEffect(e.Id, 1, e.SubjectId, open.Seqs.Dequeue(), e.From, e.Effect, source.DecisionId, source.DeclarationId, source.Label, open.At)).ToList();
        if (added.Count == 0) return;
        var byPerson = added.ToLookup(e => e.PersonId);
        var diff = Change([.. byPerson.Select(g => g.Key)], open, (person, standing) => standing.Concat(byPerson[person]), enforce: true);
        await book.SaveAsync(persons, diff, [log.Insert(added, source.ProcessId)], open.At, ct);
    }

    public override async Task VoidAsync(ActSource source, IReadOnlyCollection<Guid> effectIds, CancellationToken ct)
    {
        var gone = effectIds.ToHashSet();
        var persons = await book.PersonsOfAsync(gone, ct);
        if (persons.Length == 0) return;
        var open = await book.OpenAsync(persons, [], source.At, ct);
        // An annulled act may leave later ones without ground; the domino view shows that before, and it is lawful after.
        var diff = Change(persons, open, (_, standing) => standing.Where(e => !gone.Contains(e.Id)), enforce: false);
        await book.SaveAsync(persons, diff, [EffectLog.End(gone, "annulled", source, open.At)], open.At, ct);
    }

    public override async Task ReplaceAsync(ActSource source, IReadOnlyList<PlannedEffect> corrected, CancellationToken ct)
    {
        var wanted = corrected.ToDictionary(e => e.Id);
        var persons = await book.PersonsOfAsync(wanted.Keys, ct);
        if (persons.Length == 0) return;
        var open = await book.OpenAsync(persons, [], source.At, ct);
        var next = open.Standing.Values.SelectMany(e => e).Where(e => wanted.ContainsKey(e.Id))
            .Select(e => (Old: e, New: Corrected(e, wanted[e.Id], open.At)))
            .Where(c => c.New.From != c.Old.From || !c.New.Effect.Equals(c.Old.Effect)).ToDictionary(c => c.Old.Id, c => c.New);
        if (next.Count == 0) return;
        var diff = Change(persons, open, (_, standing) => standing.Select(e => next.GetValueOrDefault(e.Id, e)), enforce: true);
        await book.SaveAsync(persons, diff, [EffectLog.End(next.Keys, "corrected", source, open.At), log.Insert([.. next.Values], source.ProcessId)], open.At, ct);
    }

    public override Task<IReadOnlyList<DependentAct>> DependentsAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct) => dependents.OfAsync(effectIds, ct);

    /// <summary>A corrected effect keeps its place in the order and the act behind it; the correcting act is named where the old version ends.</summary>
    internal static LoggedEffect Corrected(LoggedEffect old, PlannedEffect planned, DateTime at)
    {
        if (planned.Effect.GetType() != old.Effect.GetType() || planned.SubjectId != old.PersonId)
            throw new ArgumentException("A correction changes neither what kind of effect it is nor whom it concerns.", nameof(planned));
        return old with { Version = old.Version + 1, From = planned.From, Effect = planned.Effect, RecordedAt = at };
    }

    private RecordDiff Change(IEnumerable<Guid> persons, OpenRecords open, Func<Guid, IReadOnlyList<LoggedEffect>, IEnumerable<LoggedEffect>> change, bool enforce)
    {
        var diff = RecordDiff.Empty();
        var violations = new List<RecordViolation>();
        foreach (var person in persons)
        {
            var standing = open.Of(person);
            var before = FoldedRecord.Of(standing);
            var after = FoldedRecord.Of(change(person, standing));
            if (enforce) violations.AddRange(rules.Added(before, after));
            diff.Compare(before.Rows, after.Rows);
        }
        return violations.Count == 0 ? diff : throw new RecordRefusedException(violations);
    }
}
