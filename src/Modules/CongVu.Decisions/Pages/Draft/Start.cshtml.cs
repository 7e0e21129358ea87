using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Pages.Draft;

/// <summary>Which action, about whom: the first step of every decision.</summary>
[Requires("decisions.draft", "decisions.annul.draft")]
internal sealed class StartModel(ActionCatalogue catalogue, StartDraftHandler start, Suggestions suggestions, UnitDirectory units, People people, Gate gate, AsOfContext asOf) : PageModel
{
    /// <summary>Code of the chosen action; empty shows the catalogue.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Action { get; set; }

    /// <summary>People or units chosen, as ids.</summary>
    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public Guid[] Subjects { get; set; } = [];

    /// <summary>People picked in a list.</summary>
    [BindProperty(SupportsGet = true, Name = "chon")]
    public Guid[] Picked { get; set; } = [];

    /// <summary>Unit that drafts.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? UnitId { get; set; }

    /// <summary>Actions this actor may draft.</summary>
    internal IReadOnlyList<PersonnelAction> Actions => [.. catalogue.All.Where(a => a.Subject != ActionSubject.DecisionItem && gate.May(DecisionAccess.ToDraft(a.Code)))];

    /// <summary>The chosen action.</summary>
    internal PersonnelAction? Chosen { get; private set; }

    /// <summary>Names of people already chosen.</summary>
    public IReadOnlyList<Choice> ChosenPeople { get; private set; } = [];

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> UnitChoices { get; private set; } = [];

    /// <summary>Shows the catalogue or asks for the subject.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>People of the actor's scope whose name fits, for the picker.</summary>
    public async Task<IActionResult> OnGetPeopleAsync(string? q, CancellationToken ct)
    {
        if (VietnameseText.Fold(q).Length < 2) return new JsonResult(Array.Empty<Choice>());
        var tree = await units.TreeAsync(asOf.Current, ct);
        var rows = await people.Where(people.ScopedOn(asOf.Current, DecisionPermissions.Draft), new PersonFilter { Text = q }, asOf.Current.ValidOn).OrderBy(r => r.SortKey).Take(20).ToListAsync(ct);
        return new JsonResult(rows.Select(r => new Choice(r.PersonId.ToString(), r.FullName, Note: $"{VnFormat.Date(r.BirthDate)} · {(r.UnitId is { } u ? tree.FullName(u) : "")}")));
    }

    /// <summary>Opens the draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Chosen is null) return Page();
        Guid[] subjects = [.. Subjects.Concat(Picked).Where(id => id != Guid.Empty).Distinct()];
        if (subjects.Length == 0 && Chosen.Subject is ActionSubject.Person or ActionSubject.Unit && subjects.Length == 0)
        {
            ModelState.AddModelError("doi-tuong", Chosen.Subject == ActionSubject.Unit ? "Chọn đơn vị." : "Chọn ít nhất một người. Gõ vài chữ của tên hoặc số định danh rồi chọn trong danh sách hiện ra.");
            return Page();
        }
        if (subjects.Length > Chosen.MaxItems)
        {
            ModelState.AddModelError("doi-tuong", $"Nghiệp vụ này lập được cho tối đa {Chosen.MaxItems} đối tượng trong một quyết định; đang chọn {subjects.Length}.");
            return Page();
        }
        switch (await start.HandleAsync(new StartDraft(Chosen.Code, UnitId, subjects), ct))
        {
            case StartDraftOutcome.Started started:
                if (started.Items.LeftOut.Count > 0) TempData["Flash.Warn"] = "Không đưa vào được: " + string.Join("; ", started.Items.LeftOut);
                await suggestions.TypeAsync(started.Id, ct);
                return Redirect(DecisionLinks.Edit(started.Id));
            case StartDraftOutcome.NotPossible no:
                ModelState.AddModelError("don-vi", no.Why);
                break;
        }
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Action)) return;
        Chosen = catalogue.Find(Action);
        gate.Demand(DecisionAccess.ToDraft(Chosen.Code));
        var tree = await units.TreeAsync(asOf.Current, ct);
        var scope = gate.Scope(DecisionAccess.ToDraft(Chosen.Code));
        UnitChoices = [.. tree.All.Where(u => scope.Has(u.Id)).OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), tree.FullName(u.Id)))];
        Guid[] ids = [.. Subjects.Concat(Picked).Distinct()];
        if (Chosen.Subject == ActionSubject.Person && ids.Length > 0)
            ChosenPeople = [.. (await people.ScopedOn(asOf.Current, DecisionPermissions.Draft).Where(r => ids.Contains(r.PersonId)).OrderBy(r => r.SortKey).Take(500).ToListAsync(ct)).Select(r => new Choice(r.PersonId.ToString(), r.FullName, Note: r.UnitId is { } u ? tree.FullName(u) : null))];
    }
}
