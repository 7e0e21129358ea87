using CongVu.Decisions.Authority;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Pages.Authority;

/// <summary>The findings under the filter of the list, as a file.</summary>
[Requires("decisions.authority.read")]
internal sealed class ExportModel(FindingTable findings, AuditLog audit) : PageModel
{
    /// <summary>Streams them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var view = findings.View(file: true);
        var (query, rows, _) = await findings.ReadAsync(HttpContext, view, ct);
        await audit.ReadAsync(new AuditLine("decisions.authority.export", Count: await rows.CountAsync(ct)), ct);
        return new TableExport<FindingLine>(view, query, rows.Sorted(view, query).AsAsyncEnumerable());
    }
}
