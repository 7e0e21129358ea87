using CongVu.Platform.Printing.Sheets;

namespace CongVu.Examinations.Formats.Tables;

/// <summary>Our template as a file to fill in: the headings that are read, and a question of each kind to be written over.</summary>
internal static class TableTemplate
{
    private static readonly string[] Headings = ["Mã", "Loại", "Chủ đề", "Tiêu đề", "Câu hỏi", "A", "B", "C", "D", "Đáp án", "Điểm", "Dung sai", "Giải thích"];

    private static readonly string[][] Examples =
    [
        ["MAU1", "Một lựa chọn", "Tin học", "", "Phím tắt nào lưu văn bản?", "Ctrl + S", "Ctrl + P", "Ctrl + O", "Ctrl + N", "A", "1", "", ""],
        ["MAU2", "Nhiều lựa chọn", "Tin học", "", "Tệp nào là tệp ảnh?", "anh.png", "bang.xlsx", "hinh.jpg", "van-ban.docx", "A, C", "1", "", ""],
        ["MAU3", "Đúng/sai", "Kiến thức chung", "", "Quốc hội là cơ quan quyền lực nhà nước cao nhất.", "", "", "", "", "Đúng", "1", "", ""],
        ["MAU4", "Ghép đôi", "Kiến thức chung", "", "Ghép loại văn bản với chữ viết tắt.", "Quyết định -> QĐ", "Tờ trình -> TTr", "Biên bản -> BB", "", "", "1", "", ""],
        ["MAU5", "Sắp thứ tự", "Văn thư", "", "Sắp các bước ban hành văn bản theo thứ tự.", "Ký", "Soạn thảo", "Phát hành", "", "B, A, C", "1", "", ""],
        ["MAU6", "Điền chữ", "Kiến thức chung", "", "Thủ đô của nước ta là …", "", "", "", "", "Hà Nội|Hanoi", "1", "", ""],
        ["MAU7", "Điền số", "Tin học", "", "Một byte có mấy bit?", "", "", "", "", "8", "1", "0", ""],
        ["MAU8", "Tự luận", "Tự luận", "", "Trình bày trách nhiệm của người đứng đầu cơ quan.", "", "", "", "", "", "10", "", ""],
    ];

    public static async Task<byte[]> WriteAsync(bool isCsv, CancellationToken ct)
    {
        var table = new SheetTable<string[]> { Name = "Câu hỏi", Columns = [.. Headings.Select((h, i) => SheetColumn.Text<string[]>(h, row => row[i], h == "Câu hỏi" ? 50 : 16))] };
        using var file = new MemoryStream();
        if (isCsv) await CsvTable.WriteAsync(file, table, Examples, CsvSeparator.Semicolon, ct);
        else await XlsxTable.WriteAsync(file, table, Examples, ct);
        return file.ToArray();
    }
}
