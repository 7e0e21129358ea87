using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Data;

/// <summary>
/// Facts begin and end at midnight without anybody acting: brings the kept rows of the people concerned to the new day. Looks
/// often, finds something at most once a day.
/// </summary>
internal sealed class TodayRefresh(CongVuDb db, TimeProvider clock) : JobHandler
{
    public const string JobKind = "personnel.refresh-today";

    public static readonly RecurringJob Recurring = new(JobKind, TimeSpan.FromMinutes(10));

    private const int BatchSize = 500;

    public override string Kind => JobKind;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var today = clock.Today();
        while (await RefreshSomeAsync(today, ct) == BatchSize) { }
    }

    private async Task<int> RefreshSomeAsync(DateOnly today, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The person's row is the lock that acts on the record take too; those being acted on refresh themselves.
        var due = await db.Database.SqlQuery<Guid>($"""
            select p.id as "Value" from personnel.person p
            where p.id in (
              select t.person_id from personnel.person_today t where t.next_change_on <= {today}
              union
              select i.person_id from personnel.identity i
              where upper_inf(i.recorded) and i.valid @> {today} and lower(i.valid) > {today.AddDays(-40)} and not exists (select from personnel.person_today t where t.person_id = i.person_id))
            order by p.id limit {BatchSize} for update skip locked
            """).ToArrayAsync(ct);
        if (due.Length > 0) await db.Database.ExecuteSqlAsync($"select personnel.refresh_today({due}, {today})", ct);
        await transaction.CommitAsync(ct);
        return due.Length;
    }
}
