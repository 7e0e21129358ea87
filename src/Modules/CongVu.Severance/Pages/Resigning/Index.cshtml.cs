using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Resigning;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Resigning;

/// <summary>Requests to leave, those that wait first.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class IndexModel(ResignationReading reading, Gate gate, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<(Resignation Request, PersonRow Person)> Requests { get; private set; } = [];
    public bool MayPrepare => asOf.IsNow && gate.May(SeverancePermissions.Prepare);
    public DateOnly Today => asOf.Today;

    public async Task OnGetAsync(CancellationToken ct) => Requests = await reading.ListAsync(ct);
}
