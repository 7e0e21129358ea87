using CongVu.Pay.Contracts;
using CongVu.Pay.Due;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Due;

/// <summary>The list as a file.</summary>
[Requires(PayPermissions.ExportCode)]
internal sealed class OverScaleExportModel(RaiseListing listing, AuditLog audit, AsOfContext asOf) : PageModel
{
    public Task<IActionResult> OnGetAsync(CancellationToken ct) => RaiseExport.OfAsync(RaiseKind.OverScale, HttpContext, listing, audit, asOf, ct);
}
