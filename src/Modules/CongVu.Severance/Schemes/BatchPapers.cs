using CongVu.Decisions.Contracts;
using CongVu.Law.Severance;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Severance.Actions;
using CongVu.Severance.Cases;
using CongVu.Severance.Domain;

namespace CongVu.Severance.Schemes;

/// <summary>Files of a list: the list of beneficiaries and the payment list by funding source. No form is prescribed; the columns follow the older national lists.</summary>
internal sealed class BatchPapers(UnitDirectory units, Settings settings, TimeProvider clock)
{
    public const string People = "doi-tuong.xlsx", Payment = "chi-tra.xlsx", PaymentPaper = "chi-tra.docx";

    /// <summary>A column of the list of beneficiaries.</summary>
    private sealed record Column(string Title, double Width, Func<CaseView, SheetValue> Value);

    private static readonly Column[] Beneficiaries =
    [
        new("Họ và tên", 24, v => v.Person.FullName), new("Ngày sinh", 12, v => SheetValue.Day(v.Person.BirthDate)), new("Giới tính", 8, v => v.Person.Sex == "female" ? "Nữ" : "Nam"),
        new("Chức danh", 22, v => v.Person.JobTitle), new("Đơn vị", 28, v => v.UnitName), new("Mã ngạch", 10, v => v.Person.RankCode), new("Hệ số", 8, v => SheetValue.Number(v.Person.Coefficient is { } c ? c / 100m : null)),
        new("Trường hợp", 10, v => v.Case.Ground ?? "Sắp xếp"), new("Chính sách", 24, v => DownsizeAction.Words(v.Case.Policy)), new("Chế độ áp dụng", 30, v => v.Reckoning.Choice?.Regime.Name), new("Nghỉ từ ngày", 12, v => SheetValue.Day(v.Case.LeaveOn)),
        new("Đóng BHXH", 14, v => Fact(v, "insurance")), new("Còn đến tuổi hưu", 14, v => Fact(v, "distance")), new("Lương hiện hưởng", 16, v => Fact(v, "pay")), new("Số năm nghỉ sớm", 10, v => v.Reckoning.Benefit?.EarlyYears?.ToString()),
        new("Số năm đóng", 10, v => v.Reckoning.Benefit?.ServiceYears?.ToString()), new("Tổng mức hưởng", 18, v => SheetValue.Money(v.Reckoning.Amount)),
    ];

    public static byte[] WriteBeneficiaries(BatchView view)
    {
        var book = new Workbook($"Danh sách đối tượng tinh giản biên chế {view.Batch.Name}", "CôngVụ");
        var sheet = book.AddSheet("Đối tượng", [6, .. Beneficiaries.Select(c => c.Width)]).Title($"Danh sách đối tượng tinh giản biên chế: {view.Batch.Name}").Subtitle($"{view.Unit.Name}; {view.Scheme.Name}").Gap()
            .Header(["STT", .. Beneficiaries.Select(c => c.Title)]);
        foreach (var (one, i) in view.Cases.Select((c, i) => (c, i))) sheet.Row([SheetValue.Integer(i + 1), .. Beneficiaries.Select(c => c.Value(one))]);
        return book.ToArray();
    }

    public static byte[] WritePayment(BatchView view)
    {
        var book = new Workbook($"Danh sách chi trả {view.Batch.Name}", "CôngVụ");
        var sheet = book.AddSheet("Chi trả", [6, 26, 30, 44, 18, 18, 18, 18]).Title($"Danh sách chi trả chính sách tinh giản biên chế: {view.Batch.Name}").Subtitle($"{view.Unit.Name}; đơn vị tính: đồng").Gap()
            .Header("STT", "Họ và tên", "Đơn vị", "Khoản", SeveranceWords.Of(FundingSource.AgencyBudget), SeveranceWords.Of(FundingSource.StateBudget), SeveranceWords.Of(FundingSource.NotSaid), "Cộng");
        foreach (var (one, i) in view.Cases.Select((c, i) => (c, i)))
        {
            foreach (var line in one.Reckoning.Benefit?.Lines ?? [])
                sheet.Row(SheetValue.Integer(i + 1), one.Person.FullName, one.UnitName, line.Name, Of(line, FundingSource.AgencyBudget), Of(line, FundingSource.StateBudget), Of(line, FundingSource.NotSaid), SheetValue.Money(line.Amount));
        }
        sheet.Total("", "Cộng", "", "", SheetValue.Money(Sum(view, FundingSource.AgencyBudget)), SheetValue.Money(Sum(view, FundingSource.StateBudget)), SheetValue.Money(Sum(view, FundingSource.NotSaid)), SheetValue.Money(view.Total));
        return book.ToArray();
    }

    public async Task<byte[]> WritePaymentPaperAsync(BatchView view, CancellationToken ct)
    {
        var today = clock.Today();
        var parent = view.Unit.ParentId is { } above ? (await units.TreeAsync(new AsOf(today), ct)).Find(above) : null;
        return AdministrativeDocx.Write(new AdministrativeDocument
        {
            Type = DocumentType.Notice, ParentAgency = parent?.Name, Agency = view.Unit.Name, Number = DocumentNumber.Of(null, DocumentType.Notice, view.Unit.Symbol),
            Place = (await settings.GetAsync(Settings.Province, ct) ?? "").Replace("Tỉnh ", "", StringComparison.OrdinalIgnoreCase), Date = IssueDate.Open(today.Year), IsDraft = true,
            Subject = $"Chi trả chính sách tinh giản biên chế {view.Batch.Name}",
            Body =
            [
                new BodyBlock.Paragraph($"{view.Unit.Name} thông báo chi trả chính sách tinh giản biên chế cho {view.Cases.Count} người, tổng số {VnFormat.Money(view.Total)}{(view.Batch.ApprovalDocument is { } approval ? $", theo {approval}" : "")}:"),
                .. view.Funding.Select(f => (BodyBlock)new BodyBlock.Dash($"{SeveranceWords.Of(f.Source)}: {VnFormat.Money(f.Amount)}")),
            ],
            Recipients = ["Sở Nội vụ", "Sở Tài chính", "Lưu: VT, KT"], Signature = Signature.Head(PaperPhrases.HeadTitle(view.Unit), ""),
            Annexes = [new Annex { Title = "Danh sách chi trả", Landscape = true, Body = [new BodyBlock.Table(Table(view))] }],
        });
    }

    private static PrintTable Table(BatchView view) => new()
    {
        FontSize = 11,
        Columns = [new("Stt", 0.5, CellAlignment.Center), new("Họ và tên", 2), new("Đơn vị", 2.2), new("Khoản", 3), new("Nguồn kinh phí", 1.8), new("Số tiền", 1.4, CellAlignment.Right), new("Ký nhận", 1.2)],
        Rows =
        [
            .. view.Cases.SelectMany((c, i) => (c.Reckoning.Benefit?.Lines ?? []).Select((l, n) => PrintRow.Of(n == 0 ? $"{i + 1}" : "", n == 0 ? c.Person.FullName : "", n == 0 ? c.UnitName : "", l.Name, SeveranceWords.Of(l.Funding), VnFormat.Money(l.Amount), ""))),
            PrintRow.Total("", "Cộng", "", "", "", VnFormat.Money(view.Total), ""),
        ],
    };

    private static SheetValue Of(BenefitLine line, FundingSource source) => SheetValue.Money(line.Funding == source ? line.Amount : null);

    private static long Sum(BatchView view, FundingSource source) => view.Funding.Where(f => f.Source == source).Sum(f => f.Amount);

    private static string? Fact(CaseView view, string key) => view.Reckoning.Facts.FirstOrDefault(f => f.Key == key)?.Value;
}
