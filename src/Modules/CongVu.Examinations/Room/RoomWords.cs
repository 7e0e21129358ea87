using CongVu.Examinations.Data;

namespace CongVu.Examinations.Room;

/// <summary>What the room says to candidates and councils.</summary>
internal static class RoomWords
{
    /// <summary>What is refused, what it means and what to do; by the codes of docs/exam-protocol.md.</summary>
    public static string Refusal(string what) => what switch
    {
        "bad-request" => "Chưa đủ thông tin. Nhập số báo danh và mã vào phòng ghi trên thẻ dự thi.",
        "wrong-code" => "Số báo danh hoặc mã vào phòng không đúng. Xem lại thẻ dự thi; nếu vẫn không vào được, báo giám thị.",
        "wrong-move" => "Mã đổi máy không đúng hoặc đã hết hạn. Xin giám thị mã khác.",
        "needs-move" => "Thí sinh đã vào thi ở một máy khác. Xin giám thị mã đổi máy rồi nhập vào đây; bài đã làm được giữ nguyên.",
        "too-many" => "Số báo danh này bị nhập sai mã quá nhiều lần. Báo giám thị để được mở lại ngay, hoặc đợi 10 phút.",
        "network" => "Máy này không thuộc mạng của phòng thi. Báo kỹ thuật viên.",
        "browser" => "Phòng thi yêu cầu trình duyệt thi an toàn (Safe Exam Browser) đúng cấu hình. Báo kỹ thuật viên.",
        "sealed" => "Bài thi đã nộp và niêm phong, không thêm hay sửa được nữa.",
        "absent" => "Thí sinh đã bị ghi vắng mặt. Báo giám thị nếu có nhầm lẫn.",
        "closed" => "Phòng thi đã kết thúc.",
        "not-open" => "Chưa đến giờ làm bài, hoặc giám thị chưa kiểm tra giấy tờ của thí sinh.",
        "other-machine" => "Phiên làm bài này được mở ở máy khác. Báo giám thị để được cấp mã đổi máy.",
        "not-live" => "Thí sinh đã chuyển sang máy khác; máy này chỉ còn gửi nốt phần đã lưu.",
        "unknown" => "Máy chủ không nhận ra phiên làm bài này. Báo giám thị; bài vẫn còn lưu trên máy.",
        "gap" => "Thiếu một đoạn trước phần gửi lên; máy phải gửi lại từ chỗ máy chủ đã có.",
        "conflict" => "Phần gửi lên khác với phần máy chủ đã có cùng số thứ tự; máy chủ giữ phần đến trước.",
        "late" => "Bài gửi sau giờ kết thúc: được lưu nhưng không chấm.",
        "too-large" => "Phần gửi lên quá lớn; máy phải chia nhỏ.",
        "bad-entry" => "Phần gửi lên không đúng khuôn dạng, máy chủ không nhận.",
        "incomplete" => "Còn phần bài chưa về máy chủ. Gửi hết rồi mới nộp được.",
        _ => "Máy chủ từ chối yêu cầu này.",
    };

    public static string Event(string kind) => kind switch
    {
        RoomEvents.RoomStarted => "Bắt đầu tính giờ làm bài",
        RoomEvents.RoomPaused => "Tạm dừng phòng thi",
        RoomEvents.RoomResumed => "Thi tiếp",
        RoomEvents.RoomExtended => "Bù thời gian cho cả phòng",
        RoomEvents.RoomClosed => "Kết thúc phòng thi",
        RoomEvents.Incident => "Sự việc",
        RoomEvents.Identified => "Đã kiểm tra giấy tờ",
        RoomEvents.Absent => "Vắng mặt",
        RoomEvents.Entered => "Vào máy",
        RoomEvents.DoorReopened => "Mở lại việc nhập mã vào phòng",
        RoomEvents.MoveAllowed => "Được cấp mã đổi máy",
        RoomEvents.Moved => "Đã chuyển sang máy khác",
        RoomEvents.SeatExtended => "Bù thời gian",
        RoomEvents.Penalised => "Xử lý vi phạm",
        RoomEvents.Left => "Ra khỏi phòng thi",
        RoomEvents.Lost => "Máy mất liên lạc",
        RoomEvents.Sealed => "Nộp và niêm phong bài",
        RoomEvents.FileUploaded => "Nộp tệp bài thi mang tay",
        RoomEvents.FileTaken => "Nhận tệp bài thi mang tay",
        RoomEvents.Refused => "Từ chối",
        RoomEvents.ScoreTold => "Báo điểm trên máy",
        _ => kind,
    };

    public static (string Badge, string Word) Room(RoomState state) => state switch
    {
        RoomState.Waiting => ("queued", "Chờ bắt đầu"),
        RoomState.Running => ("running", "Đang thi"),
        RoomState.Paused => ("warn", "Tạm dừng"),
        _ => ("done", "Đã kết thúc"),
    };

    public static string Seat(SeatState state) => state switch
    {
        SeatState.Waiting => "Chưa đến",
        SeatState.Present => "Có mặt",
        SeatState.Working => "Đang làm bài",
        SeatState.Sealed => "Đã nộp",
        SeatState.Absent => "Vắng",
        _ => "Đình chỉ",
    };

    public static string Penalty(SeatPenalty penalty) => penalty switch
    {
        SeatPenalty.None => "Không",
        SeatPenalty.Reprimand => "Khiển trách (trừ 25% điểm bài thi)",
        SeatPenalty.Warning => "Cảnh cáo (trừ 50% điểm bài thi)",
        SeatPenalty.Suspension => "Đình chỉ thi",
        _ => "Hủy kết quả thi",
    };

    /// <summary>"2 phút 05 giây".</summary>
    public static string Seconds(int seconds) => seconds < 60 ? $"{seconds} giây" : seconds % 60 == 0 ? $"{seconds / 60} phút" : $"{seconds / 60} phút {seconds % 60:00} giây";
}
