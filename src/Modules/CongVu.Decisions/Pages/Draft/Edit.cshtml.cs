using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Printing;
using CongVu.Decisions.Undoing;
using CongVu.Decisions.UseCases;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Pages.Draft;

/// <summary>The form of a draft, with live checks beside it. What is typed is kept, right or wrong, whichever button is pressed.</summary>
[Requires("decisions.draft", "decisions.annul.draft")]
internal sealed class EditModel(PreviewDraft preview, DecisionStore store, ActionCatalogue catalogue, DecisionPaper papers, SaveDraftHandler saving, SubmitDecisionHandler submitting,
    EditItemsHandler items, SuggestValues suggest, PastedPeople pastes, DiscardDraftHandler discarding, StartUndoingHandler undoing, Targets targets, Corrections corrections, UnitDirectory units, CongVuDb db, AsOfContext asOf) : PageModel
{
    private const int MostColumns = 5;

    /// <summary>Version the form was made from.</summary>
    [BindProperty(Name = "phien-ban")]
    public int Version { get; set; }

    /// <summary>Number of the row whose checks are shown in full.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public int? Person { get; set; }

    /// <summary>Everything found about the draft.</summary>
    internal AssessedDecision Assessed { get; private set; } = null!;

    /// <summary>The paper as it would read now; null while what was typed does not suffice.</summary>
    internal Platform.Printing.Administrative.AdministrativeDocument? Paper { get; private set; }

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> UnitChoices { get; private set; } = [];

    /// <summary>What became of a pasted list, when lines of it remain.</summary>
    internal PastedResult? Pasted { get; private set; }

    /// <summary>Why it was sent back last, when that was the last move.</summary>
    internal DecisionStep? Returned { get; private set; }

    /// <summary>True for the answer to a live check, which also carries the cells of the table.</summary>
    public bool Live { get; private set; }

    /// <summary>Inputs that each person has.</summary>
    public IReadOnlyList<ActionInput> OwnInputs => [.. Assessed.Action.Inputs.Where(i => i.PerItem && i.Kind != InputKind.DecisionItem)];

    /// <summary>Several people with a few values each are a table; one person, or many values, is a form.</summary>
    public bool AsTable => Assessed.Action.Subject == ActionSubject.Person && Assessed.Items.Count > 1 && OwnInputs.Count <= MostColumns && OwnInputs.All(i => i.Kind is not (InputKind.Unit or InputKind.LongText or InputKind.Person));

    /// <summary>Columns that can be filled for many at once.</summary>
    public IReadOnlyList<Choice> Fillable => [.. OwnInputs.Where(i => i.Kind is InputKind.Date or InputKind.Text or InputKind.Integer).Select(i => new Choice(i.Key, i.Label))];

    /// <summary>What was taken out.</summary>
    internal IReadOnlyList<DecisionItem> Dropped => [.. Assessed.Loaded.Items.Where(i => i.State == ItemState.Dropped)];

    /// <summary>Conditions that are not plainly met, with how many people they concern, the gravest first.</summary>
    internal IReadOnlyList<GroupedCheck> Grouped => GroupedCheck.Of(Assessed.Items);

    /// <summary>What rests on what is annulled or corrected and is not in the draft.</summary>
    internal IReadOnlyList<DominoLine> Open => Assessed.Action switch { AnnulAction annul => annul.Open, CorrectAction correct => correct.Open, _ => [] };

    /// <summary>Fields of an item that can be corrected.</summary>
    internal IReadOnlyList<CorrectableEffect> Correctable(AssessedItem item) => Assessed.Action is CorrectAction && targets.Of(item.Case) is { } target ? corrections.Fields(target) : [];

    /// <summary>Unit of a person of the table.</summary>
    internal string UnitOf(AssessedItem item) => item.Case.Person?.UnitId is { } unit ? item.Case.Units.FullName(unit) : "";

    /// <summary>Day the choices are for.</summary>
    public DateOnly Day => Assessed.EffectiveOn ?? asOf.Today;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return Assessed.Loaded.Decision.State == DecisionState.Draft ? Page() : Redirect(DecisionLinks.Decision(id));
    }

    /// <summary>The checks alone, for the live side column.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken ct)
    {
        if (await SaveAsync(id, ct) is MoveOutcome.NotPossible no) return StatusCode(409, no.Why);
        Live = true;
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
        var outcome = await SaveAsync(id, ct);
        if (outcome is MoveOutcome.Done) outcome = await submitting.HandleAsync(new SubmitDecision(id, Version, note), ct);
        Said(outcome);
        return Redirect(outcome is MoveOutcome.Refused ? DecisionLinks.Edit(id) : DecisionLinks.Decision(id));
    }

    /// <summary>Takes people out, with a reason.</summary>
    public Task<IActionResult> OnPostDropAsync(Guid id, Guid[] item, string? reason, CancellationToken ct) => SavedFirstAsync(id, async () =>
    {
        if (item.Length == 0) TempData.SayRefused("Chọn người cần đưa ra khỏi danh sách.");
        else if (string.IsNullOrWhiteSpace(reason)) TempData.SayRefused("Nêu lý do đưa ra khỏi danh sách.");
        else Said(await items.HandleAsync(new DropItem(id, Version, item, reason), ct), n => $"Đã đưa {n} người ra khỏi danh sách.");
    }, ct);

    /// <summary>Takes everybody out who does not meet a condition; the condition is the reason.</summary>
    public Task<IActionResult> OnPostDropFailingAsync(Guid id, CancellationToken ct) => SavedFirstAsync(id, async () =>
    {
        var failing = (await preview.OfAsync(id, ct)).Items.Where(i => !i.MayGoOn).ToDictionary(i => i.Item.Id, i => i.Assessment.Errors.Select(e => e.Message).Concat(i.Checks.Where(c => c.Stops).Select(c => c.Message ?? c.Title)).First());
        Said(await items.HandleAsync(new DropItem(id, Version, [.. failing.Keys], "Chưa đủ điều kiện", failing), ct), n => $"Đã đưa {n} người chưa đạt ra khỏi danh sách.");
    }, ct);

    /// <summary>Puts somebody back.</summary>
    public Task<IActionResult> OnPostBackAsync(Guid id, [FromForm(Name = "lai")] Guid back, CancellationToken ct) =>
        SavedFirstAsync(id, async () => Said(await items.HandleAsync(new DropItem(id, Version, [back], null), ct), _ => "Đã đưa lại vào danh sách."), ct);

    /// <summary>Types one value for many.</summary>
    public Task<IActionResult> OnPostFillAsync(Guid id, Guid[] item, [FromForm(Name = "khoa")] string? key, [FromForm(Name = "gia-tri")] string? value, CancellationToken ct) => SavedFirstAsync(id, async () =>
    {
        var loaded = await store.ReadAsync(id, ct);
        var input = catalogue.Find(loaded.Decision.ActionCode).Inputs.FirstOrDefault(i => i.PerItem && i.Key == key);
        var chosen = loaded.Kept.Select(i => i.Id).Where(i => item.Length == 0 || item.Contains(i)).ToList();
        if (input is null || string.IsNullOrWhiteSpace(value)) { TempData.SayRefused("Nhập giá trị cần ghi."); return; }
        if (await saving.HandleAsync(new SaveDraft(id, Version, new Dictionary<string, string>(), chosen.ToDictionary(i => i, _ => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { [input.Key] = value })), ct) is MoveOutcome.NotPossible no) TempData.SayRefused(no.Why);
        else TempData.Say($"Đã ghi “{input.Label}” cho {chosen.Count} người.");
    }, ct);

    /// <summary>Adds somebody.</summary>
    public Task<IActionResult> OnPostAddAsync(Guid id, [FromForm(Name = "doi-tuong")] Guid subject, CancellationToken ct) => SavedFirstAsync(id, async () =>
    {
        if (subject == Guid.Empty) TempData.SayRefused("Chọn người trong danh sách hiện ra khi gõ tên.");
        else await AddAsync(id, [subject], ct);
    }, ct);

    /// <summary>Adds the people of a pasted list; lines that lead to nobody stay in the box, each with its reason.</summary>
    public async Task<IActionResult> OnPostPasteAsync(Guid id, [FromForm(Name = "dan")] string? text, CancellationToken ct)
    {
        if (await SaveAsync(id, ct) is not MoveOutcome.Done saved) return Redirect(DecisionLinks.Edit(id));
        if (string.IsNullOrWhiteSpace(text)) { TempData.SayRefused("Dán ít nhất một dòng có số định danh."); return Redirect(DecisionLinks.Edit(id)); }
        var pasted = await pastes.ReadAsync(text, saved.Decision.ActionCode, ct);
        if (pasted.People.Count > 0) await AddAsync(id, pasted.People, ct);
        if (pasted.Faults.Count == 0) return Redirect(DecisionLinks.Edit(id));
        Pasted = pasted;
        ModelState.Remove("dan"); // the box keeps only what is left to put right
        ModelState.AddModelError("dan", $"{pasted.Faults.Count} dòng chưa thêm được, lý do ghi ở từng dòng.");
        await LoadAsync(id, ct);
        return Page();
    }

    /// <summary>Annuls further things together with what is annulled.</summary>
    public Task<IActionResult> OnPostTogetherAsync(Guid id, Guid[] together, CancellationToken ct) => SavedFirstAsync(id, async () =>
    {
        if (together.Length == 0) TempData.SayRefused("Chọn việc cần thu hồi cùng.");
        else Said(await undoing.HandleAsync(new AnnulTogether(id, Version, together), ct));
    }, ct);

    /// <summary>Gives the draft up.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) { TempData.SayRefused("Nêu lý do bỏ bản soạn."); return Redirect(DecisionLinks.Edit(id)); }
        Said(await discarding.HandleAsync(new DiscardDraft(id, Version, reason), ct));
        return Redirect(DecisionLinks.List);
    }

    private async Task<IActionResult> SavedFirstAsync(Guid id, Func<Task> act, CancellationToken ct)
    {
        var saved = await SaveAsync(id, ct);
        if (saved is MoveOutcome.Done) await act(); else Said(saved);
        return Redirect(DecisionLinks.Edit(id));
    }

    private async Task AddAsync(Guid id, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        var outcome = await items.HandleAsync(new AddItems(id, Version, people), ct);
        Said(outcome, n => $"Đã thêm {n} người.");
        if (outcome is EditItemsOutcome.Done { Count: > 0 }) await suggest.ForAsync(id, ct);
    }

    private async Task<MoveOutcome> SaveAsync(Guid id, CancellationToken ct)
    {
        var outcome = await saving.HandleAsync(id, (action, loaded) => DraftForm.Read(Request.Form, id, Version, action, loaded.Kept.Select(i => i.Id)), ct);
        if (outcome is MoveOutcome.Done done) Version = done.Decision.Version;
        return outcome;
    }

    private void Said(MoveOutcome outcome)
    {
        switch (outcome)
        {
            case MoveOutcome.Done done: TempData.Say(done.Said); break;
            case MoveOutcome.NotPossible no: TempData.SayRefused(no.Why); break;
            case MoveOutcome.Refused refused: TempData.SayRefused(Refusals.Say("Chưa trình được", refused.Assessed)); break;
        }
    }

    private void Said(EditItemsOutcome outcome, Func<int, string> said)
    {
        if (outcome is EditItemsOutcome.NotPossible no) TempData.SayRefused(no.Why);
        if (outcome is not EditItemsOutcome.Done done) return;
        Version = done.Decision.Version;
        if (done.Count > 0) TempData.Say(said(done.Count));
        if (done.LeftOut.Count > 0) TempData.SayCaution(DraftItems.LeftOutWords(done.LeftOut));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Assessed = await preview.OfAsync(id, ct);
        Version = Assessed.Loaded.Decision.Version;
        ModelState.Remove("phien-ban");
        if (Assessed.Items.Any(i => i.Assessment.Errors.Count == 0)) Paper = await papers.OfAsync(Assessed.Loaded, ct);
        if (Assessed.Action.Inputs.Any(i => i.Kind == InputKind.Unit))
        {
            var tree = await units.TreeAsync(new AsOf(Day), ct);
            UnitChoices = [.. tree.All.OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), tree.FullName(u.Id)))];
        }
        var last = await db.Set<DecisionStep>().AsNoTracking().Where(s => s.DecisionId == id && s.FromState != s.ToState).OrderByDescending(s => s.At).FirstOrDefaultAsync(ct);
        Returned = last?.Process == DecisionProcesses.Return.Code ? last : null;
    }
}
