using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Severance.Contracts;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Schemes;

/// <summary>People downsized who were taken on again.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class RepayModel(ResultsReport report, AuditLog audit) : PageModel
{
    public IReadOnlyList<TakenOnAgain> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await report.TakenOnAgainAsync(ct);
        await audit.ReadAsync(new AuditLine("severance.repay.read", null, null, null, Rows.Count), ct);
    }
}
