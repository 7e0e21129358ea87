using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using CongVu.Severance.Inspections;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Inspections;

/// <summary>One round: plan, result, what the unit has to do and did.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class RoundModel(InspectionReading reading, InspectionDesk desk, SchemeReading schemes, FileIntake files, Gate gate, AsOfContext asOf) : PageModel
{
    public Inspection Round { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public IReadOnlyList<Step> Steps { get; private set; } = [];
    public DateOnly Today => asOf.Today;
    public bool MayAct => asOf.IsNow && gate.May(SeverancePermissions.Appraise, Round.UnitId);

    [BindProperty] public int Version { get; set; }
    [BindProperty] public DateOnly? HeldOn { get; set; }
    [BindProperty] public string? LookedAt { get; set; }
    [BindProperty] public string? Findings { get; set; }
    [BindProperty] public string? ConclusionDocument { get; set; }
    [BindProperty] public IFormFile? Paper { get; set; }
    [BindProperty] public string? FollowUp { get; set; }
    [BindProperty] public DateOnly? FollowUpBy { get; set; }
    [BindProperty] public DateOnly? FollowedUpOn { get; set; }
    [BindProperty] public string? FollowUpResult { get; set; }
    [BindProperty] public string? LyDo { get; set; }

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    public Task<IActionResult> OnPostHoldAsync(Guid id, CancellationToken ct) => ActAsync(id, async () =>
    {
        gate.Demand(SeverancePermissions.Appraise, Round.UnitId);
        var (file, wrong) = await files.TakeAsync(Paper, SeveranceFileGuard.Type, id, Round.UnitId, ct);
        return wrong is not null ? new Outcome.Refused(nameof(Paper), wrong) : await desk.HoldAsync(id, Version, new ResultText(HeldOn, LookedAt, Findings, ConclusionDocument, FollowUp, FollowUpBy, file), ct);
    }, ct);

    public Task<IActionResult> OnPostFollowUpAsync(Guid id, CancellationToken ct) => ActAsync(id, () => desk.FollowUpAsync(id, Version, FollowedUpOn, FollowUpResult, ct), ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) => ActAsync(id, () => desk.CancelAsync(id, Version, LyDo, ct), ct);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), _ => SeveranceLinks.Inspection(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        (Round, Unit) = await reading.OfAsync(id, ct);
        Steps = await schemes.StepsAsync([id], ct);
    }
}
