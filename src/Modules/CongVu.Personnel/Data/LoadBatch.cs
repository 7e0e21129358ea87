using System.Text.Json;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;

namespace CongVu.Personnel.Data;

/// <summary>Some people of a bulk load, folded and ready to be written.</summary>
internal sealed class LoadBatch
{
    public required Guid[] Persons { get; init; }

    /// <summary>Log lines with their stored form.</summary>
    public required (LoggedEffect Effect, string Code, byte[] Payload)[] Log { get; init; }

    /// <summary>Facts by kind.</summary>
    public required List<FactRow>[] Facts { get; init; }

    /// <summary>Folds people; the order of recording starts at <paramref name="firstSeq"/>.</summary>
    public static LoadBatch Of(IReadOnlyList<PersonHistory> people, long firstSeq, DateTime recordedAt, EffectRegistry registry)
    {
        var starts = new int[people.Count];
        for (var i = 1; i < people.Count; i++) starts[i] = starts[i - 1] + people[i - 1].Effects.Count;
        var log = new (LoggedEffect, string, byte[])[people.Count == 0 ? 0 : starts[^1] + people[^1].Effects.Count];
        var folds = new List<FactRow>[people.Count];
        Parallel.For(0, people.Count, i =>
        {
            var effects = new LoggedEffect[people[i].Effects.Count];
            for (var j = 0; j < effects.Length; j++)
            {
                var e = people[i].Effects[j];
                effects[j] = new LoggedEffect(e.Id, 1, people[i].PersonId, firstSeq + starts[i] + j, e.From, e.Effect, e.DecisionId, e.DeclarationId, e.Label, recordedAt);
                log[starts[i] + j] = (effects[j], registry.CodeOf(e.Effect), JsonSerializer.SerializeToUtf8Bytes(e.Effect, e.Effect.GetType(), Json.Options));
            }
            Array.Sort(effects, LoggedEffect.Order);
            folds[i] = RecordFold.Fold(effects);
        });
        var facts = new List<FactRow>[Enum.GetValues<FactKind>().Length];
        for (var kind = 0; kind < facts.Length; kind++) facts[kind] = new List<FactRow>(people.Count);
        foreach (var fold in folds)
            foreach (var row in fold) facts[(int)row.Kind].Add(row);
        return new LoadBatch { Persons = [.. people.Select(p => p.PersonId)], Log = log, Facts = facts };
    }
}
