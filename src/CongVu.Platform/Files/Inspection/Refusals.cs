using CongVu.Platform.Text;

namespace CongVu.Platform.Files.Inspection;

/// <summary>What a refused file is told: what is wrong, why, and the cure.</summary>
internal static class Refusals
{
    public static FileRefusedException Empty(string name) => new(
        RefusalReason.Empty,
        $"Tệp “{name}” không có nội dung (0 byte); có thể việc sao chép bị gián đoạn. Hãy mở tệp gốc để kiểm tra rồi chọn lại.");

    public static FileRefusedException TooLarge(string name, FileUse use) => new(
        RefusalReason.TooLarge,
        $"Tệp “{name}” lớn hơn {VnFormat.FileSize(use.MaxBytes)}, mức tối đa của {use.Name}. Hãy giảm dung lượng (quét ở 200 dpi, nén ảnh trong văn bản) hoặc chia thành nhiều tệp.");

    public static FileRefusedException NotAllowed(string name, string kind, FileUse use) => new(
        RefusalReason.KindNotAllowed,
        $"Tệp “{name}” là {kind}, không dùng làm {use.Name} được. Các loại được nhận: {Kinds(use)}.");

    public static FileRefusedException OtherImage(string name, string format) => new(
        RefusalReason.KindNotAllowed,
        $"Tệp “{name}” là ảnh {format}, nhiều máy không mở được. Hãy lưu lại dạng JPEG (.jpg) hoặc PNG (.png), văn bản nhiều trang thì quét thành PDF, rồi chọn lại.");

    public static FileRefusedException Mismatch(string name, string extension, FileKind kind) => new(
        RefusalReason.NameDoesNotMatch,
        extension.Length == 0
            ? $"Tệp “{name}” không có đuôi tên; nội dung là {kind.Called()}. Hãy thêm đuôi {kind.Extension()} vào tên tệp rồi chọn lại."
            : $"Tệp “{name}” có đuôi {extension} nhưng nội dung là {kind.Called()}. Hãy kiểm tra có chọn đúng tệp không, rồi đổi đuôi thành {kind.Extension()} hoặc xuất lại tệp.");

    public static FileRefusedException Unknown(string name, FileUse use) => new(
        RefusalReason.Unknown,
        $"Không nhận ra nội dung tệp “{name}”; tệp có thể bị hỏng hoặc không thuộc loại được nhận ({Kinds(use)}). Hãy mở tệp gốc, lưu hoặc xuất lại đúng loại rồi chọn lại.");

    public static FileRefusedException Program(string name) => new(
        RefusalReason.Program,
        $"Tệp “{name}” là chương trình chạy trên máy tính, không phải văn bản. Hệ thống không nhận; nếu nhận tệp này qua thư hoặc USB, hãy báo bộ phận an toàn thông tin.");

    public static FileRefusedException Macros(string name) => new(
        RefusalReason.Macros,
        $"Tệp “{name}” chứa macro, là đoạn mã có thể tự chạy khi mở. Hãy mở tệp, chọn Lưu thành (Save As) dạng .docx hoặc .xlsx không có macro rồi chọn lại.");

    public static FileRefusedException OldOffice(string name, string format, string target) => new(
        RefusalReason.OtherOfficeFormat,
        $"Tệp “{name}” là định dạng {format}, hệ thống không đọc được. Hãy mở tệp bằng Word, Excel hoặc LibreOffice, lưu lại dạng {target} rồi chọn lại.");

    public static FileRefusedException Encrypted(string name) => new(
        RefusalReason.Encrypted,
        $"Tệp “{name}” được đặt mật khẩu nên không kiểm tra và không lưu để người khác xem được. Hãy bỏ mật khẩu (Tệp - Thông tin - Bảo vệ tài liệu), lưu lại rồi chọn lại.");

    public static FileRefusedException Bomb(string name) => new(
        RefusalReason.ZipBomb,
        $"Tệp “{name}” khi giải nén lớn bất thường so với dung lượng, có thể làm treo máy chủ. Nếu là tệp của cơ quan, hãy mở ra, lưu thành tệp mới (bỏ bớt ảnh, trang tính thừa) rồi chọn lại.");

    public static FileRefusedException Suspicious(string name, string what) => new(
        RefusalReason.Suspicious,
        $"Tệp “{name}” {what}, dấu hiệu của tệp bị can thiệp. Hãy mở tệp gốc, sao chép nội dung sang văn bản mới, lưu lại rồi chọn lại.");

    public static FileRefusedException Damaged(string name) => new(
        RefusalReason.Damaged,
        $"Tệp “{name}” bị hỏng hoặc bị cắt giữa chừng. Hãy mở tệp gốc để kiểm tra, lưu lại rồi chọn lại.");

    public static FileRefusedException ActivePdf(string name) => new(
        RefusalReason.ActivePdf,
        $"Tệp PDF “{name}” chứa mã tự chạy hoặc lệnh mở chương trình khác. Hãy in tệp ra PDF mới (Print to PDF) rồi chọn tệp mới đó.");

    public static FileRefusedException ImageTooLarge(string name, long width, long height) => new(
        RefusalReason.ImageTooLarge,
        $"Ảnh “{name}” có kích thước {VnFormat.Count(width)} × {VnFormat.Count(height)} điểm ảnh, quá lớn để hiển thị. Hãy thu nhỏ ảnh (bản quét 200-300 dpi là đủ) rồi chọn lại.");

    public static FileRefusedException NotUtf8(string name) => new(
        RefusalReason.NotUtf8,
        $"Tệp “{name}” không ở bảng mã UTF-8 (có thể là TCVN3, VNI hoặc UTF-16) nên chữ tiếng Việt sẽ bị sai. Hãy mở bằng Notepad, chọn Lưu thành (Save As), mục Mã hóa (Encoding) chọn UTF-8 rồi chọn lại.");

    private static string Kinds(FileUse use) => string.Join(", ", use.Allowed.Select(k => k.Called()));
}
