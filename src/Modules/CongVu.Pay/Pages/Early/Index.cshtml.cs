using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Early;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Early;

/// <summary>Rounds of early raises.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class IndexModel(RoundReading reading, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    public IReadOnlyList<(EarlyRound Round, string Unit, int Candidates, int Chosen)> Rounds { get; private set; } = [];
    public bool MayPrepare => asOf.IsNow && gate.May(PayPermissions.Prepare);
    public DateOnly Today => asOf.Today;

    public async Task OnGetAsync(CancellationToken ct) => Rounds = await reading.ListAsync(Year, ct);
}
