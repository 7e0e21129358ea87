using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Reform.Pages.Plans;

/// <summary>All plans side by side.</summary>
[Requires(ReformPermissions.ReadCode)]
internal sealed class IndexModel(Tracking tracking, Gate gate, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<TrackedPlan> Active { get; private set; } = [];
    public IReadOnlyList<TrackedPlan> Drafts { get; private set; } = [];
    public IReadOnlyList<TrackedPlan> Closed { get; private set; } = [];
    public bool MayManage => gate.May(ReformPermissions.Manage) && asOf.IsNow;

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Read);
        var plans = await tracking.PlansAsync(null, asOf.Current.ValidOn, ct);
        Active = [.. plans.Where(p => p.Plan.Status == PlanStatus.Active)];
        Closed = [.. plans.Where(p => p.Plan.Status == PlanStatus.Closed)];
        if (gate.May(ReformPermissions.Manage)) Drafts = [.. plans.Where(p => p.Plan.Status == PlanStatus.Draft)];
    }
}
