using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Text;

namespace CongVu.Communes.Funds;

/// <summary>The lists of funds as workbooks.</summary>
internal static class FundWorkbook
{
    /// <summary>One commune, person by person.</summary>
    public static byte[] OfCommune(CommuneSheet sheet)
    {
        var book = new Workbook($"Danh sách khoán kinh phí tháng {sheet.Day:MM/yyyy}", "CôngVụ");
        var page = book.AddSheet("Khoán kinh phí", [6, 28, 36, 10, 16, 16, 16, 18, 34]).Title($"Danh sách khoán kinh phí phụ cấp tháng {sheet.Day:MM/yyyy}").Subtitle(sheet.Unit.Name)
            .Subtitle(sheet.Resolution is { } resolution ? $"Mức phụ cấp theo {resolution.Cited} ngày {VnFormat.Date(resolution.IssuedOn)}" : "Chưa có nghị quyết về mức phụ cấp").Gap()
            .Header("STT", "Họ và tên", "Chức danh", "Hệ số", "Phụ cấp", "Kiêm nhiệm", "Bảo hiểm", "Cộng", "Ghi chú");
        var (no, groups) = (0, FundTable.Of(sheet));
        foreach (var group in groups)
        {
            page.Group(group.Name);
            foreach (var line in group.Lines)
                page.Row(SheetValue.Integer(++no), line.Name, line.Titles, line.Coefficient, SheetValue.Money(line.Main), SheetValue.Money(line.Concurrent), SheetValue.Money(line.Insurance), SheetValue.Money(line.Total), line.Note);
            page.Total("", "Cộng", "", "", SheetValue.Money(group.Main), SheetValue.Money(group.Concurrent), SheetValue.Money(group.Insurance), SheetValue.Money(group.Total), "");
            page.Row("", "Quỹ khoán", "", "", "", "", "", SheetValue.Money(group.Fund), FundTable.LeftInWords(group));
        }
        page.Total("", "Tổng cộng", "", "", SheetValue.Money(groups.Sum(g => g.Main)), SheetValue.Money(groups.Sum(g => g.Concurrent)), SheetValue.Money(groups.Sum(g => g.Insurance)), SheetValue.Money(groups.Sum(g => g.Total)), $"Tổng quỹ {VnFormat.Money(groups.Sum(g => g.Fund ?? 0))}");
        return book.ToArray();
    }

    /// <summary>All communes, one line each.</summary>
    public static byte[] OfProvince(IReadOnlyList<CommuneSheet> sheets, DateOnly day)
    {
        var book = new Workbook($"Tổng hợp khoán kinh phí cấp xã tháng {day:MM/yyyy}", "CôngVụ");
        var page = book.AddSheet("Tổng hợp", [6, 36, 8, 10, 10, 10, 10, 18, 18, 18, 8, 18, 18, 40]).Title($"Tổng hợp số người và khoán kinh phí cấp xã tháng {day:MM/yyyy}").Gap()
            .Header("STT", "Đơn vị", "Loại", "CB, CC được giao", "CB, CC hiện có", "KCT được bố trí", "KCT hiện có", "Quỹ cấp xã", "Đã chi", "Còn lại", "Số thôn, tổ", "Quỹ thôn, tổ", "Đã chi", "Ghi chú");
        foreach (var (s, i) in sheets.Select((s, i) => (s, i)))
            page.Row(SheetValue.Integer(i + 1), s.Unit.Name, SheetValue.Integer(s.Profile?.Class), SheetValue.Integer(s.Staffing.Value?.CadresAndCivilServants), SheetValue.Integer(s.Staff), SheetValue.Integer(s.Staffing.Value?.PartTime), SheetValue.Integer(s.PartTime),
                SheetValue.Money(s.Fund.Value?.Amount), SheetValue.Money(s.Spent), SheetValue.Money(s.Left), SheetValue.Integer(s.Villages.Count), SheetValue.Money(s.VillageFund), SheetValue.Money(s.VillageSpent), string.Join("; ", s.Troubles()));
        page.Total("", "Tổng số", "", SheetValue.Integer(sheets.Sum(s => s.Staffing.Value?.CadresAndCivilServants ?? 0)), SheetValue.Integer(sheets.Sum(s => s.Staff)), SheetValue.Integer(sheets.Sum(s => s.Staffing.Value?.PartTime ?? 0)), SheetValue.Integer(sheets.Sum(s => s.PartTime)),
            SheetValue.Money(sheets.Sum(s => s.Fund.Value?.Amount ?? 0)), SheetValue.Money(sheets.Sum(s => s.Spent)), SheetValue.Money(sheets.Sum(s => s.Left ?? 0)), SheetValue.Integer(sheets.Sum(s => s.Villages.Count)), SheetValue.Money(sheets.Sum(s => s.VillageFund)), SheetValue.Money(sheets.Sum(s => s.VillageSpent)), "");
        return book.ToArray();
    }
}
