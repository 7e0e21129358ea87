using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Printing.Sheets;
using MergeCell = DocumentFormat.OpenXml.Spreadsheet.MergeCell;
using DefinedName = DocumentFormat.OpenXml.Spreadsheet.DefinedName;

namespace CongVu.Platform.Tests.Printing;

/// <summary>Reports laid out as a workbook.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public void A_report_with_merged_headings_groups_totals_and_signatures_is_valid()
    {
        var bytes = Progress().ToArray();

        using var xlsx = new OpenedXlsx(bytes);
        xlsx.Faults().ShouldBeEmpty();
        Progress().ToArray().ShouldBe(bytes);
        xlsx.SheetNames.ShouldBe(["Tổng hợp", "Chi tiết"]);
        var merges = xlsx.SheetNumber(1).Descendants<MergeCell>().Select(m => m.Reference!.Value!).ToList();
        merges.ShouldContain("A7:A8", "TT stands over two heading rows");
        merges.ShouldContain("C7:E7", "Số nhiệm vụ stands over three columns");
        merges.ShouldContain("A9:F9", "a group over the whole width");
        xlsx.Book.Workbook.DefinedNames!.Elements<DefinedName>().First().Text.ShouldBe("'Tổng hợp'!$7:$8");
    }

    [Fact]
    public async Task LibreOffice_shows_the_report_as_meant()
    {
        using var xlsx = new OpenedXlsx(Progress().ToArray());

        var lines = await xlsx.ShownByLibreOfficeAsync();
        lines[6].ShouldBe("TT|Nhóm nhiệm vụ|Số nhiệm vụ|||Tỷ lệ đúng hạn (%)");
        lines[7].ShouldBe("||Tổng|Đúng hạn|Chậm|");
        lines[9].ShouldBe("1|Tuyển dụng, sử dụng công chức|12|11|1|91,7");
        lines[11].ShouldBe("|Cộng|33|29|4|87,9");
    }

    [Fact]
    public async Task The_report_prints_on_one_landscape_page()
    {
        using var converter = new PdfConverter(new PdfConverterOptions(), TimeProvider.System);
        using var target = new MemoryStream();

        (await converter.ConvertAsync(new MemoryStream(Progress().ToArray()), OfficeFormat.Xlsx, target, CancellationToken.None)).ShouldBeOfType<PdfOutcome.Converted>();

        var pages = await PdfTools.PagesAsync(target.ToArray());
        pages.Count.ShouldBe(2, "one page for each sheet");
        pages[0].ShouldContain("BÁO CÁO TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH");
        pages[0].ShouldContain("Trần Quốc Đạt");
        (await PdfTools.InfoAsync(target.ToArray())).ShouldMatch(@"Page size:\s+841\.\d+ x 595\.\d+");
    }

    [Fact]
    public void A_row_with_more_values_than_columns_is_refused()
    {
        var sheet = new Workbook("x", "y").AddSheet("Trang", [10, 10]);

        Should.Throw<ArgumentException>(() => sheet.Row("a", "b", "c"));
    }

    private static Workbook Progress()
    {
        var book = new Workbook("Báo cáo tiến độ", "Sở Nội vụ");
        book.AddSheet("Tổng hợp", [6, 44, 12, 12, 12, 18])
            .Opening(["UBND TỈNH ĐỒNG NAI", "SỞ NỘI VỤ"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"])
            .Title("BÁO CÁO TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH ĐẨY MẠNH CẢI CÁCH CHẾ ĐỘ CÔNG VỤ, CÔNG CHỨC NĂM 2026")
            .Subtitle("(Số liệu tính đến ngày 21/11/2026)")
            .Gap()
            .Header(
                [new HeaderCell("TT", Rows: 2), new HeaderCell("Nhóm nhiệm vụ", Rows: 2), new HeaderCell("Số nhiệm vụ", Columns: 3), new HeaderCell("Tỷ lệ đúng hạn (%)", Rows: 2)],
                [new HeaderCell("Tổng"), new HeaderCell("Đúng hạn"), new HeaderCell("Chậm")])
            .Group("I. Nhiệm vụ trọng tâm")
            .Row(SheetValue.Integer(1), "Tuyển dụng, sử dụng công chức", SheetValue.Integer(12), SheetValue.Integer(11), SheetValue.Integer(1), SheetValue.Number(91.7m, 1))
            .Row(SheetValue.Integer(2), "- Đào tạo, bồi dưỡng: nội dung dài để ô phải xuống dòng khi in trên giấy", SheetValue.Integer(21), SheetValue.Integer(18), SheetValue.Integer(3), SheetValue.Number(85.7m, 1))
            .Total("", "Cộng", SheetValue.Integer(33), SheetValue.Integer(29), SheetValue.Integer(4), SheetValue.Number(87.9m, 1))
            .Signatures("Đồng Nai, ngày 21 tháng 11 năm 2026", ("NGƯỜI LẬP BIỂU", "Phạm Thùy Yến"), ("GIÁM ĐỐC", "Trần Quốc Đạt"));
        book.AddSheet("Chi tiết", [6, 60, 14, 18])
            .Title("CHI TIẾT NHIỆM VỤ CHẬM")
            .Gap()
            .Header("TT", "Nhiệm vụ", "Hạn", "Kinh phí (đồng)")
            .Row(SheetValue.Integer(1), "Ban hành quy chế", SheetValue.Day(new DateOnly(2026, 6, 30)), SheetValue.Money(12_852_400));
        return book;
    }
}
