using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>One seat as the invigilator sees it now.</summary>
/// <param name="Lost">Seconds without contact so far in this sitting, the silence under way included.</param>
/// <param name="Given">Seconds given to this candidate.</param>
internal sealed record SeatLine(Guid Id, int Number, string Candidate, string Name, SeatState State, SeatPenalty Penalty, int Epoch, int Entries, DateTime? LastEntry, TimeSpan? Silent, int Lost, int Given, DateTime? SealedAt, string? Receipt)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    public bool IsLost => State == SeatState.Working && SealedAt is null && Epoch > 0 && Silent > Quiet;

    /// <summary>In words, with the state of the badge: what needs somebody stands out.</summary>
    public (string Badge, string Word) Standing(DateTime now) =>
        State == SeatState.Suspended ? ("bad", "Đình chỉ") : SealedAt is not null ? ("done", "Đã nộp") : State == SeatState.Absent ? ("quiet", "Vắng")
        : State == SeatState.Waiting ? ("queued", Epoch > 0 ? "Ở máy, chưa kiểm tra" : "Chưa đến") : State == SeatState.Present ? (Epoch > 0 ? ("good", "Sẵn sàng") : ("info", "Có mặt, chưa vào máy"))
        : Epoch == 0 ? ("warn", "Chưa vào máy") : IsLost ? ("bad", $"Mất liên lạc {RoomWords.Seconds((int)Silent!.Value.TotalSeconds)}") : LastEntry is { } last && now - last > Idle ? ("warn", "Không thao tác") : ("running", "Đang làm");
}

internal sealed record RoomSight(Data.Room Room, Sitting Sitting, string Exam, IReadOnlyList<SeatLine> Seats, RoomRights Rights, DateTime Now)
{
    public SeatTime Time => new(Room.State, Room.StartedAt, Room.PausedAt, Room.AddedSeconds, 0, Sitting.Minutes);
}

/// <summary>What is on the wall of the room: who is there, whose work is on the server, whose machine is silent.</summary>
internal sealed class RoomBoard(CongVuDb db, NpgsqlDataSource source, Council council, TimeProvider clock)
{
    public async Task<RoomSight> ReadAsync(Guid id, CancellationToken ct)
    {
        var found = await (from r in db.Set<Data.Room>().AsNoTracking() join s in db.Set<Sitting>() on r.SittingId equals s.Id join e in db.Set<Exam>() on s.ExamId equals e.Id where r.Id == id select new { Room = r, Sitting = s, Exam = e }).SingleOrDefaultAsync(ct);
        var rights = found is null ? RoomRights.None : await council.RoomRightsAsync(found.Exam.Id, ct);
        // Whoever has no part in the examination does not learn that the room exists.
        if (found is null || !rights.Read) throw new NotFoundException("Không có phòng thi này trong các kỳ thi bạn được phân công.");
        return new RoomSight(found.Room, found.Sitting, found.Exam.Name, await SeatsAsync(id, ct), rights, clock.UtcNow());
    }

    private async Task<IReadOnlyList<SeatLine>> SeatsAsync(Guid room, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select s.id, s.number, coalesce(c.number, ''), c.full_name, s.state, s.penalty, s.added_seconds, s.sealed_at, s.receipt, coalesce(d.epoch, 0), d.last_seen_at,
              (select count(*)::int from examinations.seat_entry e where e.seat_id = s.id), (select max(e.received_at) from examinations.seat_entry e where e.seat_id = s.id and e.kind in ('answer', 'flag', 'open')),
              coalesce((select sum(v.seconds)::int from examinations.sitting_event v where v.seat_id = s.id and v.kind in ('Lost', 'Moved')), 0)
            from examinations.seat s join examinations.candidate c on c.id = s.candidate_id
              left join lateral (select epoch, last_seen_at from examinations.seat_device where seat_id = s.id order by epoch desc limit 1) d on true
            where s.room_id = $1 order by s.number
            """);
        command.Parameters.AddWithValue(room);
        var (now, lines) = (clock.UtcNow(), new List<SeatLine>());
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            DateTime? Time(int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);
            var line = new SeatLine(row.GetGuid(0), row.GetInt32(1), row.GetString(2), row.GetString(3), Enum.Parse<SeatState>(row.GetString(4)), Enum.Parse<SeatPenalty>(row.GetString(5)), row.GetInt32(9), row.GetInt32(11), Time(12),
                now - Time(10), row.GetInt32(13), row.GetInt32(6), Time(7), row.IsDBNull(8) ? null : row.GetString(8));
            lines.Add(line.IsLost ? line with { Lost = line.Lost + (int)line.Silent!.Value.TotalSeconds } : line);
        }
        return lines;
    }
}
