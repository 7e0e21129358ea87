using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Domain;
using CongVu.Pay.Early;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Early;

/// <summary>Opens a round.</summary>
[Requires(PayPermissions.RaiseCode)]
internal sealed class NewModel(RoundEditing editing, UnitDirectory units, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty] public Guid? UnitId { get; set; }
    [BindProperty] public int? Year { get; set; }
    [BindProperty] public string? UnitRule { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        // In the first quarter the round of last year may still be held.
        Year = asOf.Today.Year;
        if (Units.Count == 1) UnitId = Guid.Parse(Units[0].Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await editing.OpenAsync(UnitId, Year, UnitRule, ct);
            if (outcome is PayOutcome.Done done)
            {
                TempData.Say(done.Said);
                return Redirect(PayLinks.Round(done.Id));
            }
            if (outcome is PayOutcome.Refused refused) ModelState.AddModelError(refused.Field, refused.Message);
        }
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var tree = await units.TreeAsync(asOf.Current, ct);
        var scope = gate.Scope(PayPermissions.Prepare);
        Units = [.. tree.All.Where(u => scope.Has(u.Id) && u.Kind is not (UnitKind.Division or UnitKind.LocalOffice)).OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), u.Name))];
    }
}
