using CongVu.Communes.Contracts;
using CongVu.Communes.Titles;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Communes.Pages.Titles;

/// <summary>Enters a resolution.</summary>
[Requires(CommunePermissions.ProposeCode)]
internal sealed class NewModel(ResolutionKeeping keeping) : ResolutionForm
{
    [BindProperty] public Guid Token { get; set; } = Guid.CreateVersion7();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var outcome = await keeping.AddAsync(Token, Typed, ct);
        if (outcome is Outcome.Refused refused)
        {
            ModelState.AddModelError(refused.Field, refused.Message);
            return Page();
        }
        TempData.Say(((Outcome.Done)outcome).Said);
        return Redirect(CommuneLinks.Resolution(Token));
    }
}
