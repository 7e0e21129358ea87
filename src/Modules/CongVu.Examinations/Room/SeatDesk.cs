using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <summary>What the council does with one candidate's seat. Nobody acts on the own seat.</summary>
internal sealed class SeatDesk(CongVuDb db, ProcessLog processes, Council council, Gate gate, Sealer sealer, LateRule late, TimeProvider clock)
{
    public static readonly TimeSpan MoveCodeHolds = TimeSpan.FromMinutes(15);

    private sealed record Place(Seat Seat, Data.Room Room, Sitting Sitting, DateTime Now);

    public Task<Outcome> IdentifyAsync(Guid id, CancellationToken ct) => ActAsync(RoomProcesses.Identify, id, null, ct, p =>
    {
        if (p.Seat.State is not (SeatState.Waiting or SeatState.Absent) || p.Room.State == RoomState.Closed) return Refuse("Thí sinh đã được kiểm tra giấy tờ, hoặc phòng đã kết thúc.");
        if (p.Room.StartedAt is { } started && late.Refusal(p.Sitting.Minutes, p.Now - started, clock.Today()) is { } tooLate) return Refuse(tooLate);
        (p.Seat.IdentityCheckedAt, p.Seat.IdentityCheckedBy) = (p.Now, gate.Actor.AccountId);
        // Who comes a little late begins at once; the end stays that of the room.
        if (p.Room.StartedAt is null) p.Seat.State = SeatState.Present;
        else (p.Seat.State, p.Seat.StartedAt) = (SeatState.Working, p.Now);
        Add(p, RoomEvents.Identified, p.Room.StartedAt is { } s ? (int)(p.Now - s).TotalSeconds : null);
        return Done(p.Room.StartedAt is null ? "Đã ghi thí sinh có mặt, giấy tờ đúng." : "Đã ghi thí sinh đến muộn; thí sinh vào làm bài ngay, giờ kết thúc không đổi.");
    });

    public Task<Outcome> AbsentAsync(Guid id, CancellationToken ct) => ActAsync(RoomProcesses.MarkAbsent, id, null, ct, p =>
    {
        if (p.Seat.State is not (SeatState.Waiting or SeatState.Present)) return Refuse("Chỉ ghi vắng thí sinh chưa làm bài.");
        (p.Seat.State, p.Seat.IdentityCheckedAt, p.Seat.IdentityCheckedBy) = (SeatState.Absent, null, null);
        Add(p, RoomEvents.Absent);
        return Done("Đã ghi thí sinh vắng mặt.");
    });

    /// <summary>The code is shown once; only its hash is kept.</summary>
    public async Task<(Outcome Outcome, string? Code)> AllowMoveAsync(Guid id, string? reason, CancellationToken ct)
    {
        var code = SeatCode.Make();
        var outcome = await ActAsync(RoomProcesses.AllowMove, id, reason, ct, async p =>
        {
            if (p.Seat.SealedAt is not null) return new Outcome.Refused("", "Bài đã niêm phong nên không đổi máy.");
            if (!await db.Set<SeatDevice>().AnyAsync(d => d.SeatId == id, ct)) return new Outcome.Refused("", "Thí sinh chưa vào máy nào; vào máy đầu tiên chỉ cần thẻ dự thi.");
            // A new code takes the place of one that was not used.
            await db.Set<SeatMove>().Where(m => m.SeatId == id && m.UsedAt == null).ExecuteUpdateAsync(u => u.SetProperty(m => m.ExpiresAt, p.Now), ct);
            db.Add(new SeatMove { SeatId = id, CodeHash = SeatCode.Hash(id, code), MadeAt = p.Now, MadeBy = gate.Actor.AccountId, ExpiresAt = p.Now + MoveCodeHolds });
            Add(p, RoomEvents.MoveAllowed, reason: reason);
            return new Outcome.Done("Đã cấp mã đổi máy.");
        }, technical: true);
        return (outcome, outcome is Outcome.Done ? code : null);
    }

    /// <summary>Somebody tried this candidate's number too often: the candidate may enter at once, with the same code.</summary>
    public Task<Outcome> ReopenDoorAsync(Guid id, string? reason, CancellationToken ct) => ActAsync(RoomProcesses.ReopenDoor, id, reason, ct, p =>
    {
        if (p.Seat.SealedAt is not null) return Refuse("Bài đã niêm phong; không còn gì để vào.");
        Add(p, RoomEvents.DoorReopened, reason: reason);
        return Done("Đã mở lại. Thí sinh nhập số báo danh và mã trên thẻ ngay bây giờ; những lần nhập sai trước đó không còn tính.");
    }, technical: true);

    public Task<Outcome> ExtendAsync(Guid id, int seconds, string? reason, CancellationToken ct) => ActAsync(RoomProcesses.ExtendSeat, id, reason, ct, p =>
    {
        if (p.Seat.SealedAt is not null || p.Seat.State == SeatState.Absent) return Refuse("Thí sinh đã nộp bài hoặc vắng mặt.");
        if (seconds is < 1 or > RoomDesk.MostMinutes * 60) return Refuse($"Thời gian bù từ 1 giây đến {RoomDesk.MostMinutes} phút.");
        p.Seat.AddedSeconds += seconds;
        Add(p, RoomEvents.SeatExtended, seconds, reason);
        return Done($"Đã bù {RoomWords.Seconds(seconds)} cho thí sinh.");
    });

    public Task<Outcome> PenaliseAsync(Guid id, SeatPenalty penalty, string? reason, CancellationToken ct) => ActAsync(RoomProcesses.Penalise, id, reason, ct, async p =>
    {
        if (penalty is SeatPenalty.None or SeatPenalty.Cancelled) return new Outcome.Refused("", "Chọn khiển trách, cảnh cáo hoặc đình chỉ. Hủy kết quả thi do hội đồng quyết định sau khi thi.");
        if (penalty <= p.Seat.Penalty) return new Outcome.Refused("", $"Thí sinh đã bị xử lý: {RoomWords.Penalty(p.Seat.Penalty)}. Chỉ chuyển sang hình thức nặng hơn.");
        if (p.Seat.State != SeatState.Working && penalty == SeatPenalty.Suspension && p.Seat.SealedAt is null) return new Outcome.Refused("", "Chỉ đình chỉ thí sinh đang làm bài.");
        Add(p, RoomEvents.Penalised, reason: reason, detail: new { from = p.Seat.Penalty, to = penalty });
        p.Seat.Penalty = penalty;
        if (penalty == SeatPenalty.Suspension && p.Seat.SealedAt is null) await sealer.WithinAsync(id, SealedBy.Council, null, SeatState.Suspended, reason, ct);
        return new Outcome.Done($"Đã ghi: {RoomWords.Penalty(penalty)}.");
    });

    public Task<Outcome> LeaveAsync(Guid id, string? reason, CancellationToken ct) => ActAsync(RoomProcesses.Leave, id, reason, ct, p =>
    {
        if (p.Room.StartedAt is null) return Refuse("Phòng chưa bắt đầu.");
        var time = new SeatTime(p.Room.State, p.Room.StartedAt, p.Room.PausedAt, p.Room.AddedSeconds, p.Seat.AddedSeconds, p.Sitting.Minutes);
        if (!time.IsOver(p.Now) && late.LeavingRefusal(p.Sitting.Minutes, p.Now - p.Room.StartedAt.Value, clock.Today()) is { } early) return Refuse(early);
        Add(p, RoomEvents.Left, reason: reason);
        return Done("Đã ghi thí sinh ra khỏi phòng thi.");
    });

    public Task<Outcome> NoteAsync(Guid id, string? words, CancellationToken ct) => ActAsync(RoomProcesses.Incident, id, words, ct, p =>
    {
        Add(p, RoomEvents.Incident, reason: words);
        return Done("Đã ghi sự việc; sự việc có trong biên bản.");
    });

    private async Task<Outcome> ActAsync(ProcessKind kind, Guid id, string? reason, CancellationToken ct, Func<Place, Task<Outcome>> act, bool technical = false)
    {
        if (kind.NeedsReason && string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("", "Nêu lý do; lý do được ghi vào biên bản.");
        await using var process = await processes.BeginAsync(kind, "exam-seat", id, ct, reason);
        var seat = await db.Set<Seat>().FromSql($"select * from examinations.seat where id = {id} for no key update").SingleOrDefaultAsync(ct) ?? throw new NotFoundException("Không có chỗ ngồi này.");
        var place = new Place(seat, await db.Set<Data.Room>().SingleAsync(r => r.Id == seat.RoomId, ct), await db.Set<Sitting>().SingleAsync(s => s.Id == seat.SittingId, ct), clock.UtcNow());
        var rights = await council.RoomRightsAsync(place.Sitting.ExamId, ct);
        if (!(technical ? rights.Technical : rights.Invigilate)) throw new ForbiddenException("Chỉ lãnh đạo, thư ký hội đồng và giám thị của kỳ thi làm việc này.");
        var person = await db.Set<Candidate>().Where(c => c.Id == seat.CandidateId).Select(c => c.PersonId).SingleAsync(ct);
        if (person is { } self && gate.IsSelf(self)) throw new ForbiddenException("Đây là chỗ thi của chính bạn; người khác trong hội đồng xử lý.");
        var outcome = await act(place);
        if (outcome is not Outcome.Done) return outcome;
        seat.Version++;
        await process.CommitAsync(ct);
        return outcome;
    }

    private void Add(Place p, string kind, int? seconds = null, string? reason = null, object? detail = null) => db.Add(RoomEvents.Of(p.Sitting.Id, p.Room.Id, p.Seat.Id, p.Now, kind, gate.Actor.AccountId, seconds, reason, detail));

    private static Task<Outcome> Refuse(string message) => Task.FromResult<Outcome>(new Outcome.Refused("", message));

    private static Task<Outcome> Done(string message) => Task.FromResult<Outcome>(new Outcome.Done(message));
}
