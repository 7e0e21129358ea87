using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.Pages.Changes;

/// <summary>One change: what it adds, what the law's check says, who moved it, what it would change.</summary>
[Requires(LegislationPermissions.FollowCode)]
internal sealed class ChangeModel(CongVuDb db, ChangeStore store, ChangeDrafting drafting, ChangeDeciding deciding, Previewing previewing, LawInUse law, Gate gate, AsOfContext asOf) : PageModel
{
    public LawChange Change { get; private set; } = null!;
    public IReadOnlyList<ShownItem> Items { get; private set; } = [];
    public IReadOnlyList<ItemProblem> Problems { get; private set; } = [];
    public IReadOnlyList<ItemProblem> Refused { get; private set; } = [];
    public IReadOnlyList<ImpactRun> Runs { get; private set; } = [];
    public bool MayEdit => asOf.IsNow && Change.State == ChangeState.Draft && gate.May(LegislationPermissions.Keep);
    public bool MayPreview => asOf.IsNow && Change.State is ChangeState.Draft or ChangeState.Submitted or ChangeState.Approved && gate.May(LegislationPermissions.Keep) && Problems.Count == 0;
    public bool OwnSubmission => Change.State == ChangeState.Submitted && (Change.DraftedBy == gate.Actor.AccountId || Change.SubmittedBy == gate.Actor.AccountId);
    public bool MayDecide => asOf.IsNow && Change.State == ChangeState.Submitted && deciding.MayApprove && !OwnSubmission;
    public bool MayWithdraw => asOf.IsNow && Change.State == ChangeState.Approved && deciding.MayApprove;

    public string? NameOf(Guid? item) => Items.FirstOrDefault(i => i.Id == item) is { } found ? found.Instrument?.Number ?? found.Value!.Head.Name : null;

    public string ParameterName(string key) => law.Current.Parameters.GetValueOrDefault(key)?.Name.Name ?? key;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Follow);
        await LoadAsync(id, ct);
    }

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken ct) => MoveAsync(id, () => deciding.SubmitAsync(id, ct), "Đã trình duyệt. Một lãnh đạo khác sẽ xem và duyệt.", ct);

    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct) => MoveAsync(id, () => deciding.ApproveAsync(id, ct), "Đã duyệt. Giá trị có trong pháp luật đang áp dụng từ bây giờ và được dùng từ ngày ghi ở từng giá trị.", ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, [FromForm(Name = "ly-do")] string? reason, CancellationToken ct) => WithReasonAsync(id, reason, r => deciding.ReturnAsync(id, r, ct), "Đã trả lại người soạn.", ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, [FromForm(Name = "ly-do")] string? reason, CancellationToken ct) => WithReasonAsync(id, reason, r => deciding.WithdrawAsync(id, r, ct), "Đã rút khỏi pháp luật đang áp dụng.", ct);

    public Task<IActionResult> OnPostDiscardAsync(Guid id, [FromForm(Name = "ly-do")] string? reason, CancellationToken ct) => WithReasonAsync(id, reason, r => deciding.DiscardAsync(id, r, ct), "Đã bỏ bản soạn.", ct);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, [FromForm(Name = "muc")] Guid item, CancellationToken ct) => MoveAsync(id, () => drafting.RemoveAsync(id, item, ct), "Đã bỏ mục.", ct);

    public async Task<IActionResult> OnPostPreviewAsync(Guid id, [FromForm(Name = "muc")] Guid item, CancellationToken ct)
    {
        var found = (await store.ItemsAsync(id, ct)).FirstOrDefault(i => i.Id == item) ?? throw new NotFoundException("Hồ sơ không có mục này.");
        var run = await previewing.OrderAsync(id, found.Target, found.FromDay ?? ApprovedReader.Content<InstrumentContent>(found).InForce, ct);
        return Redirect($"/cong-viec/{run.JobId}?ve={Uri.EscapeDataString(LegislationLinks.Impact(run.Id))}");
    }

    private async Task<IActionResult> WithReasonAsync(Guid id, string? reason, Func<string, Task<ChangeOutcome>> act, string said, CancellationToken ct) => string.IsNullOrWhiteSpace(reason)
        ? await MoveAsync(id, () => Task.FromResult<ChangeOutcome>(ChangeOutcome.Refused.For("Ghi lý do.")), said, ct)
        : await MoveAsync(id, () => act(reason), said, ct);

    private async Task<IActionResult> MoveAsync(Guid id, Func<Task<ChangeOutcome>> act, string said, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Follow);
        if (await act() is ChangeOutcome.Refused refused)
        {
            Refused = refused.Problems;
            await LoadAsync(id, ct);
            return Page();
        }
        TempData.Say(said);
        return Redirect(LegislationLinks.Change(id));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Change = await db.Set<LawChange>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotFoundException("Không có hồ sơ cập nhật này.");
        var items = await store.ItemsAsync(id, ct);
        var later = Change.ApprovedAt is not { } at ? [] : await (from item in db.Set<LawChangeItem>() join other in db.Set<LawChange>() on item.ChangeId equals other.Id where other.State == ChangeState.Approved && other.ApprovedAt > at select new { item.Target, item.FromDay }).ToListAsync(ct);
        Items = [.. items.Select(i => ShownItem.Of(i, later.Any(l => l.Target == i.Target && l.FromDay == i.FromDay)))];
        Problems = Change.State is ChangeState.Draft or ChangeState.Submitted ? store.Check(items) : [];
        Runs = await db.Set<ImpactRun>().AsNoTracking().Where(r => r.ChangeId == id).OrderByDescending(r => r.AskedAt).ToListAsync(ct);
    }
}
