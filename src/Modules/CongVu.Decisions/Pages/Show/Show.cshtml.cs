using CongVu.Decisions.Authority;
using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Data.Queries;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Effects;
using CongVu.Decisions.Printing;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Pages.Show;

/// <summary>One decision in any state: what it does, how it stands, who did what, and what this actor may do now.</summary>
[Requires("decisions.read")]
internal sealed class ShowModel(DecisionStore store, DecisionAccess access, MayDo mayDo, ActionCatalogue catalogue, DecisionAssessor assessor, DecisionPaper papers, SubmitDecisionHandler submitting, ReturnDecisionHandler returning, VerifyDecisionHandler verifying,
    SignDecisionHandler signing, AllowOverrideHandler overriding, IEnumerable<DraftedFrom> sources, CongVuDb db, AuditLog audit) : PageModel
{
    /// <summary>The decision with items.</summary>
    public LoadedDecision Loaded { get; private set; } = null!;

    /// <summary>Its action.</summary>
    public PersonnelAction? Action { get; private set; }

    /// <summary>Checks as they are now; only before signing.</summary>
    public AssessedDecision? Assessed { get; private set; }

    /// <summary>Checks as stored at the last stage, by item (empty: the whole).</summary>
    public IReadOnlyList<DecisionAssessment> Stored { get; private set; } = [];

    /// <summary>Lists of other modules it was drafted from.</summary>
    public IReadOnlyList<DraftOrigin> Origins { get; private set; } = [];

    /// <summary>Moves so far.</summary>
    public IReadOnlyList<TimelineEntry> History { get; private set; } = [];

    /// <summary>The paper.</summary>
    public AdministrativeDocument? Paper { get; private set; }

    /// <summary>The decision.</summary>
    public Decision Decision => Loaded.Decision;

    /// <summary>Version seen.</summary>
    [BindProperty(Name = "phien-ban")]
    public int Version { get; set; }

    /// <summary>Reason typed.</summary>
    [BindProperty(Name = "ly-do")]
    public string? Reason { get; set; }

    /// <summary>What this actor may do now.</summary>
    public AllowedMoves May { get; private set; } = null!;

    /// <summary>Why effects could not take hold on their day, when that happened.</summary>
    public string? ApplyError { get; private set; }

    /// <summary>Decisions this one annulled or corrected.</summary>
    public IReadOnlyList<Decision> Undid { get; private set; } = [];

    /// <summary>Decision that annulled or corrected this one.</summary>
    public Decision? UndoneBy { get; private set; }

    /// <summary>What the afterwards-check of authority found, for whoever may see it.</summary>
    public WrongAuthority? Finding { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        await audit.ReadAsync(new AuditLine("decisions.decision.read", "decision", id, Decision.UnitId, Loaded.Items.Count), ct);
    }

    /// <summary>Verifies.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(Guid id, CancellationToken ct) => Done(id, await verifying.HandleAsync(new VerifyDecision(id, Version), ct));

    /// <summary>Signs.</summary>
    public async Task<IActionResult> OnPostSignAsync(Guid id, CancellationToken ct) => Done(id, await signing.HandleAsync(new SignDecision(id, Version), ct));

    /// <summary>Submits a draft as it is.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken ct) => Done(id, await submitting.HandleAsync(new SubmitDecision(id, Version), ct));

    /// <summary>Sends it back to the drafter.</summary>
    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Reason)) return Done(id, await returning.HandleAsync(new ReturnDecision(id, Version, Reason), ct));
        TempData.SayRefused("Nêu lý do trả lại để người soạn biết cần sửa gì.");
        return Redirect(DecisionLinks.Decision(id));
    }

    /// <summary>Sets a check aside on a legal basis.</summary>
    public async Task<IActionResult> OnPostOverrideAsync(Guid id, Guid? item, string check, string? basis, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(basis) && !string.IsNullOrWhiteSpace(Reason)) return Done(id, await overriding.HandleAsync(new AllowOverride(id, Version, item, check, basis, Reason), ct));
        TempData.SayRefused("Ghi cả căn cứ pháp lý và lý do cho phép ngoại lệ.");
        return Redirect(DecisionLinks.Decision(id));
    }

    private IActionResult Done(Guid id, MoveOutcome outcome)
    {
        switch (outcome)
        {
            case MoveOutcome.Done done: TempData.Say(done.Said); break;
            case MoveOutcome.NotPossible no: TempData.SayRefused(no.Why); break;
            case MoveOutcome.Refused refused: TempData.SayRefused(Refusals.Say("Chưa thực hiện được", refused.Assessed)); break;
        }
        return Redirect(DecisionLinks.Decision(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Loaded = await store.ReadAsync(id, ct);
        access.DemandRead(Loaded);
        Version = Decision.Version;
        May = await mayDo.OfAsync(Loaded, ct);
        Action = catalogue.All.FirstOrDefault(a => a.Code == Decision.ActionCode);
        if (Action is not null && Decision.State is DecisionState.Draft or DecisionState.Submitted or DecisionState.Verified)
            Assessed = await assessor.AssessAsync(Loaded, Decision.State switch { DecisionState.Draft => CheckStage.Draft, DecisionState.Submitted => CheckStage.Verified, _ => CheckStage.Signed }, ct);
        else
        {
            var all = await db.Set<DecisionAssessment>().AsNoTracking().Where(a => a.DecisionId == id).OrderByDescending(a => a.At).Take(1200).ToListAsync(ct);
            Stored = [.. all.DistinctBy(a => a.ItemId)];
        }
        Undid = await db.Set<Decision>().AsNoTracking().Where(d => d.AnnulledBy == id || d.CorrectedBy == id).OrderBy(d => d.SignedOn).Take(50).ToListAsync(ct);
        if ((Decision.AnnulledBy ?? Decision.CorrectedBy) is { } by) UndoneBy = await db.Set<Decision>().AsNoTracking().SingleAsync(d => d.Id == by, ct);
        if (access.May(DecisionPermissions.ReadAuthority, Decision)) Finding = await db.Set<WrongAuthority>().AsNoTracking().SingleOrDefaultAsync(f => f.DecisionId == id && f.State != FindingState.Withdrawn, ct);
        ApplyError = await ApplyErrorAsync(ct);
        List<DraftOrigin> origins = [];
        foreach (var source in sources)
            if (await source.OfAsync(id, ct) is { } origin) origins.Add(origin);
        Origins = origins;
        var steps = await db.Set<DecisionStep>().AsNoTracking().Where(s => s.DecisionId == id).OrderByDescending(s => s.At).Take(100).ToListAsync(ct);
        History = [.. steps.Select(s => new TimelineEntry(VietnamTime.DayOf(s.At), DecisionProcesses.All.FirstOrDefault(p => p.Code == s.Process)?.Name ?? s.Process, s.Reason is null ? s.AccountName : $"{s.AccountName}: {s.Reason}"))];
        if (Action is not null && (Assessed is null || Assessed.Items.Any(i => i.Assessment.Errors.Count == 0)) && Decision.Origin == DecisionOrigin.Own) Paper = await papers.OfAsync(Loaded, ct);
    }

    private async Task<string?> ApplyErrorAsync(CancellationToken ct)
    {
        if (Decision.State != DecisionState.Signed) return null;
        var prefix = $"{EffectRunner.JobKind}:{Decision.Id}:";
        return await db.Set<Job>().AsNoTracking().Where(j => j.DedupeKey != null && j.DedupeKey.StartsWith(prefix) && j.LastError != null && j.State != JobState.Done).OrderByDescending(j => j.RunAt).Select(j => j.LastError).FirstOrDefaultAsync(ct);
    }
}
