using System.Net;
using CongVu.Platform.Audit;
using CongVu.Platform.Jobs;
using CongVu.Platform.Security;

namespace CongVu.Platform.Tests.Engine;

public sealed class BulkReadingTests
{
    [Fact]
    public async Task Who_reads_far_more_than_work_needs_is_reported_and_far_beyond_that_signed_out()
    {
        await using var engine = await RunningEngine.OpenAsync();
        var inspector = await engine.AccountAsync("thanhtra", Roles.Auditor);
        var (ordinary, curious, thief) = (await engine.AccountAsync("binhthuong"), await engine.AccountAsync("tomo"), await engine.AccountAsync("trom"));
        foreach (var account in new[] { ordinary, curious, thief }) await engine.Get<Sessions>().OpenAsync(account, true, IPAddress.Loopback, "máy thử", TestContext.Current.CancellationToken);
        await ReadAsync(engine, ordinary, BulkReadingWatch.RecordsPerHour, "personnel.record.read", 1);
        await ReadAsync(engine, curious, BulkReadingWatch.RecordsPerHour + 1, "personnel.record.read", 1);
        await ReadAsync(engine, thief, 11, "personnel.list.exported", BulkReadingWatch.RowsPerHour);

        for (var minute = 0; minute < 3; minute++)
        {
            await WatchAsync(engine);
            engine.Clock.Now += TimeSpan.FromMinutes(1);
        }

        (await engine.AskAsync<string>("select string_agg(body, '|' order by body) from platform.notice where account_id = $1", inspector)).ShouldBe(
            "Trong một giờ qua tài khoản tomo đã mở 301 hồ sơ và kết xuất 0 dòng.|Trong một giờ qua tài khoản trom đã mở 0 hồ sơ và kết xuất 220000 dòng.");
        (await engine.AskAsync<string>("select string_agg(a.user_name, ' ' order by a.user_name) from platform.session s join platform.account a on a.id = s.account_id where s.ended_at is null")).ShouldBe("binhthuong tomo");
    }

    private static Task ReadAsync(RunningEngine engine, Guid account, int times, string action, int rows) => engine.RunAsync(
        "insert into platform.audit_entry(id, at, account_id, action, count) select gen_random_uuid(), $1, $2, $3, $4 from generate_series(1, $5)", engine.Clock.Now - TimeSpan.FromMinutes(50), account, action, rows, times);

    private static async Task WatchAsync(RunningEngine engine)
    {
        await engine.RunAsync("insert into platform.job(id, kind, payload, run_at, state, created_at) values (gen_random_uuid(), $1, '{}', $2, 'Waiting', $2)", BulkReadingWatch.JobKind, engine.Clock.Now);
        await engine.Get<JobRunner>().DrainAsync(TestContext.Current.CancellationToken);
        (await engine.AskAsync<string>("select string_agg(last_error, '|') from platform.job where last_error is not null")).ShouldBeNull();
    }
}
