using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>Counts codes tried at the door over all nodes: by candidate number and address, by number alone, and wrong ones by address.</summary>
internal sealed class CodeTries(NpgsqlDataSource source, TimeProvider clock)
{
    public const int PerNumber = 10, PerNumberAnywhere = 50, WrongPerAddress = 100;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // Tries for one number are counted one after the other. A crash may forget the last fraction of a second: nobody waits for the disk.
    private const string Turn = """
        with turn as materialized (select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(hashtextextended('exam-code ' || $1, 0)))
        select 1 from turn
        """;

    private const string Take = """
        with seen as materialized (
          select count(*) filter (where address = $3) here, count(*) anywhere, (select count(*) from examinations.code_try w where w.address = $3 and w.wrong and w.at > $5) wrong
          from examinations.code_try t where t.number = $2 and t.at > $5)
        insert into examinations.code_try(id, number, address, at) select $1, $2, $3, $4 from seen where here < $6 and anywhere < $7 and wrong < $8
        """;

    /// <summary>Counts a try; null when there were too many.</summary>
    public async Task<Guid?> TakeAsync(string number, string address, CancellationToken ct)
    {
        var (id, now) = (Guid.CreateVersion7(), clock.UtcNow());
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var turn = new NpgsqlCommand(Turn, connection, transaction))
        {
            turn.Parameters.AddWithValue(number);
            await turn.ExecuteNonQueryAsync(ct);
        }
        await using var take = new NpgsqlCommand(Take, connection, transaction);
        foreach (var value in new object[] { id, number, address, now, now - Window, (long)PerNumber, (long)PerNumberAnywhere, (long)WrongPerAddress }) take.Parameters.AddWithValue(value);
        var taken = await take.ExecuteNonQueryAsync(ct) == 1;
        await transaction.CommitAsync(ct);
        return taken ? id : null;
    }

    /// <summary>The code was right, or there was nothing to guess: the try counts no more.</summary>
    public Task ForgetAsync(Guid id, CancellationToken ct) => RunAsync("delete from examinations.code_try where id = $1", id, ct);

    public Task WrongAsync(Guid id, CancellationToken ct) => RunAsync("update examinations.code_try set wrong = true where id = $1", id, ct);

    /// <summary>Takes away what no window reaches any more.</summary>
    public async Task ForgetOldAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("delete from examinations.code_try where at < $1");
        command.Parameters.AddWithValue(clock.UtcNow() - 2 * Window);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task RunAsync(string sql, Guid id, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"with unhurried as materialized (select set_config('synchronous_commit', 'off', true)), done as ({sql} returning 1) select 1 from unhurried, done");
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync(ct);
    }
}
