using CongVu.Communes.Contracts;
using CongVu.Communes.Facts;
using CongVu.Communes.Funds;
using CongVu.Law.Communes;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Communes.Pages.Commune;

/// <summary>Enters a village or residential group.</summary>
[Requires(CommunePermissions.KeepCode)]
internal sealed class NewVillageModel(VillageKeeping keeping, CommuneReckoning reckoning, AsOfContext asOf) : PageModel
{
    public UnitView Unit { get; private set; } = null!;

    [BindProperty] public Guid Token { get; set; } = Guid.CreateVersion7();
    [BindProperty] public DateOnly? From { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public VillageKind? Kind { get; set; }
    [BindProperty] public int? Households { get; set; }
    [BindProperty] public bool SecurityKey { get; set; }
    [BindProperty] public string? Document { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct) => Unit = await reckoning.NamedAsync(id, asOf.Current, CommunePermissions.Keep, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Unit = await reckoning.NamedAsync(id, asOf.Current, CommunePermissions.Keep, ct);
        if (!ModelState.IsValid) return Page();
        var outcome = await keeping.AddAsync(id, Token, new VillageText(From, Name, Kind, Households, SecurityKey, false, Document), ct);
        if (outcome is Outcome.Refused refused)
        {
            ModelState.AddModelError(refused.Field, refused.Message);
            return Page();
        }
        TempData.Say(((Outcome.Done)outcome).Said);
        return Redirect(CommuneLinks.Commune(id));
    }
}
