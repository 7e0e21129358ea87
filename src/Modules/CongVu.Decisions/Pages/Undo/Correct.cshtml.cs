using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Undoing;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Decisions.Pages.Undo;

/// <summary>Which content of a signed decision is to be corrected.</summary>
[Requires("decisions.annul.draft")]
internal sealed class CorrectModel(DecisionStore store, DecisionAccess access, StartUndoingHandler undoing) : PageModel
{
    /// <summary>The decision.</summary>
    public LoadedDecision Loaded { get; private set; } = null!;

    /// <summary>Shows its items.</summary>
    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Loaded = await store.ReadAsync(id, ct);
        access.DemandRead(Loaded);
    }

    /// <summary>Opens the draft of a correction.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid[] item, CancellationToken ct)
    {
        if (item.Length == 0) { TempData.SayRefused("Chọn người hoặc đơn vị có nội dung ghi sai."); return Redirect(DecisionLinks.Correct(id)); }
        switch (await undoing.HandleAsync(new StartUndoing(ActionCodes.Correct, id, item), ct))
        {
            case StartDraftOutcome.Started started: return Redirect(DecisionLinks.Edit(started.Id));
            case StartDraftOutcome.NotPossible no: TempData.SayRefused(no.Why); break;
        }
        return Redirect(DecisionLinks.Correct(id));
    }
}
