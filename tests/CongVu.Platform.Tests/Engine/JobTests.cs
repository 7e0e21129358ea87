using System.Collections.Concurrent;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Platform.Tests.Engine;

public sealed class JobTests
{
    [Fact]
    public async Task A_job_that_fails_is_tried_again_after_growing_pauses_and_then_done_once()
    {
        var tries = 0;
        await using var engine = await RunningEngine.OpenAsync(s => s.AddScoped<JobHandler>(_ => new Told(_ => ++tries < 3 ? throw new InvalidOperationException("máy in bận") : Task.CompletedTask)));
        await EnqueueAsync(engine, 1);

        await DrainAsync(engine);
        (tries, await StateAsync(engine)).ShouldBe((1, "Waiting máy in bận"));
        await DrainAsync(engine);
        tries.ShouldBe(1); // not before its time
        engine.Clock.Now += TimeSpan.FromSeconds(3);
        await DrainAsync(engine);
        tries.ShouldBe(2);
        engine.Clock.Now += TimeSpan.FromSeconds(3);
        await DrainAsync(engine);
        tries.ShouldBe(2); // the second pause is longer
        engine.Clock.Now += TimeSpan.FromSeconds(6);
        await DrainAsync(engine);
        await DrainAsync(engine);
        (tries, await StateAsync(engine)).ShouldBe((3, "Done"));
    }

    [Fact]
    public async Task A_job_that_fails_too_often_is_put_on_the_dead_list_with_its_last_error()
    {
        var tries = 0;
        await using var engine = await RunningEngine.OpenAsync(s => s.AddScoped<JobHandler>(_ => new Told(_ => throw new InvalidOperationException($"hỏng lần {++tries}"))));
        await EnqueueAsync(engine, 1);

        for (var round = 0; round < 6; round++, engine.Clock.Now += TimeSpan.FromHours(1)) await DrainAsync(engine);

        (tries, await StateAsync(engine)).ShouldBe((3, "Dead hỏng lần 3"));
    }

    [Fact]
    public async Task Many_nodes_share_the_jobs_and_each_is_done_once()
    {
        var done = new ConcurrentBag<int>();
        await using var engine = await RunningEngine.OpenAsync(s => s.AddScoped<JobHandler>(_ => new Told(async job =>
        {
            await Task.Yield();
            done.Add(job.Payload<int>());
        })));
        await EnqueueAsync(engine, 60);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DrainAsync(engine)));

        done.Order().ShouldBe(Enumerable.Range(0, 60));
    }

    [Fact]
    public async Task Who_lost_the_lease_can_no_longer_say_how_the_job_ended()
    {
        var (begun, release, tries) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        await using var engine = await RunningEngine.OpenAsync(s => s.AddScoped<JobHandler>(_ => new Told(async job =>
        {
            if (Interlocked.Increment(ref tries) == 1)
            {
                begun.SetResult();
                await release.Task;
                throw new InvalidOperationException("chậm quá");
            }
            job.Result = "lần hai";
        }, TimeSpan.FromMinutes(1))));
        await EnqueueAsync(engine, 1);

        var first = DrainAsync(engine);
        await begun.Task;
        engine.Clock.Now += TimeSpan.FromMinutes(2);
        await DrainAsync(engine); // taken up again: the first try is silent for too long
        release.SetResult();
        await first;

        (tries, await StateAsync(engine)).ShouldBe((2, "Done"));
        (await engine.AskAsync<string>("select result #>> '{}' from platform.job where kind = $1", Told.JobKind)).ShouldBe("lần hai");
    }

    [Fact]
    public async Task A_job_exists_only_if_the_change_that_caused_it_does()
    {
        var tries = 0;
        await using var engine = await RunningEngine.OpenAsync(s => s.AddScoped<JobHandler>(_ => new Told(_ => Task.FromResult(++tries))));
        await engine.DoAsync<CongVuDb>(async db =>
        {
            await using var change = await db.Database.BeginTransactionAsync();
            db.Add(new Job { Kind = Told.JobKind, Payload = "0", RunAt = engine.Clock.Now, CreatedAt = engine.Clock.Now });
            await db.SaveChangesAsync();
            await change.RollbackAsync();
        });

        await DrainAsync(engine);

        tries.ShouldBe(0);
    }

    private static async Task EnqueueAsync(RunningEngine engine, int count) => await engine.DoAsync<CongVuDb>(async db =>
    {
        for (var i = 0; i < count; i++) db.Add(new Job { Kind = Told.JobKind, Payload = $"{i}", RunAt = engine.Clock.Now, CreatedAt = engine.Clock.Now });
        await db.SaveChangesAsync();
    });

    private static Task DrainAsync(RunningEngine engine) => engine.Get<JobRunner>().DrainAsync(TestContext.Current.CancellationToken);

    private static Task<string?> StateAsync(RunningEngine engine) => engine.AskAsync<string>("select concat_ws(' ', state, last_error) from platform.job where kind = $1", Told.JobKind);
}
