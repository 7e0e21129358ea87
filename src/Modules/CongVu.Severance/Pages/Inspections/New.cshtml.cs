using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Domain;
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
        switch (await desk.PlanAsync(new PlanText(UnitId, From, To, Document, Scope, Team), ct))
        {
            case SeveranceOutcome.Done done:
                TempData.Say(done.Said);
                return Redirect(SeveranceLinks.Inspection(done.Id));
            case SeveranceOutcome.Refused refused:
                ModelState.AddModelError(refused.Field, refused.Message);
                break;
        }
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var tree = await units.TreeAsync(asOf.Current, ct);
        var scope = gate.Scope(SeverancePermissions.Appraise);
        Agencies = [.. tree.All.Where(u => scope.Has(u.Id) && u.Kind is not (UnitKind.Division or UnitKind.LocalOffice)).OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), u.Name))];
    }
}
