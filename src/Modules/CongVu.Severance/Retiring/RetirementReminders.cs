using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Notices;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Law;
using CongVu.Law.Retirement;
using CongVu.Personnel.Contracts;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using CongVu.Decisions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Retiring;

/// <summary>Twice a day: tells HR officers of an agency whose notice or decision falls due within a month, each once.</summary>
internal sealed class RetirementReminders(CongVuDb db, LawBook law, People people, UnitDirectory units, ActsOnPeople acts, NoticeBoard notices, ProcessLog processes, TimeProvider clock) : JobHandler
{
    public const string JobKind = "severance.retirement-reminders";
    public static readonly RecurringJob Recurring = new(JobKind, TimeSpan.FromHours(12));
    private const int DaysAhead = 30, MonthsAhead = 12, YoungestYears = 55;

    public override string Kind => JobKind;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var today = clock.Today();
        var born = today.AddMonths(MonthsAhead).AddYears(-YoungestYears);
        var rows = (await people.On(new AsOf(today)).Where(p => p.UnitId != null && p.BirthDate <= born).ToListAsync(ct)).ToDictionary(p => p.PersonId);
        var soon = new RetirementForecast(law, today).Between(rows.Values.Select(p => new RetirementCandidate<Guid>(p.PersonId, PersonTerms.SexOf(p), PersonTerms.Birth(p))), today, today.AddMonths(MonthsAhead));
        var ids = soon.Select(s => s.Key).ToArray();
        var noticed = (await db.Set<RetirementNotice>().Where(n => ids.Contains(n.PersonId) && n.WithdrawnAt == null).Select(n => n.PersonId).ToListAsync(ct)).ToHashSet();
        var decided = (await acts.OfAsync(ids, [ActionCodes.Retire], false, ct)).Select(a => a.PersonId).ToHashSet();
        var due = soon.Where(s => !decided.Contains(s.Key)).Select(s => (Expected: s, Notice: !noticed.Contains(s.Key), By: noticed.Contains(s.Key) ? s.Deadlines.DecisionBy : s.Deadlines.NoticeBy)).Where(s => s.By <= today.AddDays(DaysAhead)).ToList();
        if (due.Count == 0) return;
        var tree = await units.TreeAsync(new AsOf(today), ct);
        var grants = await db.Set<RoleGrant>().AsNoTracking().Where(g => g.Role == Roles.UnitHr && g.UnitId != null && g.RevokedAt == null && g.Valid.Contains(today)).ToListAsync(ct);
        await using var process = await processes.BeginAsync(SeveranceProcesses.RemindRetirement, null, null, ct);
        foreach (var (expected, notice, by) in due)
        {
            var person = rows[expected.Key];
            var path = tree.Path(person.UnitId!.Value).Select(u => u.Id).ToHashSet();
            var accounts = grants.Where(g => path.Contains(g.UnitId!.Value)).Select(g => g.AccountId);
            await notices.SendAsync(accounts, $"{(notice ? "Thông báo" : "Quyết định")} nghỉ hưu của {person.FullName}: hạn {VnFormat.Date(by)}", $"Nghỉ hưu từ {VnFormat.Date(expected.Age.PensionFrom)}.",
                SeveranceLinks.RetirementOf(person.PersonId), ct, $"severance.retire:{person.PersonId}:{(notice ? "notice" : "decision")}:{expected.Age.PensionFrom:yyyyMMdd}");
        }
        await process.CommitAsync(ct, null, due.Count);
    }
}
