using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Due;

/// <summary>Raises of the year ahead by month, people and money.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class ForecastModel(RaiseForecast forecasting, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? UnitId { get; set; }

    public string? UnitName { get; private set; }
    public Forecast? Forecast { get; private set; }
    public ChartModel? Chart { get; private set; }
    public string? Problem { get; private set; }
    public DateOnly First => new(asOf.Current.ValidOn.Year, asOf.Current.ValidOn.Month, 1);
    public bool MayExport => gate.May(PayPermissions.Export);

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        gate.Demand(PayPermissions.Export);
        await LoadAsync(ct);
        if (Forecast is not { } forecast) return Page();
        var book = new Workbook("Dự báo nâng bậc lương", "CôngVụ");
        var sheet = book.AddSheet("Dự báo", [6, 14, 14, 14, 22, 22, 22]).Title("Dự báo nâng bậc lương 12 tháng").Subtitle($"{UnitName ?? "Các đơn vị trong phạm vi"}; hồ sơ ngày {VnFormat.Date(asOf.Current.ValidOn)}").Gap()
            .Header("STT", "Tháng", "Nâng bậc", "Vượt khung", "Tăng do nâng bậc", "Tăng do vượt khung", "Tăng mỗi tháng");
        foreach (var (m, i) in forecast.Months.Select((m, i) => (m, i)))
            sheet.Row(SheetValue.Integer(i + 1), $"{m.First:MM/yyyy}", SheetValue.Integer(m.Regular), SheetValue.Integer(m.OverScale), SheetValue.Money(m.RegularMonthly), SheetValue.Money(m.OverScaleMonthly), SheetValue.Money(m.Monthly));
        sheet.Total("", "Cộng", SheetValue.Integer(forecast.Months.Sum(m => m.Regular)), SheetValue.Integer(forecast.Months.Sum(m => m.OverScale)), SheetValue.Money(forecast.Months.Sum(m => m.RegularMonthly)), SheetValue.Money(forecast.Months.Sum(m => m.OverScaleMonthly)), SheetValue.Money(forecast.Months.Sum(m => m.Monthly)));
        return File(book.ToArray(), XlsxTable.ContentType, $"du-bao-nang-bac-{First:yyyyMM}.xlsx");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (UnitId is { } unit) gate.Demand(PayPermissions.Read, unit);
        UnitName = UnitId is { } id ? (await units.TreeAsync(asOf.Current, ct)).FullName(id) : null;
        try
        {
            Forecast = await forecasting.FromAsync(asOf.Current.ValidOn, UnitId, asOf.Current, ct);
            Chart = new ChartModel(ChartKind.StackedBar, "Số người đến hạn theo tháng", "Tháng", [.. Forecast.Months.Select(m => $"{m.First:MM/yyyy}")],
                [new("Nâng bậc thường xuyên", [.. Forecast.Months.Select(m => (decimal?)m.Regular)]), new("Thâm niên vượt khung", [.. Forecast.Months.Select(m => (decimal?)m.OverScale)])], "người");
        }
        catch (OutsideCoverageException e)
        {
            Problem = e.Message;
        }
        await audit.ReadAsync(new AuditLine("pay.forecast.read", "unit", UnitId, UnitId, Forecast?.Months.Sum(m => m.People) ?? 0), ct);
    }
}
