using CongVu.Decisions.Contracts;
using CongVu.Decisions.Undoing;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Decisions.Pages.Undo;

/// <summary>What rested on a decision, before anybody takes it away.</summary>
[Requires("decisions.annul.draft")]
internal sealed class DominoModel(Domino domino, StartUndoingHandler undoing) : PageModel
{
    /// <summary>The view.</summary>
    public DominoView Shown { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(Guid id, CancellationToken ct) => Shown = await domino.OfAsync(id, null, ct);

    /// <summary>Opens the draft of an annulment of the chosen items.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid[] item, CancellationToken ct)
    {
        if (item.Length == 0) { TempData.SayRefused("Chọn ít nhất một nội dung cần thu hồi."); return Redirect(DecisionLinks.Domino(id)); }
        switch (await undoing.HandleAsync(new StartUndoing(ActionCodes.Annul, id, item), ct))
        {
            case StartDraftOutcome.Started started: return Redirect(DecisionLinks.Edit(started.Id));
            case StartDraftOutcome.NotPossible no: TempData.SayRefused(no.Why); break;
        }
        return Redirect(DecisionLinks.Domino(id));
    }
}
