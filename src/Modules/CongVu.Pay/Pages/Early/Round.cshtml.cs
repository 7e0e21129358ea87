using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Domain;
using CongVu.Pay.Early;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Pages.Early;

/// <summary>One round: quota, candidates, ranking, and the steps from the list to the decision.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class RoundModel(RoundReading reading, RoundEditing editing, RoundDeciding deciding, FileIntake files, People people, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    public RoundView View { get; private set; } = null!;
    public DateOnly Today => asOf.Today;
    public bool MayPrepare => asOf.IsNow && gate.May(PayPermissions.Prepare, View.Round.UnitId);
    public bool Lapsed => Today > View.Round.UsableUntil;
    public bool Edits => MayPrepare && View.Round.State == RoundState.Preparing && !Lapsed;

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? UnitRule { get; set; }
    [BindProperty] public DateOnly? ObjectionsUntil { get; set; }
    [BindProperty] public DateOnly? ApprovedOn { get; set; }
    [BindProperty] public string? ApprovalDocument { get; set; }
    [BindProperty] public int? Present { get; set; }
    [BindProperty] public int? InFavour { get; set; }
    [BindProperty] public IFormFile? Minutes { get; set; }
    [BindProperty] public string? LyDo { get; set; }
    [BindProperty(Name = "nguoi")] public string? Person { get; set; }
    [BindProperty(Name = "chon")] public Guid[] Chosen { get; set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        View = await reading.OfAsync(id, ct);
        (UnitRule, ObjectionsUntil) = (View.Round.UnitRule, Today.AddDays(5));
        // The first within the quota are proposed; equals at the border are left to the meeting.
        Chosen = [.. View.Ranking.Take(View.Round.WholeQuota).Select(r => r.View.Candidate.Id)];
        await audit.ReadAsync(new AuditLine("pay.early-round.read", "early-round", id, View.Round.UnitId, View.Candidates.Count), ct);
    }

    /// <summary>People of the agency whose name fits, for the field that takes somebody in.</summary>
    public async Task<IActionResult> OnGetPeopleAsync(Guid id, string? q, CancellationToken ct)
    {
        View = await reading.OfAsync(id, ct);
        if (VietnameseText.Fold(q).Length < 2) return new JsonResult(Array.Empty<Choice>());
        var tree = await units.TreeAsync(asOf.Current, ct);
        var inside = tree.Subtree(View.Round.UnitId).Where(u => tree.Agency(u)?.Id == View.Round.UnitId).ToArray();
        var rows = await people.Where(people.ScopedOn(asOf.Current, PayPermissions.Prepare), new PersonFilter { Text = q, Units = inside }, asOf.Current.ValidOn).OrderBy(r => r.SortKey).Take(20).ToListAsync(ct);
        return new JsonResult(rows.Select(r => new Choice(r.PersonId.ToString(), r.FullName, Note: r.UnitId is { } u ? tree.FullName(u) : "")));
    }

    public Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken ct) => ActAsync(id, () => editing.ChangeAsync(id, Version, UnitRule, ct), ct);

    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken ct) => ActAsync(id, () => editing.AddAsync(id, Version, Guid.TryParse(Person, out var person) ? person : null, ct), ct);

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) => ActAsync(id, () => deciding.PublishAsync(id, Version, ObjectionsUntil, ct), ct);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct) => ActAsync(id, () => deciding.ReopenAsync(id, Version, LyDo, ct), ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) => ActAsync(id, () => deciding.CancelAsync(id, Version, LyDo, ct), ct);

    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct) => ActAsync(id, async () =>
    {
        var (file, wrong) = await files.TakeAsync(Minutes, PayFileGuard.Type, id, View.Round.UnitId, ct);
        return wrong is not null ? new Outcome.Refused(nameof(Minutes), wrong) : await deciding.ApproveAsync(id, Version, new ApprovalText(ApprovedOn, ApprovalDocument, Present, InFavour, file, Chosen), ct);
    }, ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        View = await reading.OfAsync(id, ct);
        var (outcome, decision) = await deciding.DecideAsync(id, ct);
        if (decision is { } draft)
        {
            TempData.Say(((Outcome.Done)outcome).Said);
            return Redirect(DecisionLinks.Edit(draft));
        }
        TempData.SayRefused(((Outcome.Refused)outcome).Message);
        return Redirect(PayLinks.Round(id));
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        View = await reading.OfAsync(id, ct);
        gate.Demand(PayPermissions.Prepare, View.Round.UnitId);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), _ => PayLinks.Round(id));
    }
}
