using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Schemes;

/// <summary>Schemes of downsizing.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class IndexModel(SchemeReading reading, Gate gate, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<(Scheme Scheme, string Unit, int Planned, int Decided)> Schemes { get; private set; } = [];
    public bool MayPrepare => asOf.IsNow && gate.May(SeverancePermissions.Prepare);

    public async Task OnGetAsync(CancellationToken ct) => Schemes = await reading.ListAsync(ct);
}
