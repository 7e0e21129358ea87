using System.Data;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Domain;
using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Personnel.Data;

/// <summary>The work behind <see cref="RecordReplay"/>.</summary>
internal sealed class ReplayCheck(NpgsqlDataSource source, EffectLog log, FactTables tables, TimeProvider clock)
{
    private const int BatchSize = 2000, MaxDifferences = 100;

    public async Task<ReplayReport> RunAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var frozen = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var differences = new List<ReplayDifference>();
        var (persons, effects, facts) = (0, 0L, 0L);
        for (var last = Guid.Empty; await PersonsAfterAsync(connection, last, ct) is { Length: > 0 } some && differences.Count < MaxDifferences; last = some[^1])
        {
            persons += some.Length;
            var folded = await FoldAsync(connection, some, ct);
            effects += folded.Sum(f => (long)f.Effects);
            foreach (var table in tables.All)
                facts += await CompareAsync(connection, table, some, folded.SelectMany(f => f.Rows).Where(r => r.Kind == table.Kind), differences, ct);
            await CompareTodayAsync(connection, some, differences, ct);
        }
        return new ReplayReport(persons, effects, facts, [.. differences.Take(MaxDifferences)]);
    }

    private static async Task<Guid[]> PersonsAfterAsync(NpgsqlConnection connection, Guid last, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select id from personnel.person where id > $1 order by id limit $2", connection)
        { Parameters = { new() { Value = last }, new() { Value = BatchSize } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        var persons = new List<Guid>(BatchSize);
        while (await rows.ReadAsync(ct)) persons.Add(rows.GetGuid(0));
        return [.. persons];
    }

    private async Task<IReadOnlyList<(int Effects, List<FactRow> Rows)>> FoldAsync(NpgsqlConnection connection, Guid[] persons, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(EffectLog.SelectStanding, connection) { Parameters = { new() { Value = persons } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        return [.. (await log.ReadAsync(rows, ct)).Values.Select(e => (e.Count, RecordFold.Fold(e)))];
    }

    private static async Task<int> CompareAsync(NpgsqlConnection connection, FactTable table, Guid[] persons, IEnumerable<FactRow> expected, List<ReplayDifference> differences, CancellationToken ct)
    {
        var missing = expected.ToDictionary(r => r.Source.Id);
        var stored = 0;
        var (person, effect) = (1, table.Columns.Select((c, i) => (c.Name, i)).First(c => c.Name == "effect_id").i + 1);
        await using var command = new NpgsqlCommand(table.Select, connection) { Parameters = { new() { Value = persons } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        for (; await rows.ReadAsync(ct); stored++)
        {
            var id = rows.GetGuid(effect);
            if (!missing.Remove(id, out var row)) differences.Add(new ReplayDifference(rows.GetGuid(person), table.Name, id, "unexpected"));
            else if (string.Join(", ", table.Differences(rows, row)) is { Length: > 0 } what) differences.Add(new ReplayDifference(row.Source.PersonId, table.Name, id, what));
        }
        differences.AddRange(missing.Values.Select(r => new ReplayDifference(r.Source.PersonId, table.Name, r.Source.Id, "missing")));
        return stored;
    }

    // Rows are compared for the day they were computed for: that day may be over, the refresh job may not have run yet.
    private async Task CompareTodayAsync(NpgsqlConnection connection, Guid[] persons, List<ReplayDifference> differences, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select t.person_id from personnel.person_today t
            left join lateral (select to_jsonb(a) as held from personnel.person_state(t.computed_for, null) a where a.person_id = t.person_id offset 0) s on true
            where t.person_id = any($1) and s.held is distinct from to_jsonb(t) - 'next_change_on' - 'computed_for'
            union all
            select i.person_id from personnel.identity i
            where i.person_id = any($1) and upper_inf(i.recorded) and i.valid @> $2 and not exists (select from personnel.person_today t where t.person_id = i.person_id)
            """, connection) { Parameters = { new() { Value = persons }, new() { Value = clock.Today() } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) differences.Add(new ReplayDifference(rows.GetGuid(0), "personnel.person_today", Guid.Empty, "differs from person_state"));
    }
}
