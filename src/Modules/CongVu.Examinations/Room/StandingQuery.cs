using CongVu.Examinations.Data;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>Reads where seats stand.</summary>
internal static class StandingQuery
{
    private const string Sql = """
        select s.id, d.epoch, s.sitting_id, s.room_id, s.state, s.sealed_at, s.receipt, r.state, r.started_at, r.paused_at, r.added_seconds, s.added_seconds, t.minutes, d.opened_at, d.last_seen_at,
          (select min(n.opened_at) from examinations.seat_device n where n.seat_id = s.id and n.epoch > d.epoch),
          coalesce((select max(e.sequence) from examinations.seat_entry e where e.seat_id = d.seat_id and e.epoch = d.epoch), 0),
          case when d.epoch > 1 then (select count(*)::int from examinations.seat_entry e where e.seat_id = d.seat_id and e.epoch < d.epoch) else 0 end
        from examinations.seat s join examinations.seat_device d on d.seat_id = s.id join examinations.room r on r.id = s.room_id join examinations.sitting t on t.id = s.sitting_id
          join unnest($1::uuid[], $2::int[]) u(seat, epoch) on u.seat = s.id and u.epoch = d.epoch
        """;

    /// <summary>
    /// Holds seats against sealing until the transaction ends: sealing locks its seat for update, this for key share. Changes by the council (more time, a penalty) do
    /// not wait for it, nor it for them. All are locked by one statement in the order of their ids, so that nobody waits in a ring.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, RowVersions>> HoldAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid[] seats)
    {
        // An acknowledgement is a promise: the commit waits for the disk whatever the server's default is.
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("set local synchronous_commit = on"),
                new("select s.id, s.xmin, r.xmin from unnest($1::uuid[]) u(seat) join examinations.seat s on s.id = u.seat join examinations.room r on r.id = s.room_id order by s.id for key share of s"),
            },
        };
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = seats });
        var held = new Dictionary<Guid, RowVersions>(seats.Length);
        await using var row = await batch.ExecuteReaderAsync();
        while (await row.ReadAsync()) held[row.GetGuid(0)] = new RowVersions(row.GetFieldValue<uint>(1), row.GetFieldValue<uint>(2));
        return held;
    }

    public static async Task<IReadOnlyDictionary<(Guid Seat, int Epoch), SeatStanding>> ReadAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, IReadOnlyList<(Guid Seat, int Epoch)> seats)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Of(seats) } };
        var found = new Dictionary<(Guid, int), SeatStanding>();
        await using var row = await batch.ExecuteReaderAsync();
        while (await row.ReadAsync()) found[(row.GetGuid(0), row.GetInt32(1))] = Read(row);
        return found;
    }

    /// <summary>Asks where seats stand with their machines; each row is for <see cref="Read"/>.</summary>
    public static NpgsqlBatchCommand Of(IReadOnlyList<(Guid Seat, int Epoch)> seats)
    {
        var command = new NpgsqlBatchCommand(Sql);
        command.Parameters.AddWithValue(seats.Select(s => s.Seat).ToArray());
        command.Parameters.AddWithValue(seats.Select(s => s.Epoch).ToArray());
        return command;
    }

    public static SeatStanding Read(NpgsqlDataReader row)
    {
        DateTime? Time(int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);
        return new SeatStanding(
            row.GetGuid(0), row.GetInt32(1), row.GetGuid(2), row.GetGuid(3), Enum.Parse<SeatState>(row.GetString(4)), Time(5), row.IsDBNull(6) ? null : row.GetString(6),
            new SeatTime(Enum.Parse<RoomState>(row.GetString(7)), Time(8), Time(9), row.GetInt32(10), row.GetInt32(11), row.GetInt32(12)),
            row.GetDateTime(13), row.GetDateTime(14), Time(15), row.GetInt32(16), row.GetInt32(17));
    }

    public static async Task<SeatStanding?> OneAsync(NpgsqlDataSource source, Guid seat, int epoch, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await ReadAsync(connection, null, [(seat, epoch)])).Values.SingleOrDefault();
    }
}
