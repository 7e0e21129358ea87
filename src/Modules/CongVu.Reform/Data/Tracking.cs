using CongVu.Platform.Data;
using CongVu.Platform.Time;
using CongVu.Reform.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Data;

/// <summary>One obligation with where it stands.</summary>
/// <param name="RoundsDone">Rounds accepted, where a number a year is asked for.</param>
/// <param name="CompletedOn">Day of the report that completed it and was not returned; null: not complete.</param>
internal sealed record Standing(Obligation Obligation, ObligationFacts Facts, int RoundsDone, bool WaitsForJudgement, DateOnly? CompletedOn, TaskColour Colour);

/// <summary>One task with all it owes.</summary>
internal sealed record TrackedTask(PlanTask Task, PlanGroup? Group, IReadOnlyList<Product> Products, ILookup<Guid, ProductUnit> Units, IReadOnlyList<Standing> Standings, TaskColour Colour)
{
    public int Done => Standings.Count(s => s.Colour == TaskColour.Done);

    /// <summary>The next day something falls due; the oldest late one first.</summary>
    public Standing? Next => Standings.Where(s => s.Colour != TaskColour.Done).OrderBy(s => s.Obligation.DueOn).FirstOrDefault();

    /// <summary>Share done in percent, of what has begun; what is to come does not count against it.</summary>
    public decimal Share
    {
        get
        {
            var begun = Standings.Where(s => s.Colour != TaskColour.NotDue).ToList();
            return begun.Count == 0 ? 0 : begun.Average(s => (decimal)s.Facts.AcceptedPercent);
        }
    }
}

/// <summary>A plan with its tasks and lights on a day.</summary>
internal sealed record TrackedPlan(Plan Plan, IReadOnlyList<PlanGroup> Groups, IReadOnlyList<TrackedTask> Tasks)
{
    public IReadOnlyDictionary<TaskColour, int> Lights => Colours.Order.ToDictionary(c => c, c => Tasks.Count(t => t.Colour == c));

    /// <summary>Progress by weight, in percent: of all the plan owes, what is accepted.</summary>
    public decimal Progress
    {
        get
        {
            var owing = Tasks.Where(t => t.Standings.Count > 0).ToList();
            var weight = owing.Sum(t => t.Task.Weight);
            return weight == 0 ? 0 : Math.Round(owing.Sum(t => t.Task.Weight * t.Standings.Average(s => (decimal)s.Facts.AcceptedPercent)) / weight, 1);
        }
    }
}

/// <summary>Reads plans with what is computed about them.</summary>
internal sealed class Tracking(CongVuDb db)
{
    public async Task<TrackedPlan?> PlanAsync(Guid planId, DateOnly today, CancellationToken ct)
    {
        var plan = await db.Set<Plan>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId, ct);
        return plan is null ? null : await TrackAsync(plan, null, today, ct);
    }

    public async Task<(Plan Plan, TrackedTask Task)?> TaskAsync(Guid taskId, DateOnly today, CancellationToken ct)
    {
        var planId = await db.Set<PlanTask>().Where(t => t.Id == taskId).Select(t => (Guid?)t.PlanId).SingleOrDefaultAsync(ct);
        if (planId is null) return null;
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == planId, ct);
        return (plan, (await TrackAsync(plan, taskId, today, ct)).Tasks[0]);
    }

    public async Task<IReadOnlyList<TrackedPlan>> PlansAsync(PlanStatus? status, DateOnly today, CancellationToken ct)
    {
        var plans = await db.Set<Plan>().AsNoTracking().Where(p => status == null || p.Status == status).OrderBy(p => p.Status == PlanStatus.Draft ? 0 : p.Status == PlanStatus.Active ? 1 : 2).ThenByDescending(p => p.PeriodTo).ThenBy(p => p.Id).ToListAsync(ct);
        var tracked = new List<TrackedPlan>();
        foreach (var plan in plans) tracked.Add(await TrackAsync(plan, null, today, ct));
        return tracked;
    }

    /// <summary>Where each obligation of a set stands on a day, from the reports made until then.</summary>
    public async Task<IReadOnlyList<Standing>> StandingsAsync(IQueryable<Obligation> obligations, DateOnly today, CancellationToken ct)
    {
        var rows = await obligations.AsNoTracking().OrderBy(o => o.DueOn).ThenBy(o => o.Id).ToListAsync(ct);
        // What was reported after the day on screen was not known on it.
        var until = VietnamTime.StartOf(today.AddDays(1)).UtcDateTime;
        var reports = (await db.Set<ProgressReport>().AsNoTracking().Where(r => r.ReportedAt < until && obligations.Any(o => o.Id == r.ObligationId))
            .Select(r => new Reported(r.ObligationId, r.Percent, r.Rounds, r.State, r.ReportedAt, r.JudgedAt)).ToListAsync(ct)).ToLookup(r => r.ObligationId);
        return [.. rows.Select(o => Stand(o, [.. reports[o.Id].Select(r => r.JudgedAt >= until ? r with { State = ReportState.Submitted } : r)], today))];
    }

    internal sealed record Reported(Guid ObligationId, int Percent, int Rounds, ReportState State, DateTime ReportedAt, DateTime? JudgedAt);

    internal static Standing Stand(Obligation o, IReadOnlyList<Reported> reports, DateOnly today)
    {
        var live = reports.Where(r => r.State != ReportState.Returned).OrderBy(r => r.ReportedAt).ToList();
        var accepted = live.Where(r => r.State == ReportState.Accepted).ToList();
        var counted = o.MinCount > 1;
        var rounds = accepted.Sum(r => r.Rounds);
        var acceptedPercent = counted ? Math.Min(100, 100 * rounds / o.MinCount) : accepted.Select(r => r.Percent).DefaultIfEmpty(0).Max();
        var reportedPercent = counted ? Math.Min(100, 100 * live.Sum(r => r.Rounds) / o.MinCount) : live.Select(r => r.Percent).DefaultIfEmpty(0).Max();
        var claimed = live.LastOrDefault(r => r.State == ReportState.Submitted && (counted ? reportedPercent >= 100 : r.Percent == 100));
        var facts = new ObligationFacts(o.DueFrom, o.DueOn, acceptedPercent, live.Count == 0 ? null : reportedPercent, claimed is null ? null : VietnamTime.DayOf(claimed.ReportedAt));
        return new Standing(o, facts, rounds, live.Any(r => r.State == ReportState.Submitted), Completed(o, live), Colours.Of(facts, today));
    }

    private static DateOnly? Completed(Obligation o, IReadOnlyList<Reported> live)
    {
        var rounds = 0;
        foreach (var report in live)
        {
            rounds += report.Rounds;
            if (o.MinCount > 1 ? rounds >= o.MinCount : report.Percent == 100) return VietnamTime.DayOf(report.ReportedAt);
        }
        return null;
    }

    private async Task<TrackedPlan> TrackAsync(Plan plan, Guid? taskId, DateOnly today, CancellationToken ct)
    {
        var groups = await db.Set<PlanGroup>().AsNoTracking().Where(g => g.PlanId == plan.Id).OrderBy(g => g.Ord).ToListAsync(ct);
        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == plan.Id && (taskId == null || t.Id == taskId)).OrderBy(t => t.Ord).ToListAsync(ct);
        var products = (await db.Set<Product>().AsNoTracking().Where(p => p.PlanId == plan.Id && (taskId == null || p.TaskId == taskId)).OrderBy(p => p.Ord).ToListAsync(ct)).ToLookup(p => p.TaskId);
        var units = (await db.Set<ProductUnit>().AsNoTracking().Where(u => u.PlanId == plan.Id).OrderBy(u => u.Ord).ToListAsync(ct)).ToLookup(u => u.ProductId);
        var standings = (await StandingsAsync(db.Set<Obligation>().Where(o => o.PlanId == plan.Id && (taskId == null || o.TaskId == taskId)), today, ct)).ToLookup(s => s.Obligation.TaskId);
        var byId = groups.ToDictionary(g => g.Id);
        return new TrackedPlan(plan, groups, [.. tasks.Select(t => Track(t))]);

        TrackedTask Track(PlanTask task)
        {
            var owed = standings[task.Id].ToList();
            var colour = plan.Status == PlanStatus.Active ? Colours.Of([.. owed.Select(s => s.Colour)]) : TaskColour.NotDue;
            return new TrackedTask(task, task.GroupId is { } g ? byId.GetValueOrDefault(g) : null, [.. products[task.Id]], units, owed, colour);
        }
    }
}
