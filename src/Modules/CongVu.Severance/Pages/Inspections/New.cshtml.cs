using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Inspections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Inspections;

/// <summary>Plans a round of inspection.</summary>
[Requires(SeverancePermissions.AppraiseCode)]
internal sealed class NewModel(InspectionDesk desk, UnitDirectory units, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty] public Guid? UnitId { get; set; }
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public DateOnly? To { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public string? Scope { get; set; }
    [BindProperty] public string? Team { get; set; }

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await desk.PlanAsync(new PlanText(UnitId, From, To, Document, Scope, Team), ct), done => SeveranceLinks.Inspection(done.Id));
    }

    private async Task LoadAsync(CancellationToken ct) => Agencies = AgencyChoices.In(await units.TreeAsync(asOf.Current, ct), gate.Scope(SeverancePermissions.Appraise));
}
