using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.UseCases;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Decisions.Pages.Draft;

/// <summary>People picked in a list go into a new draft. Posted, because two hundred ids are too long for an address.</summary>
[Requires("decisions.draft")]
internal sealed class FromSelectionModel(PersonSelection selection, ActionCatalogue catalogue, StartDraftHandler start, SuggestValues suggest, AsOfContext asOf) : PageModel
{
    /// <summary>The list they were picked in.</summary>
    [BindProperty(Name = "tu-trang")]
    public string? Back { get; set; }

    /// <summary>Nobody comes here by an address.</summary>
    public IActionResult OnGet(string action) => Redirect(DecisionLinks.Start(catalogue.Find(action).Code));

    /// <summary>Opens the draft.</summary>
    public async Task<IActionResult> OnPostAsync(string action, CancellationToken ct)
    {
        var chosen = catalogue.Find(action);
        var people = await selection.OfAsync(Request.Form, DecisionAccess.ToDraft(chosen.Code), asOf.Current, chosen.MaxItems, ct);
        if (people.Count == 0) return Refuse("Chọn ít nhất một người trong danh sách, thuộc đơn vị bạn được giao.");
        if (people.Count > chosen.MaxItems) return Refuse($"Đã chọn hơn {chosen.MaxItems} người; một quyết định loại này tối đa {chosen.MaxItems} người. Lọc danh sách hẹp lại rồi chọn.");
        Guid[] ids = [.. people.Select(p => p.PersonId)];
        return await StartAsync(chosen, ids, ct);
    }

    private async Task<IActionResult> StartAsync(PersonnelAction action, Guid[] ids, CancellationToken ct)
    {
        switch (await start.HandleAsync(new StartDraft(action.Code, null, ids), ct))
        {
            case StartDraftOutcome.Started started:
                if (started.Items.LeftOut.Count > 0) TempData.SayCaution(DraftItems.LeftOutWords(started.Items.LeftOut));
                await suggest.ForAsync(started.Id, ct);
                return Redirect(DecisionLinks.Edit(started.Id));
            case StartDraftOutcome.NotPossible no: return Refuse(no.Why);
            default: throw new InvalidOperationException("Starting a draft has two outcomes.");
        }
    }

    private LocalRedirectResult Refuse(string why)
    {
        TempData.SayRefused(why);
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : PersonnelLinks.People);
    }
}
