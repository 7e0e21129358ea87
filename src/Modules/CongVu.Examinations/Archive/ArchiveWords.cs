using CongVu.Examinations.Data;
using CongVu.Platform.Text;
using CongVu.Platform.Web;

namespace CongVu.Examinations.Archive;

/// <summary>The words of a sealed file: what keeps it, what goes, what stays and why. Screen and minutes say the same.</summary>
internal static class ArchiveWords
{
    public static readonly IReadOnlyList<Choice> Holds = Choice.From<HoldKind>(Hold);

    public static string Hold(HoldKind kind) => kind switch { HoldKind.Complaint => "Khiếu nại, tố cáo", HoldKind.Inspection => "Thanh tra, kiểm tra", _ => "Khởi kiện" };

    /// <summary>What goes, with the number once it is known.</summary>
    public static IReadOnlyList<(string What, string Count, string Why)> Goes(Destroyed? done) =>
    [
        ("Bài làm: nhật ký trên máy của từng thí sinh, gồm cả bài tự luận", Of(done?.Entries, "mục"), "Hết thời hạn bảo quản bài thi"),
        ("Đề và đáp án đã niêm phong của kỳ thi, bí mật của hội đồng", Of(done?.Questions, "câu"), "Hết thời hạn bảo quản; câu hỏi gốc ở ngân hàng theo quy chế của ngân hàng"),
        ("Tệp bài làm mang tay và khóa mở tệp", Of(done?.CarriedFiles, "tệp"), "Bản thứ hai của bài làm"),
        ("Ảnh thí sinh", Of(done?.Photos, "ảnh"), "Chỉ để đối chiếu người vào thi"),
        ("Gói hồ sơ đã niêm phong", done is null ? "" : "1 gói", "Gồm đề, đáp án và bài làm"),
        ("Các bản sao ở nơi khác", Of(done?.Copies, "bản"), "Hủy trước, ghi riêng từng bản"),
    ];

    /// <summary>What stays.</summary>
    public static readonly IReadOnlyList<(string What, string Why)> Stays =
    [
        ("Điểm, thứ hạng, kết quả và lý do của từng thí sinh; điểm từng lần chấm", "Báo cáo kết quả và danh sách trúng tuyển giữ lâu hơn bài thi"),
        ("Mã cam kết, giá trị công khai, biên nhận của từng bài, mã băm của từng gói", "Đã công bố; chứng minh đã có gì, và gói kiểm chứng ai đang giữ vẫn kiểm tra được"),
        ("Danh sách thí sinh, chỗ ngồi, diễn biến và biên bản phòng thi, xử lý vi phạm", "Tài liệu tổ chức thi không chứa đề, bài làm"),
        ("Quyết định, giấy chứng nhận, biên bản này", "Căn cứ của tuyển dụng và hồ sơ cán bộ"),
        ("Số liệu thống kê của câu hỏi", "Không chứa nội dung câu hỏi, bài làm"),
    ];

    private static string Of(int? count, string unit) => count is { } c ? $"{VnFormat.Number(c)} {unit}" : "";
}
