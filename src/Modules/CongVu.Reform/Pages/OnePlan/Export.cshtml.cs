using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Reform.Pages.OnePlan;

/// <summary>The tasks of a plan as a file: what is filtered, in the same order and columns.</summary>
[Requires(ReformPermissions.ReadCode)]
internal sealed class ExportModel(Tracking tracking, UnitLabels labels, AuditLog audit, Gate gate, AsOfContext asOf) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Read);
        var plan = await tracking.PlanAsync(id, asOf.Current.ValidOn, ct) ?? throw new NotFoundException("Không có kế hoạch này.");
        var query = TaskRow.View.Read(HttpContext);
        var all = await TaskRow.OfAsync(plan, int.TryParse(query["nam"], out var year) ? year : null, labels, asOf.Current.ValidOn, ct);
        var rows = PlanModel.Filter(plan, all, query).AsQueryable().Sorted(TaskRow.View, query).ToList();
        await audit.ReadAsync(new AuditLine("reform.tasks.export", "plan", id, Count: rows.Count), ct);
        return new TableExport<TaskRow>(TaskRow.View, query, rows.ToAsyncEnumerable()) { Remarks = [plan.Plan.Title] };
    }
}
