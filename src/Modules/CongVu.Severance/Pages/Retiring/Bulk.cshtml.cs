using CongVu.Decisions.Contracts;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Retiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CongVu.Severance.Pages.Retiring;

/// <summary>Notices and decisions for the people chosen in the list.</summary>
[Requires(SeverancePermissions.PrepareCode)]
internal sealed class BulkModel(RetirementListing listing, RetirementNoticing noticing, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<RetirementRow> Rows { get; private set; } = [];
    public IReadOnlyList<RetirementRow> ToNotice => [.. Rows.Where(r => r.Notice is null && r.Act is null)];
    public IReadOnlyList<RetirementRow> ToDecide => [.. Rows.Where(r => r.Notice is not null && r.Act is null)];

    [BindProperty] public DateOnly? NoticedOn { get; set; }
    [BindProperty] public string? Document { get; set; }

    /// <summary>Nothing to see here without a choice: the list leads to it.</summary>
    public IActionResult OnGet() => Redirect(SeveranceLinks.Retirement);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        ModelState.Clear();
        NoticedOn = asOf.Today;
        if (Rows.Count > 0) return Page();
        TempData.SayRefused("Chưa chọn ai. Đánh dấu vào ô đầu dòng rồi bấm lại.");
        return Redirect(SeveranceLinks.Retirement);
    }

    public async Task<IActionResult> OnPostNoteAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid) return Page();
        switch (await noticing.NoteAsync(ToNotice, NoticedOn, Document, ct))
        {
            case Outcome.Done done:
                TempData.Say(done.Said);
                return Redirect(SeveranceLinks.Retirement);
            case Outcome.Refused refused:
                ModelState.AddModelError(refused.Field == "chon" ? "" : refused.Field, refused.Message);
                break;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var (outcome, decision) = await noticing.DecideAsync(Rows, ct);
        if (decision is { } draft)
        {
            if (((Outcome.Done)outcome).Said is { Length: > 0 } left) TempData.SayCaution("Không đưa vào được: " + left);
            return Redirect(DecisionLinks.Edit(draft));
        }
        TempData.SayRefused(((Outcome.Refused)outcome).Message);
        return Redirect(SeveranceLinks.Retirement);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var chosen = Request.Form["chon"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).ToHashSet();
        var all = Request.Form["chon-tat-ca"] == "true";
        var keys = QueryHelpers.ParseQuery(Request.Form["loc"].ToString());
        var filter = all ? RetirementFilter.Read(key => keys.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null) : new RetirementFilter(null, RetirementFilter.Windows[^1], null, null);
        Rows = [.. (await listing.OfAsync(filter, new AsOf(asOf.Today), ct)).Where(r => all || chosen.Contains(r.PersonId))];
    }
}
