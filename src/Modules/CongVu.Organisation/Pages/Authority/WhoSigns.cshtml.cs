using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>"Ai ký việc này?": a question and its answer with rule and article. The question is in the address, so it can be passed on.</summary>
[Requires(OrganisationPermissions.ReadCode)]
internal sealed class WhoSignsModel(AuthorityRules rules, UnitDirectory units, LawBook law, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "viec")]
    public string? Action { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? UnitId { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi.text")]
    public string? UnitText { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true, Name = "chuc-vu")]
    public LeadershipLevel? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngach")]
    public string? Rank { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? On { get; set; }

    public UnitTree Tree { get; private set; } = new([]);
    public UnitView? Unit { get; private set; }
    public AuthorityOutcome? Outcome { get; private set; }
    public AuthorityRules Rules => rules;
    public DateOnly Day => On ?? asOf.Current.ValidOn;
    public IReadOnlyList<Choice> Actions => Choice.From(rules.Actions, a => a.Code, a => a.Name, a => a.AboutUnits ? "Tổ chức bộ máy" : "Nhân sự");
    public IReadOnlyList<Choice> Ranks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Read);
        Tree = await units.TreeAsync(new(Day), ct);
        Ranks = RanksOn(Day);
        // Without script the picker sends words only.
        if (UnitId is null && !string.IsNullOrWhiteSpace(UnitText)) UnitId = Data.UnitSearch.Find(Tree.All, Platform.Text.VietnameseText.Fold(UnitText)).FirstOrDefault()?.Id;
        Unit = UnitId is { } id ? Tree.Find(id) ?? await units.NearestAsync(id, new(Day), ct) : null;
        if (Action is null) return;
        if (Unit is null) { ModelState.AddModelError("don-vi", "Chọn đơn vị."); return; }
        var aboutUnits = AuthorityAction.IsAboutUnits(Action);
        Outcome = await rules.WhoSignsAsync(new(Action, aboutUnits ? null : Category, aboutUnits ? LeadershipLevel.None : Level ?? LeadershipLevel.None, aboutUnits ? null : Rank, Unit.Id), Day, ct);
    }

    private IReadOnlyList<Choice> RanksOn(DateOnly day)
    {
        try { return Choice.From(law.Pay.Ranks.On(day), r => r.Code, r => $"{r.Code} {r.Name}"); }
        catch (OutsideCoverageException) { return []; }
    }
}
