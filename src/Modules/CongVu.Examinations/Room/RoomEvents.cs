using System.Text.Json;
using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Examinations.Room;

/// <summary>Kinds of events of a room; the minutes are written from them. Words for people: <see cref="RoomWords"/>.</summary>
internal static class RoomEvents
{
    public const string RoomStarted = "RoomStarted", RoomPaused = "RoomPaused", RoomResumed = "RoomResumed", RoomExtended = "RoomExtended", RoomClosed = "RoomClosed", Incident = "Incident";
    public const string Identified = "Identified", Absent = "Absent", Entered = "Entered", DoorReopened = "DoorReopened", MoveAllowed = "MoveAllowed", Moved = "Moved", SeatExtended = "SeatExtended", Penalised = "Penalised", Left = "Left";
    public const string Lost = "Lost", Sealed = "Sealed", FileUploaded = "FileUploaded", FileTaken = "FileTaken", Refused = "Refused", ScoreTold = "ScoreTold";

    /// <summary>An event of a room or seat. <paramref name="detail"/> is anything that serialises.</summary>
    public static SittingEvent Of(Guid sitting, Guid room, Guid? seat, DateTime at, string kind, Guid? account = null, int? seconds = null, string? reason = null, object? detail = null) => new()
    {
        SittingId = sitting, RoomId = room, SeatId = seat, At = at, AccountId = account, Kind = kind, Seconds = seconds, Reason = reason?.Trim(), Detail = detail is null ? null : JsonSerializer.Serialize(detail, Json.Options),
    };

    /// <summary>Writes an event beside EF, on the connection's transaction if it has one.</summary>
    public static async Task AddAsync(NpgsqlConnection connection, SittingEvent e, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Added(e) } };
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The same, to be sent together with other commands.</summary>
    public static NpgsqlBatchCommand Added(SittingEvent e)
    {
        var command = new NpgsqlBatchCommand("insert into examinations.sitting_event(id, sitting_id, room_id, seat_id, at, account_id, kind, seconds, reason, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        Add(e.Id, NpgsqlDbType.Uuid);
        Add(e.SittingId, NpgsqlDbType.Uuid);
        Add(e.RoomId, NpgsqlDbType.Uuid);
        Add(e.SeatId, NpgsqlDbType.Uuid);
        Add(e.At, NpgsqlDbType.TimestampTz);
        Add(e.AccountId, NpgsqlDbType.Uuid);
        Add(e.Kind, NpgsqlDbType.Text);
        Add(e.Seconds, NpgsqlDbType.Integer);
        Add(e.Reason, NpgsqlDbType.Text);
        Add(e.Detail, NpgsqlDbType.Jsonb);
        return command;
    }
}
