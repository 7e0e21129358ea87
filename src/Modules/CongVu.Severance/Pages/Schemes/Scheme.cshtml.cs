using CongVu.Platform.Processes;
using System.Globalization;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Schemes;

/// <summary>One scheme: plan by year, lists, approval.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class SchemeModel(SchemeReading reading, SchemeEditing editing, Gate gate, AsOfContext asOf) : PageModel
{
    public SchemeView View { get; private set; } = null!;
    public bool MayPrepare => asOf.IsNow && gate.May(SeverancePermissions.Prepare, View.Scheme.UnitId);
    public bool Edits => MayPrepare && View.Scheme.State == SchemeState.Preparing;
    public bool MayApprove => asOf.IsNow && View.Scheme.State == SchemeState.Preparing && gate.May(SeverancePermissions.Approve, View.Scheme.UnitId);

    [BindProperty] public int Version { get; set; }
    [BindProperty] public DateOnly? ApprovedOn { get; set; }
    [BindProperty] public string? ApprovalDocument { get; set; }
    [BindProperty] public string? BatchName { get; set; }
    [BindProperty] public string? LyDo { get; set; }

    public async Task OnGetAsync(Guid id, CancellationToken ct) => View = await reading.OfAsync(id, ct);

    public Task<IActionResult> OnPostPlanAsync(Guid id, CancellationToken ct) => ActAsync(id, () =>
    {
        var planned = View.Years.ToDictionary(y => y.Year, y => int.TryParse(Request.Form[$"nam-{y.Year}"], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : (int?)null);
        return editing.PlanAsync(id, Version, planned, ct);
    }, ct);

    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct) => ActAsync(id, () => editing.ApproveAsync(id, Version, ApprovedOn, ApprovalDocument, ct), ct);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) => ActAsync(id, () => editing.CancelAsync(id, Version, LyDo, ct), ct);

    public Task<IActionResult> OnPostBatchAsync(Guid id, CancellationToken ct) => ActAsync(id, () => editing.OpenBatchAsync(id, BatchName, ct), ct);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, CancellationToken ct)
    {
        View = await reading.OfAsync(id, ct);
        if (!ModelState.IsValid) return Page();
        return this.Answer(await act(), done => done.Id == default ? SeveranceLinks.Scheme(id) : SeveranceLinks.Batch(done.Id));
    }
}
