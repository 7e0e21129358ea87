using System.Net;
using System.Net.Sockets;
using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>
/// Counts codes tried at the door over all nodes: by candidate number and place, by number anywhere, and wrong ones by place. A number tried too often anywhere slows
/// strangers only: whoever comes from the room, or tries that number from there for the first time, is not locked out by what others do elsewhere.
/// </summary>
internal sealed class CodeTries(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary><see cref="PerNumberOfStranger"/> holds in place of <see cref="PerNumber"/> once a number was tried <see cref="PerNumberAnywhere"/> times.</summary>
    public const int PerNumber = 10, PerNumberAnywhere = 50, PerNumberOfStranger = 2, WrongPerPlace = 100;
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

    private const string Delete = "delete from examinations.code_try where id = $1";

    // Rooms where the number has a seat now: their networks, the machines that are in, and when an invigilator last opened the door anew for the seat.
    private const string Rooms = """
        select r.networks, array(select distinct d.address from examinations.seat_device d join examinations.seat o on o.id = d.seat_id where o.room_id = r.id),
          (select max(v.at) from examinations.sitting_event v where v.sitting_id = s.sitting_id and v.kind = 'DoorReopened' and v.seat_id = s.id and v.at > $2)
        from examinations.candidate c join examinations.seat s on s.candidate_id = c.id join examinations.sitting t on t.id = s.sitting_id join examinations.room r on r.id = s.room_id
        where c.number = $1 and t.state in ('Released', 'Running')
        """;

    /// <summary>Counts a try, and asks what else is to be known at the door in the same message to the database. No id when there were too many.</summary>
    public async Task<(Guid? Attempt, IReadOnlyList<T> Rows)> TakeAsync<T>(string number, string address, NpgsqlBatchCommand asked, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var (id, now, place) = (Guid.CreateVersion7(), clock.UtcNow(), PlaceOf(address));
        NpgsqlBatchCommand Count(DateTime since, int here, long anywhere, long wrong)
        {
            var take = new NpgsqlBatchCommand(Take);
            foreach (var value in new object[] { id, number, place, now, since, (long)here, anywhere, wrong }) take.Parameters.AddWithValue(value);
            return take;
        }
        var (taken, rows) = (false, new List<T>());
        var count = Count(now - Window, PerNumber, PerNumberAnywhere, WrongPerPlace);
        // A batch is one transaction, and each of its statements sees what was committed before it began.
        await using (var batch = source.CreateBatch())
        {
            batch.BatchCommands.Add(MyTurn(number));
            batch.BatchCommands.Add(count);
            batch.BatchCommands.Add(asked);
            await using var row = await batch.ExecuteReaderAsync(ct);
            await row.NextResultAsync(ct);
            while (await row.ReadAsync(ct)) rows.Add(read(row));
            await row.CloseAsync();
            taken = count.RecordsAffected == 1;
        }
        if (taken) return (id, rows);
        // Only who would be refused pays for being looked at closely.
        await using var connection = await source.OpenConnectionAsync(ct);
        var (known, reopened) = await StandingAsync(connection, number, address, now - Window, ct);
        count = reopened is { } since ? Count(since, PerNumber, long.MaxValue, long.MaxValue) : Count(now - Window, known ? PerNumber : PerNumberOfStranger, long.MaxValue, WrongPerPlace);
        await using var again = new NpgsqlBatch(connection) { BatchCommands = { MyTurn(number), count } };
        await again.ExecuteNonQueryAsync(ct);
        return (count.RecordsAffected == 1 ? id : null, rows);
    }

    private static NpgsqlBatchCommand MyTurn(string number)
    {
        var turn = new NpgsqlBatchCommand(Turn);
        turn.Parameters.AddWithValue(number);
        return turn;
    }

    /// <summary>The code was right, or there was nothing to guess: the try counts no more.</summary>
    public Task ForgetAsync(Guid id, CancellationToken ct) => RunAsync(Delete, id, ct);

    /// <summary>The same, to be sent together with what the right code opened.</summary>
    public static NpgsqlBatchCommand Forgotten(Guid id)
    {
        var command = new NpgsqlBatchCommand(Delete);
        command.Parameters.AddWithValue(id);
        return command;
    }

    public Task WrongAsync(Guid id, CancellationToken ct) => RunAsync("update examinations.code_try set wrong = true where id = $1", id, ct);

    /// <summary>How often a number was tried in vain within the window, and from how many places.</summary>
    public async Task<(int Tries, int Places)> OfAsync(string number, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select count(*)::int, count(distinct address)::int from examinations.code_try where number = $1 and at > $2 and wrong");
        command.Parameters.AddWithValue(number);
        command.Parameters.AddWithValue(clock.UtcNow() - Window);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetInt32(0), row.GetInt32(1)) : default;
    }

    /// <summary>Takes away what no window reaches any more.</summary>
    public async Task ForgetOldAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("delete from examinations.code_try where at < $1");
        command.Parameters.AddWithValue(clock.UtcNow() - 2 * Window);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What counts as one place: an address, or the /64 network that one IPv6 subscriber has to itself.</summary>
    public static string PlaceOf(string address) =>
        IPAddress.TryParse(address, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? new IPNetwork(new IPAddress([.. ip.GetAddressBytes().Take(8), .. new byte[8]]), 64).ToString() : address;

    private static async Task<(bool Known, DateTime? Reopened)> StandingAsync(NpgsqlConnection connection, string number, string address, DateTime since, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Rooms, connection);
        command.Parameters.AddWithValue(number);
        command.Parameters.AddWithValue(since);
        var (known, reopened, place) = (false, default(DateTime?), PlaceOf(address));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var networks = row.GetFieldValue<string[]>(0);
            known |= networks.Length > 0 ? RoomEntrance.NetworkFits(networks, address) : row.GetFieldValue<string[]>(1).Any(a => PlaceOf(a) == place);
            if (!row.IsDBNull(2) && (reopened is null || row.GetDateTime(2) > reopened)) reopened = row.GetDateTime(2);
        }
        return (known, reopened);
    }

    private async Task RunAsync(string sql, Guid id, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"with unhurried as materialized (select set_config('synchronous_commit', 'off', true)), done as ({sql} returning 1) select 1 from unhurried, done");
        command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync(ct);
    }
}
