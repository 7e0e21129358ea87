using CongVu.Organisation.Data;
using CongVu.Organisation.Domain;
using CongVu.Organisation.Domain.Rules;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Organisation.Contracts;

/// <summary>An effect on a unit with the act behind it, for the bulk path.</summary>
public sealed record ImportedUnitEffect(PlannedEffect Effect, ActSource Source);

/// <summary>
/// Fills an organisation that is still empty: folds the effects in memory exactly as the applier would have, one act after the
/// other in order of their instants, and writes log, versions and lineage by COPY.
/// </summary>
public sealed class UnitEffectImport(EffectRegistry registry)
{
    /// <summary>
    /// Writes everything on the caller's connection, inside its transaction if it has one. Returns the number of versions.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are units already.</exception>
    /// <exception cref="UnitRulesBrokenException">The effects as a whole break a rule.</exception>
    public async Task<int> ImportAsync(NpgsqlConnection connection, IReadOnlyList<ImportedUnitEffect> effects, CancellationToken ct)
    {
        await Revisions.BumpAsync(connection, "units", ct);
        await using (var any = new NpgsqlCommand("select exists (select from organisation.unit)", connection))
            if ((bool)(await any.ExecuteScalarAsync(ct))!) throw new InvalidOperationException("The bulk import needs an organisation without units.");
        var log = effects.OrderBy(e => e.Source.At).Select((e, i) => (Seq: i + 1L, Imported: e)).ToList();
        Judge([.. log.Select(l => Logged(l.Seq, l.Imported))]);
        var (versions, lineage) = Replay(log);
        await CopyUnitsAsync(connection, log, ct);
        await CopyEffectsAsync(connection, log, ct);
        await using (var next = new NpgsqlCommand("select setval('organisation.unit_effect_seq', $1)", connection) { Parameters = { new() { Value = Math.Max(1L, log.Count) } } })
            await next.ExecuteNonQueryAsync(ct);
        await CopyVersionsAsync(connection, versions, ct);
        await CopyLineageAsync(connection, lineage, ct);
        return versions.Count;
    }

    private static LoggedEffect Logged(long seq, ImportedUnitEffect e) =>
        new(e.Effect.Id, e.Effect.SubjectId, seq, e.Effect.From, e.Effect.Effect, e.Source.DecisionId, e.Source.Label);

    private static void Judge(IReadOnlyList<LoggedEffect> log)
    {
        var logs = log.GroupBy(e => e.UnitId).ToDictionary(g => g.Key, g => (IReadOnlyList<LoggedEffect>)[.. g]);
        var nothing = new UnitWorld([]);
        var broken = UnitRule.Broken(new UnitChange(nothing, nothing.With(logs.Select(l => UnitFold.Fold(l.Key, l.Value))), log, logs));
        if (broken.Count > 0) throw new UnitRulesBrokenException(broken);
    }

    private static (List<UnitVersion>, List<UnitLineage>) Replay(IReadOnlyList<(long Seq, ImportedUnitEffect Imported)> log)
    {
        var versions = new List<UnitVersion>();
        var lineage = new List<UnitLineage>();
        foreach (var unit in log.GroupBy(l => l.Imported.Effect.SubjectId))
        {
            var known = new List<LoggedEffect>();
            var ofUnit = new List<UnitVersion>();
            var links = new List<UnitLineage>();
            foreach (var act in unit.GroupBy(l => l.Imported.Source.At))
            {
                known.AddRange(act.Select(l => Logged(l.Seq, l.Imported)));
                var folded = UnitFold.Fold(unit.Key, known);
                Settle(ofUnit, RecordDiff.Versions([.. ofUnit.Where(v => v.Recorded.UpperBoundInfinite)], folded, act.Key));
                Settle(links, RecordDiff.Lineage([.. links.Where(l => l.Recorded.UpperBoundInfinite)], folded, act.Key));
            }
            versions.AddRange(ofUnit);
            lineage.AddRange(links);
        }
        return (versions, lineage);
    }

    private static void Settle<T>(List<T> rows, RecordDiff.Changes<T> changes) where T : class, IRecorded
    {
        foreach (var row in changes.Close) row.Recorded = Span.Closed(row.Recorded, changes.At);
        foreach (var row in changes.Forget) rows.Remove(row);
        rows.AddRange(changes.Add);
    }

    private static async Task CopyUnitsAsync(NpgsqlConnection connection, IReadOnlyList<(long, ImportedUnitEffect Imported)> log, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy organisation.unit(id, created_at) from stdin (format binary)", ct);
        foreach (var unit in log.GroupBy(l => l.Imported.Effect.SubjectId))
            await copy.WriteRowAsync(ct, unit.Key, unit.First().Imported.Source.At);
        await copy.CompleteAsync(ct);
    }

    private async Task CopyEffectsAsync(NpgsqlConnection connection, IReadOnlyList<(long Seq, ImportedUnitEffect Imported)> log, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync("""
            copy organisation.unit_effect(row_id, id, unit_id, seq, type, payload, from_day, decision_id, process_id, label, recorded_at) from stdin (format binary)
            """, ct);
        foreach (var (seq, (effect, source)) in log)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(effect.Id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(effect.SubjectId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(seq, NpgsqlDbType.Bigint, ct);
            await copy.WriteAsync(registry.CodeOf(effect.Effect), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(EffectRegistry.Write(effect.Effect), NpgsqlDbType.Jsonb, ct);
            await copy.WriteAsync(effect.From, NpgsqlDbType.Date, ct);
            await NullableAsync(copy, source.DecisionId, ct);
            await copy.WriteAsync(source.ProcessId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(source.Label, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(source.At, NpgsqlDbType.TimestampTz, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task CopyVersionsAsync(NpgsqlConnection connection, IReadOnlyList<UnitVersion> versions, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync("""
            copy organisation.unit_version(id, unit_id, valid, recorded, code, name, short_name, symbol, kind, level, parent_id, effect_id, decision_id, label) from stdin (format binary)
            """, ct);
        foreach (var v in versions)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(v.Id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(v.UnitId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(v.Valid, NpgsqlDbType.DateRange, ct);
            await copy.WriteAsync(v.Recorded, NpgsqlDbType.TimestampTzRange, ct);
            foreach (var text in (string[])[v.Code, v.Name, v.ShortName, v.Symbol, v.Kind.ToString(), v.Level.ToString()]) await copy.WriteAsync(text, NpgsqlDbType.Text, ct);
            await NullableAsync(copy, v.ParentId, ct);
            await copy.WriteAsync(v.EffectId, NpgsqlDbType.Uuid, ct);
            await NullableAsync(copy, v.DecisionId, ct);
            await copy.WriteAsync(v.Label, NpgsqlDbType.Text, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task CopyLineageAsync(NpgsqlConnection connection, IReadOnlyList<UnitLineage> lineage, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync("""
            copy organisation.unit_lineage(id, predecessor_id, successor_id, day, recorded, stated_by, effect_id, decision_id, label) from stdin (format binary)
            """, ct);
        foreach (var l in lineage)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(l.Id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(l.PredecessorId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(l.SuccessorId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(l.Day, NpgsqlDbType.Date, ct);
            await copy.WriteAsync(l.Recorded, NpgsqlDbType.TimestampTzRange, ct);
            await copy.WriteAsync(l.StatedBy, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(l.EffectId, NpgsqlDbType.Uuid, ct);
            await NullableAsync(copy, l.DecisionId, ct);
            await copy.WriteAsync(l.Label, NpgsqlDbType.Text, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static Task NullableAsync(NpgsqlBinaryImporter copy, Guid? value, CancellationToken ct) =>
        value is { } id ? copy.WriteAsync(id, NpgsqlDbType.Uuid, ct) : copy.WriteNullAsync(ct);
}
