using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Severance.Contracts;
using CongVu.Severance.Inspections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Inspections;

/// <summary>Rounds of inspection of a year against one for each agency at least.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class IndexModel(InspectionReading reading, Gate gate, AsOfContext asOf) : PageModel
{
    private const int YearsShown = 5;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Asked { get; set; }

    public IReadOnlyList<InspectedUnit> Units { get; private set; } = [];
    public DateOnly Today => asOf.Today;
    public int Year => Years.Contains(Asked ?? 0) ? Asked!.Value : Today.Year;
    public IReadOnlyList<int> Years => [.. Enumerable.Range(Today.Year - YearsShown + 2, YearsShown)];
    public bool MayPlan => asOf.IsNow && gate.May(SeverancePermissions.Appraise);

    public async Task OnGetAsync(CancellationToken ct) => Units = await reading.OfYearAsync(Year, ct);
}
