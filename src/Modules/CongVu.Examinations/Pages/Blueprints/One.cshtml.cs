using CongVu.Examinations.Bank;
using CongVu.Examinations.Blueprints;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Blueprints;

/// <summary>A blueprint with what the bank holds for each cell, and how alike its papers are.</summary>
[Requires(ExaminationPermissions.ExamsCode)]
internal sealed class OneModel(BlueprintDesk desk, Gate gate, AsOfContext asOf) : PageModel
{
    public BlueprintRow Row { get; private set; } = null!;
    public IReadOnlyList<CellStanding> Cells { get; private set; } = [];
    public DrawTrial? Trial { get; private set; }
    public bool MayApprove => asOf.IsNow && desk.MayApprove(Row);
    public bool MayEdit => asOf.IsNow && desk.MayWrite && Row.State == BlueprintState.Draft && Row.AuthorId == gate.Actor.AccountId;
    public bool MayRetire => asOf.IsNow && desk.MayWrite && Row.State != BlueprintState.Retired;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        Row = await desk.FindAsync(id, ct);
        Cells = await desk.StandingAsync(Row, ct);
        Trial = await desk.TryAsync(Row, ct);
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id, int version, CancellationToken ct) => Said(id, await desk.ApproveAsync(id, version, ct), "Đã duyệt ma trận đề.");

    public async Task<IActionResult> OnPostRetireAsync(Guid id, int version, CancellationToken ct) => Said(id, await desk.RetireAsync(id, version, ct), "Ma trận đề thôi dùng.");

    private RedirectResult Said(Guid id, StepOutcome outcome, string done)
    {
        if (outcome is StepOutcome.Refused refused) TempData.SayRefused(refused.Message);
        else TempData.Say(done);
        return Redirect(ExaminationLinks.Blueprint(id));
    }
}
