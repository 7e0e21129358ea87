using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Pages.Draft;

/// <summary>Preview of what was read: head, tasks, targets, lines not understood, names to be mapped; then into tracking.</summary>
[Requires(ReformPermissions.ManageCode)]
internal sealed class IndexModel(CongVuDb db, Tracking tracking, PlanCorrecting correcting, PlanLaunching launching, UnitDirectory directory, Gate gate, AsOfContext asOf) : PageModel
{
    public TrackedPlan Draft { get; private set; } = null!;
    public IReadOnlyList<Target> Targets { get; private set; } = [];
    public IReadOnlyList<UnreadLine> Lines { get; private set; } = [];
    public IReadOnlyList<Choice> UnitChoices { get; private set; } = [];

    /// <summary>Names of leads that stand for nobody yet, each with how often the plan writes it.</summary>
    public IReadOnlyList<(string Name, int Count)> Unmapped { get; private set; } = [];

    /// <summary>Named units that have ended, with those that took over.</summary>
    public IReadOnlyList<(string Name, string Heirs)> Successions { get; private set; } = [];

    public int OpenLines => Lines.Count(l => l.Outcome == UnreadOutcome.Open);

    [BindProperty] public string Title { get; set; } = "";
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Issuer { get; set; }
    [BindProperty] public DateOnly? Issued { get; set; }
    [BindProperty] public DateOnly? PeriodFrom { get; set; }
    [BindProperty] public DateOnly? PeriodTo { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Whom { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Draft.Plan.Status != PlanStatus.Draft) return Redirect(ReformLinks.Plan(id));
        (Title, Number, Issuer, Issued, PeriodFrom, PeriodTo, Version) = (Draft.Plan.Title, Draft.Plan.Number, Draft.Plan.Issuer, Draft.Plan.Issued, Draft.Plan.PeriodFrom, Draft.Plan.PeriodTo, Draft.Plan.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostHeadAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        if (string.IsNullOrWhiteSpace(Title)) ModelState.AddModelError(nameof(Title), "Ghi tên kế hoạch.");
        if (PeriodTo < PeriodFrom) ModelState.AddModelError(nameof(PeriodTo), "Ngày kết thúc phải sau ngày bắt đầu.");
        if (!ModelState.IsValid) { await LoadAsync(id, ct); return Page(); }
        await correcting.HeadAsync(id, new PlanHeadText(Title, Number, Issuer, Issued, PeriodFrom, PeriodTo), Version, ct);
        TempData.Say("Đã lưu phần đầu kế hoạch.");
        return Redirect(ReformLinks.Draft(id));
    }

    public async Task<IActionResult> OnPostIgnoreAsync(Guid id, Guid line, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        if (string.IsNullOrWhiteSpace(Reason)) TempData.SayRefused("Nêu lý do bỏ qua dòng, ví dụ: tiêu đề phụ, chữ ký.");
        else await correcting.IgnoreAsync(id, line, Reason, ct);
        return Redirect(ReformLinks.Draft(id) + "#chua-hieu");
    }

    public async Task<IActionResult> OnPostMakeTaskAsync(Guid id, Guid line, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        return Redirect(ReformLinks.DraftTask(id, await correcting.MakeTaskAsync(id, line, ct)));
    }

    public async Task<IActionResult> OnPostMapAsync(Guid id, string name, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        if (string.IsNullOrEmpty(Whom)) TempData.SayRefused($"Chọn đơn vị hoặc nhóm đơn vị cho “{name}”.");
        else await launching.MapAsync(id, name, Guid.TryParse(Whom, out var unit) ? unit : null, Guid.TryParse(Whom, out _) ? null : Whom, ct);
        return Redirect(ReformLinks.Draft(id) + "#don-vi");
    }

    public async Task<IActionResult> OnPostCommitAsync(Guid id, string mode, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        switch (await launching.CommitAsync(id, mode != "ket-thuc", Version, ct))
        {
            case LaunchOutcome.Incomplete incomplete:
                TempData.SayRefused(string.Join(" ", incomplete.Problems));
                return Redirect(ReformLinks.Draft(id));
            case LaunchOutcome.Done done:
                TempData.Say(done.Obligations > 0 ? $"Đã đưa kế hoạch vào theo dõi: {done.Obligations} kỳ phải thực hiện được lập cho các đơn vị." : "Đã lưu kế hoạch.");
                break;
        }
        return Redirect(ReformLinks.Plan(id));
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        await correcting.DiscardAsync(id, ct);
        TempData.Say("Đã bỏ bản nháp.");
        return Redirect(ReformLinks.Plans);
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        Draft = await tracking.PlanAsync(id, asOf.Today, ct) ?? throw new NotFoundException("Không có kế hoạch này.");
        Targets = await db.Set<Target>().AsNoTracking().Where(t => t.PlanId == id).OrderBy(t => t.Ord).ToListAsync(ct);
        Lines = await db.Set<UnreadLine>().AsNoTracking().Where(l => l.PlanId == id).OrderBy(l => l.Ord).ToListAsync(ct);
        var leads = await db.Set<ProductUnit>().AsNoTracking().Where(u => u.PlanId == id && u.Role == UnitRole.Lead).ToListAsync(ct);
        Unmapped = [.. leads.Where(l => l.UnitId is null && l.GroupKey is null).GroupBy(l => l.Text).Select(g => (g.Key, g.Count())).OrderByDescending(g => g.Item2)];
        Successions = await SuccessionsAsync(leads, ct);
        var tree = await directory.TreeAsync(new AsOf(asOf.Today), ct);
        UnitChoices = Unmapped.Count == 0 ? [] : [.. UnitGroups.Choosable.Select(g => new Choice(g.Key, g.Name, "Nhóm đơn vị")), .. tree.All.Where(u => u.Kind is not (UnitKind.Division or UnitKind.LocalOffice) && u.Level == UnitLevel.Province).OrderBy(u => u.Kind).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), u.Name, "Đơn vị cấp tỉnh"))];
    }

    private async Task<IReadOnlyList<(string, string)>> SuccessionsAsync(IEnumerable<ProductUnit> leads, CancellationToken ct)
    {
        var found = new List<(string, string)>();
        foreach (var lead in leads.Where(l => l.UnitId is not null).DistinctBy(l => l.UnitId))
        {
            var heirs = await directory.StandInsAsync(lead.UnitId!.Value, new AsOf(asOf.Today), ct);
            if (heirs.Any(h => h.Id == lead.UnitId)) continue;
            found.Add((lead.Text, heirs.Count == 0 ? "đã kết thúc, không có đơn vị kế thừa" : string.Join(", ", heirs.Select(h => h.Name))));
        }
        return found;
    }
}
