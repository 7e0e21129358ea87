using CongVu.Personnel.Contracts;
using CongVu.Personnel.Declarations;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.Declarations;

/// <summary>One item as it stands side by side with the record.</summary>
/// <param name="Held">What the record says now.</param>
/// <param name="Then">What it said when it was declared, where that has changed since; else null.</param>
internal sealed record ComparedItem(DeclarableItem Item, DeclarationItem Stored, string Held, string? Then, string Wanted);

/// <summary>A declaration with old and new side by side; the officer decides here.</summary>
[Requires("personnel.declare", "personnel.requests.read")]
internal sealed class ShowModel(DeclarationStore store, DeclarationDesk desk, DeclarationReview review, DeclaredWords words, People people, AuditLog audit, Gate gate, AsOfContext asOf) : PageModel
{
    private Dictionary<string, Verdict> _typed = [];

    public LoadedDeclaration Loaded { get; private set; } = null!;

    public IReadOnlyList<ComparedItem> Items { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> History { get; private set; } = [];

    [BindProperty(Name = "phien-ban")]
    public int Version { get; set; }

    /// <summary>What the person is asked to complete.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public bool IsOwn => gate.IsSelf(Loaded.Declaration.PersonId);

    public bool MayDecide => asOf.IsNow && Loaded.Declaration.State == DeclarationState.Submitted && store.MayDecide(Loaded);

    public bool MayWithdraw => asOf.IsNow && IsOwn && Loaded.Declaration.State == DeclarationState.Submitted;

    /// <summary>The choice made before the page came back with errors.</summary>
    public Verdict? Typed(string code) => _typed.GetValueOrDefault(code);

    public string? TypedReason(string code) => Request.HasFormContentType ? Request.Form[DeclarationReview.ReasonName(code)].ToString() : null;

    public static IReadOnlyList<Choice> Verdicts { get; } = [new("nhan", "Chấp nhận"), new("khong", "Không chấp nhận")];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (IsOwn && Loaded.Declaration.State == DeclarationState.Draft) return Redirect(PersonnelLinks.EditDeclaration(id));
        await audit.ReadAsync(new AuditLine("personnel.declaration.read", "declaration", id, Loaded.FileUnitId, Detail: new { person = Loaded.Declaration.PersonId }), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        var loaded = await store.ReadAsync(id, ct);
        foreach (var item in loaded.Items)
            if (Request.Form[DeclarationReview.VerdictName(item.Code)].ToString() is { Length: > 0 } choice)
                _typed[item.Code] = new Verdict(choice == "nhan", Request.Form[DeclarationReview.ReasonName(item.Code)].ToString());
        return await AnswerAsync(id, await review.DecideAsync(id, Version, _typed, ct), ct);
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await review.ReturnAsync(id, Version, Reason, ct), ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        var outcome = await desk.WithdrawAsync(id, ct);
        return outcome is DeclarationOutcome.Done done ? Said(done, PersonnelLinks.EditDeclaration(id)) : await AnswerAsync(id, outcome, ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, DeclarationOutcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case DeclarationOutcome.Done done: return Said(done, PersonnelLinks.Declaration(id));
            case DeclarationOutcome.Invalid invalid:
                foreach (var problem in invalid.Problems) ModelState.AddModelError(problem.Field, problem.Message);
                break;
            case DeclarationOutcome.NotPossible no:
                TempData.SayRefused(no.Why);
                return Redirect(PersonnelLinks.Declaration(id));
        }
        await LoadAsync(id, ct);
        return Page();
    }

    private RedirectResult Said(DeclarationOutcome.Done done, string next)
    {
        TempData.Say(done.Said);
        return Redirect(next);
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Loaded = await store.ReadAsync(id, ct);
        Version = Loaded.Declaration.Version;
        var state = await people.StateAsync(Loaded.Declaration.PersonId, new AsOf(asOf.Today), ct);
        Items = [.. Loaded.Items.Select(i => Compared(i, state))];
        History = [.. (await store.StepsAsync(id, ct)).Select(s => new TimelineEntry(VietnamTime.DayOf(s.At), StepWords(s.Process), s.Said, Source: s.AccountName)).Reverse()];
    }

    private ComparedItem Compared(DeclarationItem stored, PersonState? state)
    {
        var item = Declarables.Find(stored.Code);
        var before = words.Of(item, DeclaredValues.FromJson(stored.Before));
        var held = state is null || stored.State != DeclaredItemState.Waiting ? before : words.Of(item, DeclaredValues.Of(state, item));
        return new ComparedItem(item, stored, held, held == before ? null : before, words.Of(item, DeclaredValues.FromJson(stored.Wanted)));
    }

    private static string StepWords(string process) =>
        process == Domain.PersonnelProcesses.Draft.Code ? "Bắt đầu kê khai" : Domain.PersonnelProcesses.All.FirstOrDefault(p => p.Code == process)?.Name ?? process;
}
