using CongVu.Decisions.Authority;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Decisions.Pages.Authority;

/// <summary>One finding: who signed, who should have, by which rule, and what was done about it.</summary>
[Requires("decisions.authority.read")]
internal sealed class FindingModel(WrongAuthorityList list, HandleFindingHandler handling, DecisionAccess access, DecisionStore store, AuditLog audit, AsOfContext asOf) : PageModel
{
    /// <summary>The finding.</summary>
    public FindingView Shown { get; private set; } = null!;

    /// <summary>Version seen.</summary>
    [BindProperty(Name = "phien-ban")]
    public int Version { get; set; }

    /// <summary>How it was dealt with.</summary>
    [BindProperty(Name = "cach")]
    public string? Kind { get; set; }

    /// <summary>The instrument that confirms, or the number of the decision that corrects or annuls.</summary>
    [BindProperty(Name = "van-ban")]
    public string? Document { get; set; }

    /// <summary>Why.</summary>
    [BindProperty(Name = "ly-do")]
    public string? Reason { get; set; }

    /// <summary>Ways to deal with it.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<HandlingKind>().Where(k => k != HandlingKind.Reopened).Select(k => new Choice(k.ToString(), k.Name()))];

    /// <summary>Whether the actor may record a handling.</summary>
    public bool MayHandle => asOf.IsNow && access.May(DecisionPermissions.HandleAuthority, Shown.Decision);

    /// <summary>Whether the actor may draft a correction or annulment.</summary>
    public bool MayUndo => asOf.IsNow && access.May(DecisionPermissions.AnnulDraft, Shown.Decision);

    /// <summary>Acts so far.</summary>
    public IReadOnlyList<TimelineEntry> History => [.. Shown.Handlings.Select(h => new TimelineEntry(VietnamTime.DayOf(h.At), h.Kind.Name(), $"{h.AccountName}: {h.Reason}",
        Source: h.Document, SourceUrl: h.ByDecisionId is { } by ? DecisionLinks.Decision(by) : null))];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Version = Shown.Finding.Version;
        if (Shown.Decision is { AnnulledBy: { } annulled }) (Kind, Document) = (nameof(HandlingKind.Annulled), (await store.ReadAsync(annulled, ct)).Decision.NumberText);
        else if (Shown.Decision is { CorrectedBy: { } corrected }) (Kind, Document) = (nameof(HandlingKind.Corrected), (await store.ReadAsync(corrected, ct)).Decision.NumberText);
        await audit.ReadAsync(new AuditLine("decisions.authority.read", "decision", Shown.Decision.Id, Shown.Decision.UnitId), ct);
    }

    /// <summary>Records a handling.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (Enum.TryParse<HandlingKind>(Kind, out var kind) && Kinds.Any(k => k.Value == Kind)) return await HandleAsync(id, kind, ct);
        ModelState.AddModelError("cach", "Chọn cách xử lý.");
        await LoadAsync(id, ct);
        return Page();
    }

    /// <summary>Opens it again.</summary>
    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct) => HandleAsync(id, HandlingKind.Reopened, ct);

    private async Task<IActionResult> HandleAsync(Guid id, HandlingKind kind, CancellationToken ct)
    {
        switch (await handling.HandleAsync(new HandleFinding(id, Version, kind, kind == HandlingKind.Reopened ? null : Document, Reason), ct))
        {
            case HandleOutcome.Incomplete incomplete:
                ModelState.AddModelError(incomplete.Field, incomplete.Message);
                await LoadAsync(id, ct);
                return Page();
            case HandleOutcome.NotPossible no: TempData.SayRefused(no.Why); break;
            case HandleOutcome.Done done: TempData.Say(done.Said); break;
        }
        return Redirect(DecisionLinks.Finding(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct) => Shown = await list.FindAsync(id, ct);
}
