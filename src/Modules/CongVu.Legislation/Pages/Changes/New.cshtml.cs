using CongVu.Legislation.Contracts;
using CongVu.Legislation.UseCases;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.Changes;

/// <summary>Starts a change.</summary>
[Requires(LegislationPermissions.KeepCode)]
internal sealed class NewModel(ChangeDrafting drafting, LawInUse law, Gate gate) : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty(SupportsGet = true, Name = "tham-so")]
    public string? Key { get; set; }

    public void OnGet()
    {
        gate.Demand(LegislationPermissions.Keep);
        if (Key is not null && law.Current.Parameters.GetValueOrDefault(Key) is { } parameter) Title = parameter.Name.Name;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        if (string.IsNullOrWhiteSpace(Title))
        {
            ModelState.AddModelError(nameof(Title), "Ghi tên hồ sơ để người duyệt biết nội dung.");
            return Page();
        }
        var id = await drafting.StartAsync(Title, Note, ct);
        return Redirect(Key is null ? LegislationLinks.Change(id) : LegislationLinks.ChangeValue(id, key: Key));
    }
}
