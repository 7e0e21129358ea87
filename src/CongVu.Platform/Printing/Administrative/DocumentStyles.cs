using DocumentFormat.OpenXml.Wordprocessing;
using static CongVu.Platform.Printing.Administrative.PaperLayout;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>
/// The named styles of the document: a clerk who opens it in Word changes a style, not fifty paragraphs.
/// Ids are Latin, names are what the style box shows.
/// </summary>
internal static class DocumentStyles
{
    public const string Font = "Times New Roman";

    private static readonly Sheet[] All =
    [
        new("QuocHieu", "Quốc hiệu", NationalName, Bold: true, Centered: true),
        new("TieuNgu", "Tiêu ngữ", Motto, Bold: true, Centered: true),
        new("CoQuanChuQuan", "Cơ quan chủ quản", AgencyName, Centered: true),
        new("CoQuanBanHanh", "Cơ quan ban hành", AgencyName, Bold: true, Centered: true),
        new("DuongKe", "Đường kẻ", 2, Centered: true),
        new("SoKyHieu", "Số và ký hiệu", NumberLine, Centered: true),
        new("DiaDanhThoiGian", "Địa danh và thời gian", PlaceAndDate, Italic: true, Centered: true),
        new("VeViec", "V/v (công văn)", LetterSubject, Centered: true, Before: ParagraphGap),
        new("DongKhung", "Dấu đóng khung", Mark, Bold: true, Centered: true, Before: ParagraphGap),
        new("TenLoai", "Tên loại văn bản", BodySize, Bold: true, Centered: true, Before: 240, KeepNext: true, Outline: 0),
        new("TrichYeu", "Trích yếu", BodySize, Bold: true, Centered: true, KeepNext: true),
        new("ThamQuyen", "Thẩm quyền ban hành", BodySize, Bold: true, Centered: true, Before: 240, After: ParagraphGap, KeepNext: true),
        new("KinhGui", "Kính gửi", BodySize, Before: 240, After: 240),
        new("CanCu", "Căn cứ", BodySize, Italic: true, Indented: true, After: ParagraphGap, Justified: true, Spread: true),
        new("MenhLenh", "Mệnh lệnh ban hành", BodySize, Bold: true, Centered: true, Before: ParagraphGap, After: ParagraphGap, KeepNext: true),
        new("NoiDung", "Nội dung", BodySize, Indented: true, After: ParagraphGap, Justified: true, Spread: true),
        new("Chuong", "Phần - Chương", BodySize, Bold: true, Centered: true, Before: ParagraphGap, KeepNext: true, Outline: 1),
        new("TieuDeChuong", "Tiêu đề chương mục", BodySize, Bold: true, Centered: true, After: ParagraphGap, KeepNext: true),
        new("Muc", "Mục - Tiểu mục", BodySize, Bold: true, Centered: true, Before: ParagraphGap, KeepNext: true, Outline: 2),
        new("MucLaMa", "Mục La Mã", BodySize, Bold: true, Indented: true, Before: ParagraphGap, After: ParagraphGap, KeepNext: true, Outline: 1, Justified: true),
        new("MucSo", "Mục đánh số", BodySize, Bold: true, Indented: true, After: ParagraphGap, KeepNext: true, Outline: 2, Justified: true),
        new("Dieu", "Điều", BodySize, Indented: true, After: ParagraphGap, Justified: true, Spread: true),
        new("DieuCoTieuDe", "Điều có tiêu đề", BodySize, Bold: true, Indented: true, After: ParagraphGap, Justified: true, Spread: true, KeepNext: true, Outline: 3),
        new("Khoan", "Khoản", BodySize, Indented: true, After: ParagraphGap, Justified: true, Spread: true),
        new("Diem", "Điểm", BodySize, Indented: true, After: ParagraphGap, Justified: true, Spread: true),
        new("QuyenHanChucVu", "Quyền hạn và chức vụ", BodySize, Bold: true, Centered: true, KeepNext: true),
        new("HoTenNguoiKy", "Họ tên người ký", BodySize, Bold: true, Centered: true, Before: SignatureGap),
        new("NoiNhan", "Nơi nhận", RecipientsHeading, Bold: true, Italic: true),
        new("DanhSachNoiNhan", "Danh sách nơi nhận", RecipientsList),
        new("KyHieuSoanThao", "Ký hiệu người soạn thảo", SmallPrint, Before: ParagraphGap),
        new("PhuLuc", "Phụ lục", BodySize, Bold: true, Centered: true, KeepNext: true, Outline: 0),
        new("TieuDePhuLuc", "Tiêu đề phụ lục", BodySize, Bold: true, Centered: true, KeepNext: true),
        new("KemTheo", "Kèm theo", BodySize, Italic: true, Centered: true, After: 2 * ParagraphGap, KeepNext: true),
        new("TieuDeBang", "Tiêu đề bảng", 12, Bold: true, Centered: true, KeepNext: true),
        new("SoThuTuCot", "Số thứ tự cột", 12, Italic: true, Centered: true),
        new("NoiDungBang", "Nội dung bảng", 12),
        new("SoTrang", "Số trang", BodySize, Centered: true),
        new("ChanTrang", "Chân trang", SmallPrint, Centered: true),
        new("KetThuc", "Kết thúc phần", 2),
    ];

    public static Styles Build()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(),
                new FontSize { Val = HalfPoints(BodySize) },
                new FontSizeComplexScript { Val = HalfPoints(BodySize) },
                new Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            new Style(
                new StyleName { Val = "Normal Table" },
                new StyleTableProperties(
                    new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                    new TableCellMarginDefault(
                        new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                        new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })))
            { Type = StyleValues.Table, StyleId = "TableNormal", Default = true });
        styles.Append(All.Select(ToStyle));
        return styles;
    }

    public static RunFonts Fonts() => new() { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font };

    public static string HalfPoints(double points) => ((int)Math.Round(points * 2)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Style ToStyle(Sheet sheet)
    {
        var paragraph = new StyleParagraphProperties
        {
            KeepNext = sheet.KeepNext ? new KeepNext() : null,
            WidowControl = new WidowControl(),
            SpacingBetweenLines = new SpacingBetweenLines
            {
                Before = Text(sheet.Before),
                After = Text(sheet.After),
                Line = sheet.Spread ? "264" : "240",
                LineRule = LineSpacingRuleValues.Auto,
            },
            Indentation = sheet.Indented ? new Indentation { FirstLine = Text(FirstLine) } : null,
            Justification = new Justification
            {
                Val = sheet.Centered ? JustificationValues.Center : sheet.Justified ? JustificationValues.Both : JustificationValues.Left,
            },
            OutlineLevel = sheet.Outline is { } level ? new OutlineLevel { Val = level } : null,
        };
        var run = new StyleRunProperties
        {
            RunFonts = Fonts(),
            Bold = sheet.Bold ? new Bold() : null,
            Italic = sheet.Italic ? new Italic() : null,
            FontSize = new FontSize { Val = HalfPoints(sheet.Size) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = HalfPoints(sheet.Size) },
        };
        return new Style(new StyleName { Val = sheet.Name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = sheet.Id,
            CustomStyle = true,
        };
    }

    private static string Text(int twips) => twips.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Sheet(
        string Id,
        string Name,
        double Size,
        bool Bold = false,
        bool Italic = false,
        bool Centered = false,
        bool Justified = false,
        bool Indented = false,
        bool Spread = false,
        bool KeepNext = false,
        int Before = 0,
        int After = 0,
        int? Outline = null);
}
