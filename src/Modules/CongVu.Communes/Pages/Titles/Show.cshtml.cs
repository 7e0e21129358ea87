using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Facts;
using CongVu.Communes.Titles;
using CongVu.Law;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Pages.Titles;

/// <summary>One resolution: edited in draft, approved by a second person, withdrawn.</summary>
[Requires(CommunePermissions.ReadCode)]
internal sealed class ShowModel(CongVuDb db, CommuneFacts facts, ResolutionKeeping keeping, Gate gate, AsOfContext asOf) : ResolutionForm
{
    public Resolution Resolution { get; private set; } = null!;
    public IReadOnlyList<Title> Titles { get; private set; } = [];
    public Dated<Percent>? Most { get; private set; }
    public bool MayPropose => asOf.IsNow && gate.May(CommunePermissions.Propose);
    public bool MayApprove => asOf.IsNow && gate.May(CommunePermissions.Approve);
    public bool Edits => MayPropose && Resolution.State == ResolutionState.Draft;
    public bool OwnEntry => Resolution.CreatedBy is { } by && by == gate.Actor.AccountId;

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Show(Resolution, Titles);
        Version = Resolution.Version;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => ActAsync(id, () => keeping.ChangeAsync(id, Version, Typed, ct), ct);

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken ct) => ActAsync(id, () => keeping.SubmitAsync(id, Version, ct), ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) => ActAsync(id, () => keeping.ReturnAsync(id, Version, ct), ct);

    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct) => ActAsync(id, () => keeping.ApproveAsync(id, Version, ct), ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => ActAsync(id, () => keeping.WithdrawAsync(id, Version, Reason, ct), ct);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var typed = ModelState.IsValid ? await act() : null;
        if (typed is Outcome.Done done)
        {
            TempData.Say(done.Said);
            return Redirect(CommuneLinks.Resolution(id));
        }
        if (typed is Outcome.Refused refused) ModelState.AddModelError(refused.Field, refused.Message);
        if (Names.Length == 0) Show(Resolution, Titles);
        return Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Resolution = await db.Set<Resolution>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException("Không có nghị quyết này.");
        Titles = await facts.TitlesAsync(id, ct);
        Most = keeping.MostForSecond(Resolution.FromDay);
    }
}
