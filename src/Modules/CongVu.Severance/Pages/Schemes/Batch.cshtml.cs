using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Law.Severance;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using CongVu.Severance.Pages.Cases;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Pages.Schemes;

/// <summary>One list: its people, what they get, and the next step.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class BatchModel(SchemeReading reading, CaseEditing editing, BatchDeciding deciding, FileIntake files, People people, UnitDirectory units, LawBook law, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    public BatchView View { get; private set; } = null!;
    public bool Edits => Now && View.Batch.State == BatchState.Preparing && gate.May(SeverancePermissions.Prepare, View.Batch.UnitId);
    public bool MayAppraise => Now && View.Batch.State == BatchState.Submitted && gate.May(SeverancePermissions.Appraise, View.Batch.UnitId);
    public bool MayApprove => Now && View.Batch.State == BatchState.Appraised && gate.May(SeverancePermissions.Approve, View.Batch.UnitId);
    public bool MayDecide => Now && View.Batch.State == BatchState.Approved && View.Undecided.Count > 0 && gate.May(SeverancePermissions.Prepare, View.Batch.UnitId);
    public bool MayExport => gate.May(SeverancePermissions.Export, View.Batch.UnitId);
    public IReadOnlyList<Choice> Grounds => CaseChoices.Grounds(law, LeaveOn ?? asOf.Today);
    private bool Now => asOf.IsNow;

    [BindProperty] public int Version { get; set; }
    [BindProperty(Name = "nguoi")] public string? Person { get; set; }
    [BindProperty] public ExitPolicy? Policy { get; set; }
    [BindProperty] public ExitReason? Reason { get; set; }
    [BindProperty] public string? Ground { get; set; }
    [BindProperty] public DateOnly? LeaveOn { get; set; }
    [BindProperty] public string? FinanceDocument { get; set; }
    [BindProperty] public DateOnly? FinanceOn { get; set; }
    [BindProperty] public long? FinanceAmount { get; set; }
    [BindProperty] public IFormFile? FinanceFile { get; set; }
    [BindProperty] public DateOnly? ApprovedOn { get; set; }
    [BindProperty] public string? ApprovalDocument { get; set; }
    [BindProperty] public string? LyDo { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        View = await reading.BatchAsync(id, ct);
        await audit.ReadAsync(new AuditLine("severance.batch.read", "severance-batch", id, View.Batch.UnitId, View.All.Count), ct);
    }

    /// <summary>People of the unit whose name fits.</summary>
    public async Task<IActionResult> OnGetPeopleAsync(Guid id, string? q, CancellationToken ct)
    {
        View = await reading.BatchAsync(id, ct);
        if (VietnameseText.Fold(q).Length < 2) return new JsonResult(Array.Empty<Choice>());
        var tree = await units.TreeAsync(asOf.Current, ct);
        var inside = tree.Subtree(View.Batch.UnitId).ToArray();
        var rows = await people.Where(people.ScopedOn(asOf.Current, SeverancePermissions.Prepare), new PersonFilter { Text = q, Units = inside }, asOf.Current.ValidOn).OrderBy(r => r.SortKey).Take(20).ToListAsync(ct);
        return new JsonResult(rows.Select(r => new Choice(r.PersonId.ToString(), r.FullName, Note: r.UnitId is { } u ? tree.FullName(u) : "")));
    }

    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken ct) => ActAsync(id, () => editing.AddAsync(id, Version, Guid.TryParse(Person, out var person) ? person : null, new CaseText(Policy, Reason, Ground, LeaveOn), ct), ct);

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken ct) => ActAsync(id, () => deciding.SubmitAsync(id, Version, ct), ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) => ActAsync(id, () => deciding.ReturnAsync(id, Version, LyDo, ct), ct);

    public Task<IActionResult> OnPostAppraiseAsync(Guid id, CancellationToken ct) => ActAsync(id, async () =>
    {
        gate.Demand(SeverancePermissions.Appraise, View.Batch.UnitId);
        var (file, wrong) = await files.TakeAsync(FinanceFile, SeveranceFileGuard.Type, id, View.Batch.UnitId, ct);
        return wrong is not null ? new Outcome.Refused(nameof(FinanceFile), wrong) : await deciding.AppraiseAsync(id, Version, new FinanceText(FinanceDocument, FinanceOn, FinanceAmount, file), ct);
    }, ct);

    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct) => ActAsync(id, () => deciding.ApproveAsync(id, Version, ApprovedOn, ApprovalDocument, ct), ct);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken ct)
    {
        var (outcome, decision) = await deciding.DecideAsync(id, Version, ct);
        if (decision is { } draft)
        {
            TempData.Say(((Outcome.Done)outcome).Said);
            return Redirect(DecisionLinks.Edit(draft));
        }
        TempData.SayRefused(((Outcome.Refused)outcome).Message);
        return Redirect(SeveranceLinks.Batch(id));
    }

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        View = await reading.BatchAsync(id, ct);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), done => done.Id == default ? SeveranceLinks.Batch(id) : SeveranceLinks.Case(done.Id));
    }
}
