using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Text;

namespace CongVu.Pay.Payrolls;

/// <summary>The report on a change of the base salary as a workbook.</summary>
internal static class EffectWorkbook
{
    public static byte[] Write(EffectReport report, string whose)
    {
        var book = new Workbook("Tác động của mức lương cơ sở đến quỹ lương", "CôngVụ");
        Sheet(book, "Theo đơn vị", "Cơ quan, đơn vị", report, report.Units, whose);
        Sheet(book, "Theo đối tượng", "Đối tượng", report, report.Categories, whose);
        return book.ToArray();
    }

    private static void Sheet(Workbook book, string name, string first, EffectReport report, IReadOnlyList<EffectLine> lines, string whose)
    {
        var sheet = book.AddSheet(name, [6, 48, 12, 22, 22, 22, 12])
            .Title("Tác động của mức lương cơ sở đến quỹ lương một tháng").Subtitle($"{whose}; hồ sơ ngày {VnFormat.Date(report.RecordsOn)}")
            .Subtitle($"Mức lương cơ sở {VnFormat.Money(report.BaseBefore.Value)} (ngày {VnFormat.Date(report.Before)}) và {VnFormat.Money(report.BaseAfter.Value)} (ngày {VnFormat.Date(report.After)})").Gap()
            .Header("STT", first, "Số người", $"Ngày {VnFormat.Date(report.Before)}", $"Ngày {VnFormat.Date(report.After)}", "Tăng thêm", "Tỷ lệ %");
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
            sheet.Row(SheetValue.Integer(i + 1), line.Name, SheetValue.Integer(line.People), SheetValue.Money(line.Before), SheetValue.Money(line.After), SheetValue.Money(line.More), SheetValue.Number(Share(line)));
        sheet.Total("", "Tổng số", SheetValue.Integer(report.Total.People), SheetValue.Money(report.Total.Before), SheetValue.Money(report.Total.After), SheetValue.Money(report.Total.More), SheetValue.Number(Share(report.Total)));
    }

    private static decimal? Share(EffectLine line) => line.Before == 0 ? null : Math.Round(100m * line.More / line.Before, 2);
}
