using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Retiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Retiring;

/// <summary>The forecast as a file.</summary>
[Requires(SeverancePermissions.ExportCode)]
internal sealed class ExportModel(RetirementListing listing, AuditLog audit, AsOfContext asOf) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var query = RetirementTables.View.Read(HttpContext);
        var filter = RetirementFilter.Read(key => query[key]);
        var rows = await listing.OfAsync(filter, asOf.Current, ct);
        await audit.ReadAsync(new AuditLine("severance.retirement.exported", "unit", filter.UnitId, filter.UnitId, rows.Count), ct);
        return new TableExport<RetirementRow>(RetirementTables.View, query, rows.ToAsyncEnumerable()) { Remarks = [$"Nghỉ hưu trong {filter.Months} tháng tới, theo hồ sơ ngày {VnFormat.Date(asOf.Current.ValidOn)}"] };
    }
}
