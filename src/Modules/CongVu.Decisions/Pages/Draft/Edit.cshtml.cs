using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Printing;
using CongVu.Decisions.Undoing;
using CongVu.Decisions.UseCases;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Decisions.Pages.Draft;

/// <summary>The form of a draft, with live checks beside it. What is typed is kept, right or wrong.</summary>
[Requires("decisions.draft", "decisions.annul.draft")]
internal sealed class EditModel(PreviewDraft preview, DecisionStore store, DecisionAccess access, ActionCatalogue catalogue, DecisionPaper papers, SaveDraftHandler saving, SubmitDecisionHandler submitting,
    EditItemsHandler items, AllowOverrideHandler overrides, DiscardDraftHandler discarding, StartUndoingHandler undoing, Targets targets, Corrections corrections, UnitDirectory units, AsOfContext asOf, Gate gate) : PageModel
{
    /// <summary>Version the form was made from.</summary>
    [BindProperty(Name = "phien-ban")]
    public int Version { get; set; }

    /// <summary>Everything found about the draft.</summary>
    internal AssessedDecision Assessed { get; private set; } = null!;

    /// <summary>The paper as it would read now; null while what was typed does not suffice.</summary>
    internal Platform.Printing.Administrative.AdministrativeDocument? Paper { get; private set; }

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> UnitChoices { get; private set; } = [];

    /// <summary>What rests on what is annulled or corrected and is not in the draft.</summary>
    internal IReadOnlyList<DominoLine> Open => Assessed.Action switch { AnnulAction annul => annul.Open, CorrectAction correct => correct.Open, _ => [] };

    /// <summary>Fields of an item that can be corrected.</summary>
    internal IReadOnlyList<CorrectableEffect> Correctable(AssessedItem item) => Assessed.Action is CorrectAction && targets.Of(item.Case) is { } target ? corrections.Fields(target) : [];

    /// <summary>Day the choices are for.</summary>
    public DateOnly Day => Assessed.EffectiveOn ?? asOf.Today;

    /// <summary>Whether the actor may allow exceptions.</summary>
    public bool MayOverride => gate.May(DecisionPermissions.Override);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return Assessed.Loaded.Decision.State == DecisionState.Draft ? Page() : Redirect(DecisionLinks.Decision(id));
    }

    /// <summary>The checks alone, for the live side column.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken ct)
    {
        await SaveAsync(id, ct);
        await LoadAsync(id, ct);
        Response.Headers["X-Version"] = Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Partial("_Checks", this);
    }

    /// <summary>Saves and shows the checks.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken ct)
    {
        Said(await SaveAsync(id, ct));
        return Redirect(DecisionLinks.Edit(id));
    }

    /// <summary>Saves and submits.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(Guid id, string? note, CancellationToken ct)
    {
        if (await SaveAsync(id, ct) is not MoveOutcome.Done saved) return Redirect(DecisionLinks.Edit(id));
        var outcome = await submitting.HandleAsync(new SubmitDecision(id, saved.Decision.Version, note), ct);
        Said(outcome);
        if (outcome is MoveOutcome.Refused) TempData["Flash.Bad"] = "Chưa trình được: còn điều kiện chưa đạt, xem cột bên phải.";
        return Redirect(outcome is MoveOutcome.Done ? DecisionLinks.Decision(id) : DecisionLinks.Edit(id));
    }

    /// <summary>Takes people out, with a reason, or puts them back.</summary>
    public async Task<IActionResult> OnPostDropAsync(Guid id, Guid[] item, string? reason, bool back, CancellationToken ct)
    {
        if (!back && string.IsNullOrWhiteSpace(reason)) TempData["Flash.Bad"] = "Nêu lý do đưa ra khỏi danh sách.";
        else if (await items.HandleAsync(new DropItem(id, Version, item, back ? null : reason), ct) is EditItemsOutcome.NotPossible no) TempData["Flash.Bad"] = no.Why;
        return Redirect(DecisionLinks.Edit(id));
    }

    /// <summary>Adds people.</summary>
    public async Task<IActionResult> OnPostAddAsync(Guid id, [Bind(Prefix = "doi-tuong")] Guid subject, CancellationToken ct)
    {
        if (subject == Guid.Empty) TempData["Flash.Bad"] = "Chọn người trong danh sách hiện ra khi gõ tên.";
        else
            switch (await items.HandleAsync(new AddItems(id, Version, [subject]), ct))
            {
                case EditItemsOutcome.NotPossible no: TempData["Flash.Bad"] = no.Why; break;
                case EditItemsOutcome.Done { LeftOut.Count: > 0 } done: TempData["Flash.Warn"] = string.Join("; ", done.LeftOut); break;
            }
        return Redirect(DecisionLinks.Edit(id));
    }

    /// <summary>Sets a check aside on a legal basis.</summary>
    public async Task<IActionResult> OnPostOverrideAsync(Guid id, Guid? item, string check, string? basis, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(basis) || string.IsNullOrWhiteSpace(reason)) TempData["Flash.Bad"] = "Ghi căn cứ pháp lý và lý do cho phép ngoại lệ.";
        else Said(await overrides.HandleAsync(new AllowOverride(id, Version, item, check, basis, reason), ct));
        return Redirect(DecisionLinks.Edit(id));
    }

    /// <summary>Annuls further things together with what is annulled.</summary>
    public async Task<IActionResult> OnPostTogetherAsync(Guid id, Guid[] together, CancellationToken ct)
    {
        if (together.Length == 0) TempData["Flash.Bad"] = "Chọn việc cần thu hồi cùng.";
        else Said(await undoing.HandleAsync(new AnnulTogether(id, Version, together), ct));
        return Redirect(DecisionLinks.Edit(id));
    }

    /// <summary>Gives the draft up.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) { TempData["Flash.Bad"] = "Nêu lý do bỏ bản soạn."; return Redirect(DecisionLinks.Edit(id)); }
        Said(await discarding.HandleAsync(new DiscardDraft(id, Version, reason), ct));
        return Redirect(DecisionLinks.List);
    }

    private async Task<MoveOutcome> SaveAsync(Guid id, CancellationToken ct)
    {
        var loaded = await store.ReadAsync(id, ct);
        access.DemandRead(loaded);
        var action = catalogue.Find(loaded.Decision.ActionCode);
        var outcome = await saving.HandleAsync(DraftForm.Read(Request.Form, id, Version, action, loaded.Kept.Select(i => i.Id)), ct);
        if (outcome is MoveOutcome.Done done) Version = done.Decision.Version;
        return outcome;
    }

    private void Said(MoveOutcome outcome)
    {
        if (outcome is MoveOutcome.Done done) TempData["Flash"] = done.Said;
        if (outcome is MoveOutcome.NotPossible no) TempData["Flash.Bad"] = no.Why;
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Assessed = await preview.OfAsync(id, ct);
        Version = Assessed.Loaded.Decision.Version;
        var tree = await units.TreeAsync(new AsOf(Day), ct);
        if (Assessed.Items.Any(i => i.Assessment.Errors.Count == 0)) Paper = await papers.OfAsync(Assessed.Loaded, ct);
        UnitChoices = [.. tree.All.OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), tree.FullName(u.Id)))];
    }
}
