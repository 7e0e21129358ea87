using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Reform.Pages.Glance;

/// <summary>What the home page shows of the plan that runs longest.</summary>
internal sealed record PlanGlance(TrackedPlan Plan, ChartModel Chart);

/// <summary>The plan at a glance: four lights and a chart by group. Public because the framework finds only public ones.</summary>
[ViewComponent(Name = "PlanGlance")]
public sealed class PlanGlanceViewComponent : ViewComponent
{
    private readonly Tracking _tracking;
    private readonly AsOfContext _asOf;

    /// <summary>Built by the framework.</summary>
    public PlanGlanceViewComponent(IServiceProvider services)
    {
        _tracking = (Tracking)services.GetService(typeof(Tracking))!;
        _asOf = (AsOfContext)services.GetService(typeof(AsOfContext))!;
    }

    /// <summary>Draws it; nothing at all while no plan is tracked.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var on = _asOf.Current.ValidOn;
        var plan = (await _tracking.PlansAsync(PlanStatus.Active, on, HttpContext.RequestAborted)).FirstOrDefault();
        if (plan is null) return Content("");
        var groups = plan.Tasks.GroupBy(t => t.Group?.Code ?? "khác").ToList();
        var series = Colours.Order.Select(c => ChartSeries.OfState(Colours.State(c), [.. groups.Select(g => (decimal?)g.Count(t => t.Colour == c))])).ToList();
        return View(new PlanGlance(plan, new ChartModel(ChartKind.StackedBar, $"Nhiệm vụ theo nhóm, đến {VnFormat.Date(on)}", "Nhóm", [.. groups.Select(g => g.Key)], series, "nhiệm vụ")));
    }
}
