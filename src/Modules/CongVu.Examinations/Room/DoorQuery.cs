using CongVu.Examinations.Data;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>A seat of a candidate number in a sitting that is open, with what the door asks and what the welcome says.</summary>
/// <param name="Place">Number of the machine in its room.</param>
/// <param name="Profile">JSON of what the candidate was granted.</param>
internal sealed record DoorSeat(
    Guid Id, Guid SittingId, Guid RoomId, int Place, string? CodeHash, string[] Networks, string? BrowserKey,
    string FullName, string Number, DateOnly Birth, string Profile, string Exam, string Sitting, int Minutes, string Room)
{
    public SeatRef Ref => new(Id, SittingId, RoomId);
}

/// <summary>How a seat stands while its door is held: nobody else gets in or seals it until the transaction ends.</summary>
internal sealed record DoorStanding(SeatState Seat, DateTime? SealedAt, RoomState Room, IReadOnlyList<DoorMachine> Machines, IReadOnlyList<DoorMove> Moves);

/// <summary>A machine that is in, in the order of epochs.</summary>
internal sealed record DoorMachine(int Epoch, string TokenHash, string Address, DateTime LastSeenAt);

/// <summary>A code for another machine that is neither used nor out of date.</summary>
internal sealed record DoorMove(Guid Id, string CodeHash, Guid MadeBy);

/// <summary>What two hundred candidates ask of the database at the same second when they come in.</summary>
internal static class DoorQuery
{
    private const string Seats = """
        select s.id, s.sitting_id, s.room_id, s.number, s.code_hash, r.networks, r.browser_key, c.full_name, c.number, c.birth, c.profile::text, e.name, t.name, t.minutes, r.name
        from examinations.candidate c join examinations.exam e on e.id = c.exam_id join examinations.seat s on s.candidate_id = c.id
          join examinations.sitting t on t.id = s.sitting_id join examinations.room r on r.id = s.room_id
        where c.number = $1 and t.state in ('Released', 'Running')
        """;

    public static NpgsqlBatchCommand SeatsOf(string number) => With(Seats, number);

    public static DoorSeat ReadSeat(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<string[]>(5), row.IsDBNull(6) ? null : row.GetString(6),
        row.GetString(7), row.GetString(8), row.GetFieldValue<DateOnly>(9), row.GetString(10), row.GetString(11), row.GetString(12), row.GetInt32(13), row.GetString(14));

    /// <summary>Holds the door of a seat within the transaction of the connection and reads how it stands.</summary>
    public static async Task<DoorStanding> HoldAsync(NpgsqlConnection connection, Guid seat, DateTime now, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                With("select s.state, s.sealed_at, r.state from examinations.seat s join examinations.room r on r.id = s.room_id where s.id = $1 for no key update of s", seat),
                With("select epoch, token_hash, address, last_seen_at from examinations.seat_device where seat_id = $1 order by epoch", seat),
                With("select id, code_hash, made_by from examinations.seat_move where seat_id = $1 and used_at is null and expires_at > $2", seat, now),
            },
        };
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var (state, sealedAt, room) = (Enum.Parse<SeatState>(row.GetString(0)), row.IsDBNull(1) ? default(DateTime?) : row.GetDateTime(1), Enum.Parse<RoomState>(row.GetString(2)));
        var (machines, moves) = (new List<DoorMachine>(), new List<DoorMove>());
        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct)) machines.Add(new DoorMachine(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetDateTime(3)));
        await row.NextResultAsync(ct);
        while (await row.ReadAsync(ct)) moves.Add(new DoorMove(row.GetGuid(0), row.GetString(1), row.GetGuid(2)));
        return new DoorStanding(state, sealedAt, room, machines, moves);
    }

    /// <summary>Another machine of the seat goes in.</summary>
    /// <param name="move">The code that let it in; none for the first.</param>
    public static IEnumerable<NpgsqlBatchCommand> Opened(Guid seat, int epoch, string tokenHash, string address, string agent, DateTime now, DoorMove? move)
    {
        yield return With("insert into examinations.seat_device(seat_id, epoch, token_hash, address, agent, opened_at, opened_by, last_seen_at) values ($1, $2, $3, $4, $5, $6, $7, $6)",
            seat, epoch, tokenHash, address, agent, now, move?.MadeBy);
        if (move is not null) yield return With("update examinations.seat_move set used_at = $2, epoch = $3 where id = $1", move.Id, now, epoch);
        // Nodes that know where the seat stood see that it changed.
        if (epoch > 1) yield return With("update examinations.seat set version = version + 1 where id = $1", seat);
    }

    private static NpgsqlBatchCommand With(string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value is null ? new NpgsqlParameter<Guid?> { TypedValue = null } : new NpgsqlParameter { Value = value });
        return command;
    }
}
