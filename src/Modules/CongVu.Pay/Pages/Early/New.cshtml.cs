using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
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
        await LoadAsync(ct);
        return ModelState.IsValid ? this.Answer(await editing.OpenAsync(UnitId, Year, UnitRule, ct), done => PayLinks.Round(done.Id)) : Page();
    }

    private async Task LoadAsync(CancellationToken ct) => Units = AgencyChoices.In(await units.TreeAsync(asOf.Current, ct), gate.Scope(PayPermissions.Prepare));
}
