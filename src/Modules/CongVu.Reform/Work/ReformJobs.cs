using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Text;
using CongVu.Platform.Notices;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Organisation.Contracts;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Work;

/// <summary>Every day: obligations follow the units and the calendar, then reminders go out.</summary>
internal sealed class DailyObligations(CongVuDb db, ObligationBook book, Reminders reminders) : JobHandler
{
    public const string JobKind = "reform.daily";
    public static readonly RecurringJob Recurring = new(JobKind, TimeSpan.FromHours(12));

    public override string Kind => JobKind;

    public override JobLane Lane => JobLane.Slow;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        foreach (var planId in await db.Set<Plan>().Where(p => p.Status == PlanStatus.Active).Select(p => p.Id).ToListAsync(ct))
            await book.RefreshAsync(planId, ct);
        await reminders.SendAsync(ct);
    }
}

/// <summary>Tells the accounts of a unit what falls due in 30 and in 7 days and what is late; each thing once.</summary>
internal sealed class Reminders(CongVuDb db, Tracking tracking, UnitDirectory directory, NoticeBoard notices, ProcessLog processes, TimeProvider clock)
{
    /// <summary>Returns how many reminders were due today.</summary>
    public async Task<int> SendAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var horizon = today.AddDays(30);
        var past = today.AddDays(-60); // what is older than two months is on the list of late work, not news
        var active = db.Set<Plan>().Where(p => p.Status == PlanStatus.Active).Select(p => p.Id);
        var due = db.Set<Obligation>().Where(o => active.Contains(o.PlanId) && o.DueOn <= horizon && o.DueOn >= past && o.DueFrom <= today);
        var open = (await tracking.StandingsAsync(due, today, ct)).Where(s => s.Colour is TaskColour.AtRisk or TaskColour.Overdue or TaskColour.OnTime && s.Facts.ClaimedOn is null).ToList();
        if (open.Count == 0) return 0;
        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => open.Select(s => s.Obligation.TaskId).Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var grants = await db.Set<RoleGrant>().AsNoTracking().Where(g => g.Role == Roles.UnitHr && g.UnitId != null && g.RevokedAt == null && g.Valid.Contains(today)).ToListAsync(ct);
        var tree = await directory.TreeAsync(new AsOf(today), ct);
        await using var process = await processes.BeginAsync(ReformProcesses.Remind, null, null, ct);
        foreach (var standing in open)
        {
            var o = standing.Obligation;
            var above = tree.Path(o.UnitId).Select(u => u.Id).Append(o.UnitId).ToHashSet();
            var accounts = grants.Where(g => above.Contains(g.UnitId!.Value)).Select(g => g.AccountId).Distinct().ToList();
            var days = o.DueOn.DayNumber - today.DayNumber;
            var step = days < 0 ? "late" : days <= 7 ? "7" : "30";
            await notices.SendAsync(accounts, days < 0 ? "Nhiệm vụ đã quá hạn" : $"Nhiệm vụ {VnFormat.Due(o.DueOn, today)}", $"{tasks[o.TaskId].Code} {tasks[o.TaskId].Title}", ReformLinks.Report(o.Id), ct, $"reform:{o.Id}:{step}", days < 0 ? "Warning" : "Info");
        }
        await process.CommitAsync(ct, count: open.Count);
        return open.Count;
    }
}
