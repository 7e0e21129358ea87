using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
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
        await LoadAsync(ct);
        return ModelState.IsValid ? this.Answer(await editing.OpenAsync(new SchemeText(UnitId, SchemeName, FromYear, ToYear, BaseOn, TargetPercent), ct), done => SeveranceLinks.Scheme(done.Id)) : Page();
    }

    private async Task LoadAsync(CancellationToken ct) => Units = AgencyChoices.In(await units.TreeAsync(asOf.Current, ct), gate.Scope(SeverancePermissions.Prepare));
}
