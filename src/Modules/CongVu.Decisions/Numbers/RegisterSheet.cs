using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Text;

namespace CongVu.Decisions.Numbers;

/// <summary>The register book as a workbook to print and file.</summary>
internal static class RegisterSheet
{
    public static byte[] Of(BookPage book, string agency, DateOnly on, Func<BookEntry, string> signer)
    {
        var title = $"Sổ đăng ký quyết định năm {book.Key.Year}";
        var workbook = new Workbook(title, "CôngVụ");
        var sheet = workbook.AddSheet($"Năm {book.Key.Year}", [14, 11, 44, 34, 30, 34]).Title(title.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN")))
            .Subtitle($"{agency} · loại văn bản {book.Key.DocType} · số liệu đến ngày {VnFormat.Date(on)}").Subtitle(book.Runs.Proof).Gap()
            .Header("Số, ký hiệu", "Ngày ký", "Trích yếu nội dung", "Người, đơn vị trong quyết định", "Người ký", "Tình trạng");
        foreach (var entry in book.Entries)
            sheet.Row(entry.NumberText, SheetValue.Day(entry.SignedOn), entry.Title, entry.People, signer(entry), entry.State(on));
        return workbook.ToArray();
    }
}
