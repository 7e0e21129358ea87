using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Work;

/// <summary>What of the plans waits for the actor: own obligations, reports to judge, difficulties to answer.</summary>
internal sealed class ReformWork(CongVuDb db, Tracking tracking) : WorkItemSource
{
    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (gate.May(ReformPermissions.Report)) items.AddRange(await OwedAsync(gate.Scope(ReformPermissions.Report), today, ct));
        if (!gate.May(ReformPermissions.Accept)) return items;
        var reports = await db.Set<ProgressReport>().Where(r => r.State == ReportState.Submitted).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(r => r.ReportedAt) }).SingleOrDefaultAsync(ct);
        if (reports is not null) items.Add(new WorkItem("Báo cáo tiến độ chờ công nhận", reports.Count, VietnamTime.DayOf(reports.Oldest), Urgency.Due, ReformLinks.ToJudge, "clipboard-check"));
        var questions = await db.Set<Difficulty>().Where(d => d.AnsweredAt == null).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(d => d.RaisedAt) }).SingleOrDefaultAsync(ct);
        if (questions is not null) items.Add(new WorkItem("Vướng mắc của đơn vị chờ trả lời", questions.Count, VietnamTime.DayOf(questions.Oldest), Urgency.Due, ReformLinks.Difficulties, "message-circle"));
        return items;
    }

    private async Task<IEnumerable<WorkItem>> OwedAsync(UnitScope scope, DateOnly today, CancellationToken ct)
    {
        var units = scope.IsAll ? [] : scope.Ids;
        var horizon = today.AddDays(Colours.RiskDays);
        var active = db.Set<Plan>().Where(p => p.Status == PlanStatus.Active).Select(p => p.Id);
        var owed = await tracking.StandingsAsync(db.Set<Obligation>().Where(o => active.Contains(o.PlanId) && o.DueFrom <= today && o.DueOn <= horizon && (scope.IsAll || units.Contains(o.UnitId))), today, ct);
        var late = owed.Where(s => s.Colour == TaskColour.Overdue).ToList();
        var soon = owed.Where(s => s.Colour is TaskColour.AtRisk || (s.Colour == TaskColour.OnTime && !s.WaitsForJudgement)).ToList();
        return [
            new WorkItem("Nhiệm vụ kế hoạch đã quá hạn", late.Count, late.Count == 0 ? null : late.Min(s => s.Obligation.DueOn), Urgency.Late, ReformLinks.Mine + "?tt=overdue", "target-arrow"),
            new WorkItem("Nhiệm vụ kế hoạch đến hạn trong 30 ngày", soon.Count, soon.Count == 0 ? null : soon.Min(s => s.Obligation.DueOn), Urgency.Coming, ReformLinks.Mine, "target-arrow"),
        ];
    }
}

/// <summary>Finds tasks of plans that are in tracking.</summary>
internal sealed class TaskSearch(CongVuDb db) : SearchSource
{
    public override string Kind => "Nhiệm vụ kế hoạch";

    public override async Task<IReadOnlyList<SearchHit>> FindAsync(string foldedQuery, Gate gate, AsOf asOf, int limit, CancellationToken ct)
    {
        if (foldedQuery.Length == 0 || !gate.May(ReformPermissions.Read)) return [];
        var pattern = "%" + foldedQuery.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var found = await (from t in db.Set<PlanTask>()
                           join p in db.Set<Plan>() on t.PlanId equals p.Id
                           where p.Status != PlanStatus.Draft && EF.Functions.Like(t.SearchKey, pattern)
                           orderby p.Status, t.Ord
                           select new { t.Id, t.Code, t.Title, Plan = p.Title }).Take(limit).ToListAsync(ct);
        return [.. found.Select(f => new SearchHit(Kind, $"{f.Code} {f.Title}", f.Plan, ReformLinks.Task(f.Id), "target-arrow"))];
    }
}

/// <summary>The plan at a glance, on the home page.</summary>
internal sealed class PlanGlancePanel : HomePanel
{
    public override string ViewComponent => "PlanGlance";
    public override int Order => 20;
    public override bool IsFor(Gate gate) => gate.May(ReformPermissions.Read);
}
