using CongVu.Platform.Processes;

namespace CongVu.Examinations.Room;

/// <summary>The named processes of a running room. What candidates type is no process: each entry carries its seat, machine, place and time itself, and is never changed.</summary>
internal static class RoomProcesses
{
    public static readonly ProcessKind Enter = new("examinations.seat.enter", "Thí sinh vào phòng thi trên máy", "machine of a seat; by the seat's code, for another machine by an invigilator's code as well");
    public static readonly ProcessKind Seal = new("examinations.seat.seal", "Niêm phong bài thi", "seat: receipt, sealed; nothing is added after");
    public static readonly ProcessKind Identify = new("examinations.seat.identify", "Kiểm tra giấy tờ thí sinh", "seat: Waiting or Absent → Present, or Working when the room runs and the candidate is not too late");
    public static readonly ProcessKind MarkAbsent = new("examinations.seat.absent", "Ghi thí sinh vắng mặt", "seat: Waiting or Present → Absent");
    public static readonly ProcessKind AllowMove = new("examinations.seat.move", "Cho thí sinh đổi máy", "one-time code for another machine", NeedsReason: true);
    public static readonly ProcessKind ReopenDoor = new("examinations.seat.reopen-door", "Mở lại việc nhập mã vào phòng", "event of a seat; codes tried for its candidate before count no more", NeedsReason: true);
    public static readonly ProcessKind ExtendSeat = new("examinations.seat.extend", "Bù thời gian cho thí sinh", "seconds added to a seat", NeedsReason: true);
    public static readonly ProcessKind Penalise = new("examinations.seat.penalise", "Xử lý thí sinh vi phạm", "penalty of a seat; suspension seals it", NeedsReason: true);
    public static readonly ProcessKind Leave = new("examinations.seat.leave", "Cho thí sinh ra khỏi phòng thi", "event of a seat", NeedsReason: true);
    public static readonly ProcessKind Incident = new("examinations.room.incident", "Ghi sự việc trong phòng thi", "event of a room or seat", NeedsReason: true);
    public static readonly ProcessKind Start = new("examinations.room.start", "Bắt đầu tính giờ làm bài", "room: Waiting → Running, its Present seats → Working; sitting: Released → Running");
    public static readonly ProcessKind Pause = new("examinations.room.pause", "Tạm dừng phòng thi", "room: Running → Paused", NeedsReason: true);
    public static readonly ProcessKind Resume = new("examinations.room.resume", "Thi tiếp", "room: Paused → Running, the pause is given back");
    public static readonly ProcessKind ExtendRoom = new("examinations.room.extend", "Bù thời gian cho cả phòng", "seconds added to a room", NeedsReason: true);
    public static readonly ProcessKind Close = new("examinations.room.close", "Kết thúc phòng thi", "room: Running → Closed, seats never taken → Absent; sitting: Running → Closed after its last room");
    public static readonly ProcessKind Upload = new("examinations.carried.upload", "Nộp tệp bài thi mang tay", "a carried file that waits for a second person");
    public static readonly ProcessKind Take = new("examinations.carried.take", "Nhận tệp bài thi mang tay", "entries of a seat, by a second person");

    public static readonly IReadOnlyList<ProcessKind> All = [Enter, Seal, Identify, MarkAbsent, AllowMove, ReopenDoor, ExtendSeat, Penalise, Leave, Incident, Start, Pause, Resume, ExtendRoom, Close, Upload, Take];
}
