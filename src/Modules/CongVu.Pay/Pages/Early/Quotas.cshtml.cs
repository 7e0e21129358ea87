using CongVu.Pay.Contracts;
using CongVu.Pay.Early;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Early;

/// <summary>Quotas of a year: what each agency has, what is left over, what the superior may allot out of the pool.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class QuotasModel(RoundReading reading, RoundDeciding deciding, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    public int Shown => Year is >= 2013 and <= 2100 ? Year.Value : asOf.Today.Year;
    public IReadOnlyList<QuotaPool> Pools { get; private set; } = [];
    public DateOnly Today => asOf.Today;
    public bool MayAllot => asOf.IsNow && gate.May(PayPermissions.Allot);
    public bool MayExport => gate.May(PayPermissions.Export);

    [BindProperty] public Guid Round { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty(Name = "extra")] public int? Extra { get; set; }
    [BindProperty(Name = "document")] public string? Document { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => Pools = await reading.QuotasAsync(Shown, ct);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        gate.Demand(PayPermissions.Export);
        Pools = await reading.QuotasAsync(Shown, ct);
        await audit.ReadAsync(new AuditLine("pay.early-quota.exported", Count: Pools.Sum(p => p.Units.Count)), ct);
        var book = new Workbook($"Chỉ tiêu nâng bậc trước thời hạn {Shown}", "CôngVụ");
        var sheet = book.AddSheet("Chỉ tiêu", [6, 46, 12, 12, 12, 12, 14, 12]).Title($"Chỉ tiêu nâng bậc lương trước thời hạn năm {Shown}").Gap().Header("STT", "Cơ quan, đơn vị", "Danh sách trả lương", "Chỉ tiêu", "Số dư", "Giao thêm", "Được thông qua", "Chưa dùng");
        var no = 0;
        foreach (var pool in Pools)
        {
            sheet.Group($"{pool.Superior?.Name ?? "Không có cấp trên"}: số dư tổng hợp được {pool.Pooled}");
            foreach (var u in pool.Units)
                sheet.Row(SheetValue.Integer(++no), u.Unit.Name, SheetValue.Integer(u.Headcount), SheetValue.Integer(u.Quota), SheetValue.Integer(u.Remainder), SheetValue.Integer(u.Round?.ExtraQuota), SheetValue.Integer(u.Chosen), SheetValue.Integer(u.Quota + (u.Round?.ExtraQuota ?? 0) - u.Chosen));
        }
        return File(book.ToArray(), XlsxTable.ContentType, $"chi-tieu-truoc-han-{Shown}.xlsx");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(PayPermissions.Allot);
        if (!ModelState.IsValid) TempData.SayRefused("Số chỉ tiêu giao thêm phải là số nguyên.");
        else
            switch (await deciding.AllotAsync(Round, Version, Extra, Document, ct))
            {
                case Outcome.Done done: TempData.Say(done.Said); break;
                case Outcome.Refused refused: TempData.SayRefused(refused.Message); break;
            }
        return Redirect($"{PayLinks.Quotas}?nam={Shown}");
    }
}
