using System.Threading.Channels;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Personnel.Data;

/// <summary>The work behind <see cref="PersonImport"/>: one task folds ahead while another writes.</summary>
internal sealed class BulkLoad(EffectRegistry registry, FactTables tables, TimeProvider clock)
{
    private const int BatchSize = 2000;

    public async Task<PersonImportResult> RunAsync(NpgsqlConnection connection, IAsyncEnumerable<PersonHistory> people, Guid processId, DateTime recordedAt, CancellationToken ct)
    {
        if ((bool)(await ScalarAsync(connection, "select exists(select from personnel.effect_log) or exists(select from personnel.person)", ct))!)
            throw new InvalidOperationException("A bulk load needs an empty register; there are records already.");
        await ScalarAsync(connection, "set local maintenance_work_mem = '256MB'", ct);
        var bare = await BareTables.StripAsync(connection, "personnel", ct);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var ready = Channel.CreateBounded<LoadBatch>(2);
        var folding = FoldAsync(people, recordedAt, ready.Writer, stop.Token);
        var (persons, effects, facts) = (0, 0L, 0L);
        try
        {
            await foreach (var batch in ready.Reader.ReadAllAsync(ct))
            {
                // COPY writes are synchronous: awaiting each of millions of values would cost more than the writing.
                await Task.Run(() => Write(connection, batch, processId, Span.KnownSince(recordedAt)), ct);
                persons += batch.Persons.Length;
                effects += batch.Log.Length;
                facts += batch.Facts.Sum(f => (long)f.Count);
            }
            await folding;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
        await ScalarAsync(connection, $"select setval('personnel.effect_seq', {effects + 1}, false)", ct);
        await AnalyzeAsync(connection, [.. tables.All.Select(t => t.Name), "personnel.person", "personnel.effect_log"], ct);
        // Before the indexes come back: hash joins over whole tables need none, and rows go in faster without.
        await using (var rebuild = new NpgsqlCommand("select personnel.rebuild_today($1)", connection) { Parameters = { new() { Value = clock.Today() } }, CommandTimeout = 600 })
            await rebuild.ExecuteNonQueryAsync(ct);
        await bare.RestoreAsync(connection, ct);
        await AnalyzeAsync(connection, ["personnel.person_today"], ct);
        return new PersonImportResult(persons, effects, facts);
    }

    private async Task FoldAsync(IAsyncEnumerable<PersonHistory> people, DateTime recordedAt, ChannelWriter<LoadBatch> ready, CancellationToken ct)
    {
        try
        {
            var seq = 1L;
            var waiting = new List<PersonHistory>(BatchSize);
            async Task FlushAsync()
            {
                var some = waiting;
                waiting = new List<PersonHistory>(BatchSize);
                var batch = await Task.Run(() => LoadBatch.Of(some, seq, recordedAt, registry), ct);
                seq += batch.Log.Length;
                await ready.WriteAsync(batch, ct);
            }
            await foreach (var person in people.WithCancellation(ct))
            {
                waiting.Add(person);
                if (waiting.Count == BatchSize) await FlushAsync();
            }
            if (waiting.Count > 0) await FlushAsync();
            ready.Complete();
        }
        catch (Exception e) { ready.Complete(e); }
    }

    private void Write(NpgsqlConnection connection, LoadBatch batch, Guid processId, NpgsqlRange<DateTime> recorded)
    {
        using (var copy = connection.BeginBinaryImport("copy personnel.person (id, created_at) from stdin (format binary)"))
        {
            foreach (var person in batch.Persons)
            {
                copy.StartRow();
                copy.Write(person, NpgsqlDbType.Uuid);
                copy.Write(recorded.LowerBound, NpgsqlDbType.TimestampTz);
            }
            copy.Complete();
        }
        using (var copy = connection.BeginBinaryImport(EffectLog.Copy))
        {
            foreach (var (effect, code, payload) in batch.Log) EffectLog.Write(copy, effect, code, payload, processId);
            copy.Complete();
        }
        foreach (var table in tables.All)
        {
            var rows = batch.Facts[(int)table.Kind];
            if (rows.Count == 0) continue;
            using var copy = connection.BeginBinaryImport(table.Copy);
            foreach (var row in rows) table.Write(copy, row, recorded);
            copy.Complete();
        }
    }

    private static Task<object?> AnalyzeAsync(NpgsqlConnection connection, string[] names, CancellationToken ct) => ScalarAsync(connection, $"analyze {string.Join(", ", names)}", ct);

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        return await command.ExecuteScalarAsync(ct);
    }
}
