using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Communes.Funds;

/// <summary>The lists of funds as papers of the agency that sends them.</summary>
internal sealed class FundPapers(UnitDirectory units, Settings settings, TimeProvider clock)
{
    /// <summary>Report of a commune on its fund of a month, the list as an annex.</summary>
    public async Task<byte[]> OfCommuneAsync(CommuneSheet sheet, CancellationToken ct)
    {
        var tree = await units.TreeAsync(new AsOf(sheet.Day), ct);
        var groups = FundTable.Of(sheet);
        var (fund, spent) = (groups.Sum(g => g.Fund ?? 0), groups.Sum(g => g.Total));
        var body = new List<BodyBlock>
        {
            new BodyBlock.Paragraph($"{sheet.Unit.Name} báo cáo kinh phí khoán phụ cấp tháng {sheet.Day:MM/yyyy} của người hoạt động không chuyên trách như sau:"),
            new BodyBlock.Paragraph(sheet.Fund.Value is { } own ? $"Quỹ khoán cấp xã: {own.Multiple} lần mức lương cơ sở, bằng {VnFormat.Money(own.Amount)}; đã chi {VnFormat.Money(sheet.Spent)} ({FundTable.LeftInWords(groups[0])})." : $"Quỹ khoán cấp xã: {sheet.Fund.None}"),
            new BodyBlock.Paragraph($"Quỹ khoán của {sheet.Villages.Count} thôn, tổ dân phố: {VnFormat.Money(sheet.VillageFund)}; đã chi {VnFormat.Money(sheet.VillageSpent)}."),
            new BodyBlock.Paragraph($"Tổng kinh phí khoán {VnFormat.Money(fund)}; tổng chi {VnFormat.Money(spent)}. Mức phụ cấp từng chức danh theo {sheet.Resolution?.Cited ?? "nghị quyết của Hội đồng nhân dân tỉnh"}."),
        };
        foreach (var trouble in sheet.Troubles()) body.Add(new BodyBlock.Dash($"Cần xử lý: {trouble}."));
        return await WriteAsync(sheet.Unit, tree, sheet.Day, $"Kinh phí khoán phụ cấp người hoạt động không chuyên trách tháng {sheet.Day:MM/yyyy}", body, "Danh sách khoán kinh phí", new PrintTable
        {
            FontSize = 11,
            Columns =
            [
                new("STT", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Chức danh", 2.6), new("Hệ số", 0.8, CellAlignment.Center), new("Phụ cấp", 1.2, CellAlignment.Right), new("Kiêm nhiệm", 1.2, CellAlignment.Right),
                new("Bảo hiểm", 1.1, CellAlignment.Right), new("Cộng", 1.3, CellAlignment.Right), new("Ghi chú", 1.8),
            ],
            Rows = Rows(groups),
        }, ct);
    }

    /// <summary>Summary of all communes in the name of the Department of Home Affairs, which keeps it.</summary>
    public async Task<byte[]> OfProvinceAsync(IReadOnlyList<CommuneSheet> sheets, DateOnly day, CancellationToken ct)
    {
        var tree = await units.TreeAsync(new AsOf(clock.Today()), ct);
        var agency = tree.All.FirstOrDefault(u => u.Code == "SNV") ?? tree.Roots[0];
        return await WriteAsync(agency, tree, day, $"Tổng hợp số người và kinh phí khoán cấp xã tháng {day:MM/yyyy}",
        [
            new BodyBlock.Paragraph($"{agency.Name} tổng hợp {sheets.Count} đơn vị cấp xã tháng {day:MM/yyyy}: {sheets.Sum(s => s.Staff)} cán bộ, công chức; {sheets.Sum(s => s.PartTime)} người hoạt động không chuyên trách cấp xã; {sheets.Sum(s => s.Villages.Count)} thôn, tổ dân phố."),
            new BodyBlock.Paragraph($"Quỹ khoán cấp xã {VnFormat.Money(sheets.Sum(s => s.Fund.Value?.Amount ?? 0))}, đã chi {VnFormat.Money(sheets.Sum(s => s.Spent))}; quỹ khoán thôn, tổ dân phố {VnFormat.Money(sheets.Sum(s => s.VillageFund))}, đã chi {VnFormat.Money(sheets.Sum(s => s.VillageSpent))}."),
            new BodyBlock.Paragraph($"{sheets.Count(s => s.Troubles().Any())} đơn vị cần xử lý, nêu ở cột ghi chú của biểu kèm theo."),
        ], "Biểu tổng hợp", new PrintTable
        {
            FontSize = 10,
            Columns =
            [
                new("STT", 0.4, CellAlignment.Center), new("Đơn vị", 2.4), new("Loại", 0.5, CellAlignment.Center), new("CB, CC (có/giao)", 0.9, CellAlignment.Center), new("KCT (có/giao)", 0.8, CellAlignment.Center), new("Quỹ cấp xã", 1.3, CellAlignment.Right),
                new("Đã chi", 1.3, CellAlignment.Right), new("Thôn, tổ", 0.6, CellAlignment.Center), new("Quỹ thôn, tổ", 1.3, CellAlignment.Right), new("Đã chi", 1.3, CellAlignment.Right), new("Ghi chú", 1.8),
            ],
            Rows = [.. sheets.Select((s, i) => PrintRow.Of($"{i + 1}", s.Unit.Name, $"{s.Profile?.Class}", $"{s.Staff}/{s.Staffing.Value?.CadresAndCivilServants.ToString() ?? "–"}", $"{s.PartTime}/{s.Staffing.Value?.PartTime.ToString() ?? "–"}",
                VnFormat.Count(s.Fund.Value?.Amount), VnFormat.Count(s.Spent), $"{s.Villages.Count}", VnFormat.Count(s.VillageFund), VnFormat.Count(s.VillageSpent), string.Join("; ", s.Troubles())))],
        }, ct);
    }

    private static IReadOnlyList<PrintRow> Rows(IReadOnlyList<FundGroup> groups)
    {
        var (rows, no) = (new List<PrintRow>(), 0);
        foreach (var group in groups)
        {
            rows.Add(new PrintRow.Group(group.Fund is { } fund ? $"{group.Name}: quỹ {VnFormat.Money(fund)}, {FundTable.LeftInWords(group)}" : group.Name));
            rows.AddRange(group.Lines.Select(l => PrintRow.Of($"{++no}", l.Name, l.Titles, l.Coefficient, VnFormat.Count(l.Main), VnFormat.Count(l.Concurrent), VnFormat.Count(l.Insurance), VnFormat.Count(l.Total), l.Note)));
            rows.Add(PrintRow.Total("", "Cộng", "", "", VnFormat.Count(group.Main), VnFormat.Count(group.Concurrent), VnFormat.Count(group.Insurance), VnFormat.Count(group.Total), ""));
        }
        return rows;
    }

    private async Task<byte[]> WriteAsync(UnitView agency, UnitTree tree, DateOnly day, string subject, IReadOnlyList<BodyBlock> body, string annex, PrintTable table, CancellationToken ct)
    {
        var parent = agency.ParentId is { } above ? tree.Find(above) : null;
        var place = (await settings.GetAsync(Settings.Province, ct) ?? "").Replace("Tỉnh ", "", StringComparison.OrdinalIgnoreCase);
        return AdministrativeDocx.Write(new AdministrativeDocument
        {
            // A people's committee writes in its own name, without the one above it.
            Type = DocumentType.Report, ParentAgency = agency.Kind == UnitKind.PeoplesCommittee ? null : parent?.Name, Agency = agency.Name, Number = DocumentNumber.Of(null, DocumentType.Report, agency.Symbol), Place = place, Date = IssueDate.Open(Math.Max(day.Year, clock.Today().Year)), IsDraft = true,
            Subject = subject, Addressees = parent is null ? [] : [parent.Name], Body = body, Recipients = ["Như trên", "Lưu: VT"],
            Signature = agency.Kind == UnitKind.PeoplesCommittee ? Signature.ForCollective("ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "") : Signature.Head(PaperPhrases.HeadTitle(agency), ""),
            Annexes = [new Annex { Title = annex, Landscape = true, Body = [new BodyBlock.Table(table)] }],
        });
    }
}
