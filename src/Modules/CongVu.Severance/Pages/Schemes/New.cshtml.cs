using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Domain;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Schemes;

/// <summary>Opens a scheme.</summary>
[Requires(SeverancePermissions.PrepareCode)]
internal sealed class NewModel(SchemeEditing editing, UnitDirectory units, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty] public Guid? UnitId { get; set; }
    [BindProperty] public string? SchemeName { get; set; }
    [BindProperty] public int? FromYear { get; set; }
    [BindProperty] public int? ToYear { get; set; }
    [BindProperty] public DateOnly? BaseOn { get; set; }
    [BindProperty] public int? TargetPercent { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        (FromYear, ToYear, BaseOn) = (asOf.Today.Year + 1, asOf.Today.Year + 5, new DateOnly(asOf.Today.Year, 1, 1));
        if (Units.Count == 1) UnitId = Guid.Parse(Units[0].Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await editing.OpenAsync(new SchemeText(UnitId, SchemeName, FromYear, ToYear, BaseOn, TargetPercent), ct);
            if (outcome is SeveranceOutcome.Done done)
            {
                TempData.Say(done.Said);
                return Redirect(SeveranceLinks.Scheme(done.Id));
            }
            if (outcome is SeveranceOutcome.Refused refused) ModelState.AddModelError(refused.Field, refused.Message);
        }
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var tree = await units.TreeAsync(asOf.Current, ct);
        var scope = gate.Scope(SeverancePermissions.Prepare);
        Units = [.. tree.All.Where(u => scope.Has(u.Id) && u.Kind is not (UnitKind.Division or UnitKind.LocalOffice)).OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), u.Name))];
    }
}
