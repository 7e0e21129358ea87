using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Payrolls;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Payrolls;

/// <summary>What a change of the base salary costs: the same people by the law of two days.</summary>
[Requires(PayPermissions.ReportCode)]
internal sealed class BaseSalaryModel(BaseSalaryEffect effect, LawBook law, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? UnitId { get; set; }

    [BindProperty(SupportsGet = true, Name = "truoc")]
    public DateOnly? Before { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public DateOnly? After { get; set; }

    public string? UnitName { get; private set; }
    public EffectReport? Report { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>Days on which the base salary changed, latest first.</summary>
    public IReadOnlyList<Dated<long>> Changes => [.. law.Pay.BaseSalary.Values.Reverse()];

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Report is { } report ? File(EffectWorkbook.Write(report, UnitName ?? "Toàn tỉnh"), XlsxTable.ContentType, $"tac-dong-luong-co-so-{report.After:yyyyMMdd}.xlsx") : throw new NotFoundException(Problem ?? "Không tính được báo cáo này.");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (UnitId is { } unit) gate.Demand(PayPermissions.Report, unit);
        UnitName = UnitId is { } id ? (await units.TreeAsync(asOf.Current, ct)).FullName(id) : null;
        // The last change that has happened by the day on screen, unless asked otherwise.
        var last = law.Pay.BaseSalary.Values.LastOrDefault(v => v.From <= asOf.Current.ValidOn) ?? law.Pay.BaseSalary.Values[^1];
        After ??= last.From;
        Before ??= After.Value.AddDays(-1);
        if (!ModelState.IsValid) return;
        try
        {
            Report = await effect.OfAsync(UnitId, Before.Value, After.Value, asOf.Current, ct);
            await audit.ReadAsync(new AuditLine("pay.base-salary.read", "unit", UnitId, UnitId, Report.Total.People), ct);
        }
        catch (OutsideCoverageException e)
        {
            Problem = e.Message;
        }
    }
}
