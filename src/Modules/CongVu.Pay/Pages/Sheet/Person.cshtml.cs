using System.Globalization;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Sheets;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Sheet;

/// <summary>Pay of a person through time, each month explained.</summary>
[Requires(PayPermissions.ReadCode, PayPermissions.OwnCode)]
internal sealed class PersonModel(People people, PaySheet sheet, PayPapers papers, UnitDirectory units, StaffCodes codes, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    private PersonRecord _record = null!;

    /// <summary>Year of the table; the as-of year unless chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>Month that is explained, as <c>2026-11</c>; the latest unless chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "thang")]
    public string? Month { get; set; }

    public PersonRow Person { get; private set; } = null!;
    public string UnitName { get; private set; } = "";
    public string RankName { get; private set; } = "";
    public IReadOnlyList<PayOfMonth> All { get; private set; } = [];
    public IReadOnlyList<PayOfMonth> Shown => [.. All.Where(m => m.Month.Year == Year)];
    public IReadOnlyList<PayStretch> Stretches { get; private set; } = [];
    public IReadOnlyList<int> Years => [.. All.Select(m => m.Month.Year).Distinct().OrderDescending()];
    public PayOfMonth? Explained { get; private set; }
    public Explanation? Why { get; private set; }
    public bool StartsLater => _record.Of(FactKind.RankAndStep) is [{ From: var from }, ..] && from < sheet.Earliest;
    public DateOnly Earliest => sheet.Earliest;
    public bool IsOwn => gate.IsSelf(Person.PersonId);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await audit.ReadAsync(new AuditLine("pay.sheet.read", "person", id, Person.FileUnitId, All.Count), ct);
    }

    public async Task<IActionResult> OnGetInAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Why is null || Explained is null) throw new NotFoundException("Tháng này không tính được tiền lương nên không có gì để giải trình.");
        await audit.ReadAsync(new AuditLine("pay.sheet.printed", "person", id, Person.FileUnitId), ct);
        return File(await papers.ExplainAsync(Person, $"tiền lương tháng {Explained.Month:MM/yyyy}", [("", Why)], asOf.Current.ValidOn, asOf.Today, ct), AdministrativeDocx.ContentType, $"giai-trinh-luong-{Explained.Month:yyyyMM}.docx");
    }

    public async Task<IActionResult> OnGetExportAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!IsOwn && !(Person.FileUnitId is { } unit && gate.May(PayPermissions.Export, unit))) throw new ForbiddenException("Tài khoản của bạn không được xuất lương của người này ra tệp.");
        var book = new Workbook($"Diễn biến tiền lương {Person.FullName}", "CôngVụ");
        var page = book.AddSheet("Tiền lương", [10, 10, 8, 16, 16, 16, 16, 16, 18, 40]).Title($"Diễn biến tiền lương: {Person.FullName}").Subtitle($"Hồ sơ ngày {VnFormat.Date(asOf.Current.ValidOn)}").Gap()
            .Header("Tháng", "Bảng", "Bậc", "Lương ngạch, bậc", "PC chức vụ", "PC vượt khung", "PC công vụ", "Phụ cấp khác", "Cộng", "Ghi chú");
        foreach (var m in All)
            page.Row($"{m.Month:MM/yyyy}", m.Holding?.Table, SheetValue.Integer(m.Holding?.Step), SheetValue.Money(m.Pay.Salary), SheetValue.Money(m.Pay.PostAllowance), SheetValue.Money(m.Pay.OverScale), SheetValue.Money(m.Pay.CivilServiceAllowance), SheetValue.Money(m.Other), SheetValue.Money(m.Total), m.Problem ?? m.Note);
        await audit.ReadAsync(new AuditLine("pay.sheet.exported", "person", id, Person.FileUnitId, All.Count), ct);
        return File(book.ToArray(), XlsxTable.ContentType, "dien-bien-tien-luong.xlsx");
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Person = await people.FindAsync(id, asOf.Current, ct) ?? throw new NotFoundException("Không có hồ sơ này vào ngày đang xem.");
        if (!IsOwn && !(Person.FileUnitId is { } unit && gate.May(PayPermissions.Read, unit))) throw new NotFoundException("Không có hồ sơ này, hoặc bạn không được xem.");
        _record = await people.RecordAsync(id, asOf.Current, ct) ?? throw new NotFoundException("Không có hồ sơ này vào ngày đang xem.");
        UnitName = Person.UnitId is { } place ? (await units.TreeAsync(asOf.Current, ct)).FullName(place) : "";
        RankName = codes.RankName(Person.RankCode);
        All = sheet.Months(_record, asOf.Current.ValidOn);
        if (All.Count == 0) return;
        Year = Year is { } year && All.Any(m => m.Month.Year == year) ? year : All[^1].Month.Year;
        Stretches = PaySheet.Stretches(All);
        Explained = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && All.FirstOrDefault(m => m.Month == asked) is { } chosen ? chosen : Shown[^1];
        if (Explained.Problem is null) Why = sheet.Explain(_record, Explained.Month);
    }
}
