using CongVu.Personnel.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CongVu.Personnel.Data;

/// <summary>Records opened for a change: locked until the caller's transaction ends.</summary>
/// <param name="Standing">Standing effects by person, in order.</param>
/// <param name="KnownIds">Which of the effect ids asked for are in the log, whatever became of them.</param>
/// <param name="Seqs">Places at the end of the order of recording.</param>
/// <param name="At">Instant of the change: the act's, but later than everything these records knew before.</param>
internal sealed record OpenRecords(Dictionary<Guid, List<LoggedEffect>> Standing, HashSet<Guid> KnownIds, Queue<long> Seqs, DateTime At)
{
    public IReadOnlyList<LoggedEffect> Of(Guid personId) => Standing.GetValueOrDefault(personId) ?? [];
}

/// <summary>Opens records for a change and saves it: two round trips, however many people.</summary>
internal sealed class RecordBook(CongVuDb db, EffectLog log, FactTables tables, TimeProvider clock)
{
    /// <summary>Persons of standing effects.</summary>
    public async Task<Guid[]> PersonsOfAsync(IEnumerable<Guid> effectIds, CancellationToken ct)
    {
        await using var batch = Batch(Command("select distinct person_id from personnel.effect_log where id = any($1) and voided_at is null", effectIds.ToArray()));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var persons = new List<Guid>();
        while (await rows.ReadAsync(ct)) persons.Add(rows.GetGuid(0));
        return [.. persons];
    }

    /// <summary>
    /// Locks the records (in one order, so that two acts on the same people wait instead of deadlocking) and reads them. People
    /// without a record get an empty one.
    /// </summary>
    public async Task<OpenRecords> OpenAsync(Guid[] persons, Guid[] effectIds, DateTime at, CancellationToken ct)
    {
        await using var batch = Batch(
            Command("insert into personnel.person(id, created_at) select p, $2 from unnest($1::uuid[]) p order by p on conflict (id) do nothing", persons, at),
            Command("select id from personnel.person where id = any($1) order by id for update", persons),
            Command("select id from personnel.effect_log where id = any($1)", effectIds),
            Command("select nextval('personnel.effect_seq') from generate_series(1, $1)", effectIds.Length),
            Command("select max(greatest(recorded_at, voided_at)) from personnel.effect_log where person_id = any($1)", persons),
            Command(EffectLog.SelectStanding, persons));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        var known = new HashSet<Guid>();
        while (await rows.ReadAsync(ct)) known.Add(rows.GetGuid(0));
        await rows.NextResultAsync(ct);
        var seqs = new Queue<long>();
        while (await rows.ReadAsync(ct)) seqs.Enqueue(rows.GetInt64(0));
        await rows.NextResultAsync(ct);
        await rows.ReadAsync(ct);
        var newest = rows.IsDBNull(0) ? DateTime.MinValue : rows.GetDateTime(0);
        await rows.NextResultAsync(ct);
        var standing = await log.ReadAsync(rows, ct);
        // Nodes' clocks may differ a little, and one transaction may act twice: knowledge still only grows.
        return new OpenRecords(standing, known, seqs, newest >= at ? newest.AddMicroseconds(1) : at);
    }

    /// <summary>Stores changes of log and facts and what holds today for these people.</summary>
    /// <exception cref="InvalidOperationException">The stored facts are not what the log gives.</exception>
    public async Task SaveAsync(Guid[] persons, RecordDiff diff, IEnumerable<NpgsqlBatchCommand> logChanges, DateTime at, CancellationToken ct)
    {
        await using var batch = Batch([.. logChanges]);
        var closings = new List<(NpgsqlBatchCommand Command, int Rows)>();
        foreach (var rows in diff.Close.GroupBy(r => r.Kind))
        {
            var close = tables[rows.Key].Close(rows, at);
            closings.Add((close, rows.Count()));
            batch.BatchCommands.Add(close);
        }
        foreach (var rows in diff.Add.GroupBy(r => r.Kind)) batch.BatchCommands.Add(tables[rows.Key].Insert([.. rows], at));
        batch.BatchCommands.Add(Command("select personnel.refresh_today($1, $2)", persons, clock.Today()));
        await batch.ExecuteNonQueryAsync(ct);
        if (closings.Find(c => c.Command.RecordsAffected != c.Rows) is { Command: not null } wrong)
            throw new InvalidOperationException($"The stored facts of {persons.Length} persons differ from their log ({wrong.Command.RecordsAffected} of {wrong.Rows} rows closed); run the replay check.");
    }

    private NpgsqlBatch Batch(params IEnumerable<NpgsqlBatchCommand> commands)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction
                          ?? throw new InvalidOperationException("Records change only inside a process.");
        var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        return batch;
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
