using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Reform.Pages.OnePlan;

/// <summary>The progress report of a plan and year as a file.</summary>
[Requires(ReformPermissions.ReadCode)]
internal sealed class PaperModel(Tracking tracking, ProgressPaper paper, AuditLog audit, Gate gate, AsOfContext asOf) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int? nam, string? dang, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Read);
        var plan = await tracking.PlanAsync(id, asOf.Current.ValidOn, ct);
        if (plan is null || plan.Plan.Status == PlanStatus.Draft) throw new NotFoundException("Không có kế hoạch này trong theo dõi.");
        var year = Math.Clamp(nam ?? asOf.Current.ValidOn.Year, 1990, 2100);
        await audit.ReadAsync(new AuditLine("reform.report.export", "plan", id, Count: plan.Tasks.Count), ct);
        return dang == "xlsx"
            ? File(await paper.WorkbookAsync(plan, year, asOf.Current, ct), XlsxTable.ContentType, $"tien-do-ke-hoach-{year}.xlsx")
            : File(await paper.WordAsync(plan, year, asOf.Current, ct), AdministrativeDocx.ContentType, $"bao-cao-tien-do-{year}.docx");
    }
}
