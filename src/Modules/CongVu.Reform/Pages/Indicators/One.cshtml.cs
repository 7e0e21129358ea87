using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Pages.Indicators;

/// <summary>One indicator: its value, what it is made of, its history and the targets it measures.</summary>
[Requires(ReformPermissions.ReadCode)]
internal sealed class OneModel(CongVuDb db, IEnumerable<Indicator> indicators, IndicatorHistory history, PlanStart start, Gate gate, AsOfContext asOf) : PageModel
{
    public Indicator Indicator { get; private set; } = null!;
    public IndicatorValue Value { get; private set; } = null!;
    public ChartModel Chart { get; private set; } = null!;
    public DateOnly From { get; private set; }
    public DateOnly On => asOf.Current.ValidOn;
    public bool ByQuarter { get; private set; }
    public bool MaySeePeople => gate.May(PersonnelPermissions.Read);
    public IReadOnlyList<(Target Target, string Plan, string State, string Words)> Targets { get; private set; } = [];

    public async Task OnGetAsync(string key, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Read);
        Indicator = indicators.FirstOrDefault(i => i.Key == key) ?? throw new NotFoundException("Không có chỉ tiêu này.");
        From = await start.OfAsync(On, ct);
        var question = new IndicatorQuestion(From, asOf.Current);
        Value = await Indicator.ComputeAsync(question, ct);
        var targets = await (from t in db.Set<Target>().AsNoTracking() join p in db.Set<Plan>() on t.PlanId equals p.Id where t.IndicatorKey == key && p.Status != PlanStatus.Draft orderby p.PeriodTo descending, t.Ord select new { t, p.Title }).ToListAsync(ct);
        Targets = [.. targets.Select(x => (x.t, x.Title, TargetStates.StateOf(x.t, Value, On).State, TargetStates.StateOf(x.t, Value, On).Words))];
        ByQuarter = Request.Query["theo"] == "quy";
        Chart = await history.ChartAsync(Indicator, question, targets.FirstOrDefault()?.t, ByQuarter, ct);
    }
}
