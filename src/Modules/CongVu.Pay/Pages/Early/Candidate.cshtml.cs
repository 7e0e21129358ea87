using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Domain;
using CongVu.Pay.Early;
using CongVu.Platform.Audit;
using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Pay.Pages.Early;

/// <summary>One candidate: conditions, achievements with their papers, months, the unit's priority.</summary>
[Requires(PayPermissions.ReadCode)]
internal sealed class CandidateModel(RoundReading reading, RoundEditing editing, FileIntake files, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    public RoundView Round { get; private set; } = null!;
    public CandidateView One { get; private set; } = null!;
    public bool Edits => asOf.IsNow && Round.Round.State == RoundState.Preparing && asOf.Today <= Round.Round.UsableUntil && gate.May(PayPermissions.Prepare, Round.Round.UnitId) && !gate.IsSelf(One.Person.PersonId);

    [BindProperty] public int Version { get; set; }
    [BindProperty] public int? Months { get; set; }
    [BindProperty] public int? Priority { get; set; }
    [BindProperty] public string? PriorityReason { get; set; }
    [BindProperty] public string? Standing { get; set; }
    [BindProperty] public string? Level { get; set; }
    [BindProperty] public string? AchievementTitle { get; set; }
    [BindProperty] public DateOnly? RecognisedOn { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public IFormFile? Evidence { get; set; }
    [BindProperty] public string? LyDo { get; set; }

    public async Task OnGetAsync(Guid id, Guid nguoi, CancellationToken ct)
    {
        await LoadAsync(id, nguoi, ct);
        (Months, Priority, PriorityReason, Standing) = (One.Candidate.Months, One.Candidate.UnitPriority, One.Candidate.PriorityReason, One.Candidate.StandingConfirmed);
        await audit.ReadAsync(new AuditLine("pay.early-candidate.read", "person", One.Person.PersonId, Round.Round.UnitId), ct);
    }

    public Task<IActionResult> OnPostSaveAsync(Guid id, Guid nguoi, CancellationToken ct) => ActAsync(id, nguoi, () => editing.SaveAsync(id, Version, nguoi, Months, Priority, PriorityReason, Standing, ct), ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid nguoi, CancellationToken ct) => ActAsync(id, nguoi, () => editing.WithdrawAsync(id, Version, nguoi, LyDo, ct), ct);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, Guid nguoi, Guid thanhTich, CancellationToken ct) => ActAsync(id, nguoi, () => editing.RemoveAsync(id, Version, nguoi, thanhTich, LyDo, ct), ct);

    public Task<IActionResult> OnPostEnterAsync(Guid id, Guid nguoi, CancellationToken ct) => ActAsync(id, nguoi, async () =>
    {
        var (file, wrong) = await files.TakeAsync(Evidence, PayFileGuard.Type, nguoi, Round.Round.UnitId, ct);
        return wrong is not null ? new Outcome.Refused(nameof(Evidence), wrong) : await editing.EnterAsync(id, Version, nguoi, Level, AchievementTitle, RecognisedOn, Document, file, ct);
    }, ct);

    private async Task<IActionResult> ActAsync(Guid id, Guid candidate, Func<Task<Outcome>> act, CancellationToken ct)
    {
        await LoadAsync(id, candidate, ct);
        gate.Demand(PayPermissions.Prepare, Round.Round.UnitId);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), _ => PayLinks.Candidate(id, candidate));
    }

    private async Task LoadAsync(Guid id, Guid candidate, CancellationToken ct)
    {
        Round = await reading.OfAsync(id, ct);
        One = Round.Candidates.FirstOrDefault(c => c.Candidate.Id == candidate) ?? throw new NotFoundException("Không có người này trong kỳ xét.");
    }
}
