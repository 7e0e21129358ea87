using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Severance.Contracts;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Schemes;

/// <summary>What a year's decisions came to.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class ResultsModel(ResultsReport report, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    private const int YearsShown = 6;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    public YearResults Results { get; private set; } = null!;
    public bool MayExport => gate.May(SeverancePermissions.Export);
    public IReadOnlyList<int> Years => [.. Enumerable.Range(asOf.Today.Year - YearsShown + 2, YearsShown)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Results = await report.OfAsync(Year ?? asOf.Today.Year, ct);
        await audit.ReadAsync(new AuditLine("severance.results.read", null, null, null, Results.People), ct);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        gate.Demand(SeverancePermissions.Export);
        await OnGetAsync(ct);
        var book = new Workbook($"Kết quả tinh giản biên chế năm {Results.Year}", "CôngVụ");
        var sheet = book.AddSheet("Kết quả", [44, 14, 22]).Title($"Kết quả tinh giản biên chế năm {Results.Year}").Subtitle($"Báo cáo trước ngày {VnFormat.Date(Results.DueOn)}; đơn vị tính: đồng").Gap().Header("Nhóm", "Số người", "Kinh phí");
        foreach (var (title, lines) in Results.Groups)
        {
            sheet.Group(title);
            foreach (var line in lines) sheet.Row(line.Name, SheetValue.Integer(line.People), SheetValue.Money(line.Amount));
        }
        sheet.Total("Cộng", SheetValue.Integer(Results.People), SheetValue.Money(Results.Amount));
        return File(book.ToArray(), XlsxTable.ContentType, $"ket-qua-tinh-gian-{Results.Year}.xlsx");
    }
}
