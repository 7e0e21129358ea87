using CongVu.Examinations.Data;
using CongVu.Platform.Text;

namespace CongVu.Examinations.Exams;

/// <summary>The words of states and roles on screens and papers.</summary>
internal static class ExamWords
{
    public static string Role(CouncilRole role) => role switch
    {
        CouncilRole.Chair => "Chủ tịch hội đồng",
        CouncilRole.Deputy => "Phó Chủ tịch hội đồng",
        CouncilRole.Secretary => "Ủy viên kiêm Thư ký",
        CouncilRole.Member => "Ủy viên hội đồng",
        CouncilRole.Invigilator => "Giám thị",
        CouncilRole.Technician => "Kỹ thuật viên",
        CouncilRole.Marker => "Cán bộ chấm thi",
        _ => "Ban giám sát",
    };

    public static (string Badge, string Word) State(ExamState state) => state switch
    {
        ExamState.Draft => ("draft", "Đang chuẩn bị"),
        ExamState.Announced => ("scheduled", "Đã chốt danh sách"),
        ExamState.Published => ("done", "Đã công bố kết quả"),
        _ => ("running", "Đang tổ chức"),
    };

    public static (string Badge, string Word) State(SittingState state) => state switch
    {
        SittingState.Draft => ("draft", "Đang chuẩn bị"),
        SittingState.Sealed => ("waiting", "Đề đã niêm phong"),
        SittingState.Released => ("scheduled", "Đề đã mở, chờ bắt đầu"),
        SittingState.Running => ("running", "Đang thi"),
        SittingState.Closed => ("waiting", "Thi xong, chờ chấm"),
        _ => ("done", "Đã chấm"),
    };

    public static (string Badge, string Word) State(BlueprintState state) => state switch
    {
        BlueprintState.Draft => ("draft", "Bản nháp"),
        BlueprintState.Approved => ("effective", "Đã duyệt"),
        _ => ("ended", "Thôi dùng"),
    };

    public static string Penalty(SeatPenalty penalty) => penalty switch
    {
        SeatPenalty.None => "",
        SeatPenalty.Reprimand => "Khiển trách",
        SeatPenalty.Warning => "Cảnh cáo",
        SeatPenalty.Suspension => "Đình chỉ thi",
        _ => "Hủy kết quả thi",
    };

    /// <summary>Points as people write them.</summary>
    public static string Points(int? hundredths) => hundredths is { } h ? VnFormat.Number(h / 100m) : "";

    /// <summary>A share in thousandths as a percentage.</summary>
    public static string Permille(int? permille) => permille is { } p ? VnFormat.Percent(p / 10m) : "–";
}
