using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <summary>What the council does with a room as a whole. Each act is an event of the sitting, with who, when and why.</summary>
internal sealed class RoomDesk(CongVuDb db, ProcessLog processes, Council council, Gate gate, Sealer sealer, TimeProvider clock)
{
    public const int MostMinutes = 180;

    public Task<Outcome> StartAsync(Guid id, CancellationToken ct) => ActAsync(RoomProcesses.Start, id, null, ct, async (room, sitting, now) =>
    {
        if (room.State != RoomState.Waiting) return new Outcome.Refused("", "Phòng đã bắt đầu.");
        if (sitting.State is not (SittingState.Released or SittingState.Running)) return new Outcome.Refused("", "Ca thi chưa mở đề. Hai người của hội đồng mở đề trước, rồi bắt đầu.");
        var present = await db.Set<Seat>().Where(s => s.RoomId == id && s.State == SeatState.Present).ToListAsync(ct);
        if (present.Count == 0) return new Outcome.Refused("", "Chưa có thí sinh nào được kiểm tra giấy tờ. Kiểm tra giấy tờ từng thí sinh trước.");
        (room.State, room.StartedAt) = (RoomState.Running, now);
        sitting.State = SittingState.Running;
        sitting.Version++;
        foreach (var seat in present)
        {
            (seat.State, seat.StartedAt) = (SeatState.Working, now);
            seat.Version++;
        }
        Add(room, RoomEvents.RoomStarted, now, detail: new { present = present.Count });
        return new Outcome.Done($"Đã bắt đầu tính giờ cho {present.Count} thí sinh.");
    });

    public Task<Outcome> PauseAsync(Guid id, string? reason, CancellationToken ct) => ActAsync(RoomProcesses.Pause, id, reason, ct, (room, _, now) =>
    {
        if (room.State != RoomState.Running) return Refuse("Chỉ tạm dừng được phòng đang thi.");
        (room.State, room.PausedAt) = (RoomState.Paused, now);
        Add(room, RoomEvents.RoomPaused, now, reason: reason);
        return Done("Đã tạm dừng. Các máy che đề và dừng đồng hồ.");
    });

    public Task<Outcome> ResumeAsync(Guid id, CancellationToken ct) => ActAsync(RoomProcesses.Resume, id, null, ct, (room, _, now) =>
    {
        if (room.State != RoomState.Paused) return Refuse("Phòng không tạm dừng.");
        var seconds = (int)Math.Ceiling((now - room.PausedAt!.Value).TotalSeconds);
        room.AddedSeconds += seconds;
        (room.State, room.PausedAt) = (RoomState.Running, null);
        Add(room, RoomEvents.RoomResumed, now, seconds);
        return Done($"Thi tiếp; đã bù {RoomWords.Seconds(seconds)} tạm dừng cho cả phòng.");
    });

    public Task<Outcome> ExtendAsync(Guid id, int minutes, string? reason, CancellationToken ct) => ActAsync(RoomProcesses.ExtendRoom, id, reason, ct, (room, _, now) =>
    {
        if (room.State is not (RoomState.Running or RoomState.Paused)) return Refuse("Chỉ bù thời gian cho phòng đang thi.");
        if (minutes is < 1 or > MostMinutes) return Refuse($"Số phút bù từ 1 đến {MostMinutes}.");
        room.AddedSeconds += minutes * 60;
        Add(room, RoomEvents.RoomExtended, now, minutes * 60, reason);
        return Done($"Đã bù {minutes} phút cho cả phòng.");
    });

    public Task<Outcome> NoteAsync(Guid id, string? words, CancellationToken ct) => ActAsync(RoomProcesses.Incident, id, words, ct, (room, _, now) =>
    {
        Add(room, RoomEvents.Incident, now, reason: words);
        return Done("Đã ghi sự việc; sự việc có trong biên bản.");
    });

    /// <summary>Seals who has not handed in when the council says so, with a reason; nobody is left open.</summary>
    public Task<Outcome> CloseAsync(Guid id, bool sealRest, string? reason, CancellationToken ct) => ActAsync(RoomProcesses.Close, id, sealRest ? reason ?? "" : null, ct, async (room, sitting, now) =>
    {
        if (room.State == RoomState.Closed) return new Outcome.Refused("", "Phòng đã kết thúc.");
        if (room.State == RoomState.Waiting) return new Outcome.Refused("", "Phòng chưa bắt đầu nên chưa kết thúc được.");
        if (room.State == RoomState.Paused) return new Outcome.Refused("", "Phòng đang tạm dừng. Cho thi tiếp rồi kết thúc.");
        var seats = await db.Set<Seat>().Where(s => s.RoomId == id).OrderBy(s => s.Id).ToListAsync(ct);
        var open = seats.Where(s => s.State == SeatState.Working && s.SealedAt is null).ToList();
        if (open.Count > 0 && !sealRest) return new Outcome.Refused("", $"Còn {open.Count} thí sinh chưa nộp bài (chỗ {string.Join(", ", open.Select(s => s.Number).Order())}). Chờ nộp, nhận tệp mang tay, hoặc nêu lý do và niêm phong những gì đã về máy chủ.");
        if (open.Count > 0 && string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("", "Nêu lý do niêm phong bài của thí sinh chưa nộp.");
        foreach (var seat in open) await sealer.WithinAsync(seat.Id, SealedBy.Council, null, SeatState.Sealed, reason, ct);
        foreach (var seat in seats.Where(s => s.State is SeatState.Waiting or SeatState.Present))
        {
            seat.State = SeatState.Absent;
            seat.Version++;
        }
        (room.State, room.ClosedAt) = (RoomState.Closed, now);
        if (!await db.Set<Data.Room>().AnyAsync(r => r.SittingId == sitting.Id && r.Id != id && r.State != RoomState.Closed, ct))
        {
            sitting.State = SittingState.Closed;
            sitting.Version++;
        }
        Add(room, RoomEvents.RoomClosed, now, reason: reason, detail: new { handedIn = seats.Count(s => s.SealedAt is not null), absent = seats.Count(s => s.State == SeatState.Absent) });
        return new Outcome.Done("Phòng đã kết thúc; tải biên bản để ký.");
    });

    private async Task<Outcome> ActAsync(ProcessKind kind, Guid id, string? reason, CancellationToken ct, Func<Data.Room, Sitting, DateTime, Task<Outcome>> act)
    {
        if (kind.NeedsReason && string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("", "Nêu lý do; lý do được ghi vào biên bản.");
        await using var process = await processes.BeginAsync(kind, "exam-room", id, ct, reason);
        // Acts of one room come one after the other, from whoever's screen.
        var room = await db.Set<Data.Room>().FromSql($"select * from examinations.room where id = {id} for no key update").SingleOrDefaultAsync(ct) ?? throw new NotFoundException("Không có phòng thi này.");
        var sitting = await db.Set<Sitting>().SingleAsync(s => s.Id == room.SittingId, ct);
        if (!(await council.RoomRightsAsync(sitting.ExamId, ct)).Invigilate) throw new ForbiddenException("Chỉ lãnh đạo, thư ký hội đồng và giám thị của kỳ thi làm việc này.");
        var outcome = await act(room, sitting, clock.UtcNow());
        if (outcome is not Outcome.Done) return outcome;
        room.Version++;
        await process.CommitAsync(ct);
        return outcome;
    }

    private void Add(Data.Room room, string kind, DateTime at, int? seconds = null, string? reason = null, object? detail = null) => db.Add(RoomEvents.Of(room.SittingId, room.Id, null, at, kind, gate.Actor.AccountId, seconds, reason, detail));

    private static Task<Outcome> Refuse(string message) => Task.FromResult<Outcome>(new Outcome.Refused("", message));

    private static Task<Outcome> Done(string message) => Task.FromResult<Outcome>(new Outcome.Done(message));
}
