using CongVu.Decisions.Contracts;
using CongVu.Decisions.Effects;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Decisions.Tests.Stories;

/// <summary>An effect signed today for next month takes hold once, however many hosts there are and whichever of them dies.</summary>
[Trait("Category", "Slow")]
public sealed class ScheduledStory
{
    [Fact]
    public async Task Two_hosts_that_race_on_the_day_apply_it_once()
    {
        await using var province = await Province.OpenAsync();
        await using var beside = province.Beside();
        var id = await RaisedNextMonthAsync(province);
        province.Clock.GoTo(2026, 4, 1, 1);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? province : beside).RunJobsAsync())));

        await ShouldHaveTakenHoldOnceAsync(province, id);
    }

    [Fact]
    public async Task Two_hosts_that_both_hold_the_job_apply_it_once()
    {
        await using var province = await Province.OpenAsync();
        await using var beside = province.Beside();
        var id = await RaisedNextMonthAsync(province);
        province.Clock.GoTo(2026, 4, 1, 1);

        // As after a lease that ran out while the first host was only slow.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            await using var desk = (i % 2 == 0 ? province : beside).Desk();
            var job = new JobContext(Guid.CreateVersion7(), $$"""{"decisionId":"{{id}}","day":"2026-04-01"}""", null, (_, _, _) => Task.CompletedTask);
            await desk.GetAll<JobHandler>().Single(h => h.Kind == EffectRunner.JobKind).RunAsync(job, default);
        })));

        await ShouldHaveTakenHoldOnceAsync(province, id);
    }

    [Fact]
    public async Task A_host_killed_between_claiming_and_committing_leaves_nothing_and_another_applies_it_after_the_lease()
    {
        await using var province = await Province.OpenAsync();
        var id = await RaisedNextMonthAsync(province);
        province.Clock.GoTo(2026, 4, 1, 1);
        var claimed = new TaskCompletionSource();
        using var killed = new CancellationTokenSource();
        await using var doomed = province.Beside(s => s.AddScoped<EffectApplier>(_ => new Stuck(claimed)));

        // The record is written in the open transaction, then the process is gone: nobody tells the job table.
        var run = Task.Run(() => doomed.Services.GetRequiredService<JobRunner>().DrainAsync(killed.Token));
        await claimed.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await killed.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(run);
        (await province.ReadAsync(id)).Decision.State.ShouldBe(DecisionState.Signed);
        (await province.SqlAsync<string>($"select state from platform.job where dedupe_key like 'decisions.apply:{id}:%'")).ShouldBe("Running");

        await province.RunJobsAsync();
        (await province.ReadAsync(id)).Decision.State.ShouldBe(DecisionState.Signed, "the lease of the dead host still holds");
        province.Clock.Pass(TimeSpan.FromMinutes(6));
        await Task.WhenAll(province.RunJobsAsync(), province.RunJobsAsync());

        await ShouldHaveTakenHoldOnceAsync(province, id);
    }

    [Fact]
    public async Task A_host_that_lost_its_lease_cannot_end_the_job_of_another()
    {
        await using var province = await Province.OpenAsync();
        var slow = new Blocking("test.slow", JobLane.Slow);
        await using var first = province.Beside(s => s.AddScoped<JobHandler>(_ => slow));
        var second = new Blocking("test.slow", JobLane.Slow);
        await using var other = province.Beside(s => s.AddScoped<JobHandler>(_ => second));
        await EnqueueAsync(province, "test.slow");

        var late = Task.Run(() => first.RunJobsAsync());
        await slow.Begun.Task.WaitAsync(TimeSpan.FromMinutes(2));
        province.Clock.Pass(TimeSpan.FromMinutes(3));
        var taken = Task.Run(() => other.RunJobsAsync());
        await second.Begun.Task.WaitAsync(TimeSpan.FromMinutes(2));
        slow.Go.SetResult();
        await late;
        (await province.SqlAsync<string>("select state from platform.job where kind = 'test.slow'")).ShouldBe("Running");
        second.Go.SetResult();
        await taken;
        (await province.SqlAsync<string>("select state from platform.job where kind = 'test.slow'")).ShouldBe("Done");
    }

    [Fact]
    public async Task A_job_of_the_slow_lane_keeps_no_effect_waiting()
    {
        var printing = new Blocking("test.printing", JobLane.Slow);
        await using var province = await Province.OpenAsync(s => s.AddScoped<JobHandler>(_ => printing));
        var id = await RaisedNextMonthAsync(province);
        await EnqueueAsync(province, "test.printing");
        province.Clock.GoTo(2026, 4, 1, 1);
        var runner = province.Services.GetRequiredService<JobRunner>();
        await runner.StartAsync(default);
        try
        {
            await printing.Begun.Task.WaitAsync(TimeSpan.FromMinutes(2));
            for (var i = 0; i < 1200 && (await province.ReadAsync(id)).Decision.State != DecisionState.Effective; i++) await Task.Delay(100);
            (await province.ReadAsync(id)).Decision.State.ShouldBe(DecisionState.Effective);
            (await province.SqlAsync<string>("select state from platform.job where kind = 'test.printing'")).ShouldBe("Running", "printing goes on meanwhile");
        }
        finally
        {
            printing.Go.TrySetResult();
            await runner.StopAsync(default);
        }
    }

    private static async Task<Guid> RaisedNextMonthAsync(Province province)
    {
        var an = await province.OfficialAsync(step: 3, stepSince: "2023-04-01");
        var id = await province.DraftAsync(province.Hr, ActionCodes.StepRaise, [an], ("from", "01/04/2026"));
        (await province.IssueAsync(id, province.Hr, province.Director)).State.ShouldBe(DecisionState.Signed);
        (await province.PersonAsync(an, "2026-04-01"))!.Step.ShouldBe(3, "signed is not yet in the record");
        return id;
    }

    private static async Task ShouldHaveTakenHoldOnceAsync(Province province, Guid id)
    {
        var loaded = await province.ReadAsync(id);
        loaded.Decision.State.ShouldBe(DecisionState.Effective);
        var person = loaded.Items.Single().SubjectId;
        (await province.PersonAsync(person, "2026-04-01"))!.Step.ShouldBe(4);
        async Task Once(string sql, string what) => (await province.SqlAsync<long>(sql)).ShouldBe(1, what);
        await Once($"select count(*) from decisions.decision_effect where decision_id = '{id}' and state = 'Applied'", "effect");
        await Once($"select count(*) from decisions.decision_step where decision_id = '{id}' and to_state = 'Effective'", "step to Effective");
        await Once($"select count(*) from platform.process_run where kind = 'decisions.apply' and subject_id = '{id}'", "committed run");
        await Once($"select count(*) from personnel.rank_and_step where person_id = '{person}' and step = 4 and upper_inf(recorded)", "fact");
        await Once($"select count(*) from personnel.rank_and_step where person_id = '{person}' and step = 4", "version of the fact");
        await Once($"select count(*) from platform.notice where title like 'Đã có hiệu lực%'", "notice");
    }

    private static async Task EnqueueAsync(Province province, string kind)
    {
        await using var desk = province.Desk();
        desk.Get<JobQueue>().Enqueue(kind, new { });
        await desk.Get<CongVu.Platform.Data.CongVuDb>().SaveChangesAsync();
    }

    /// <summary>Comes after the real applier of the effect: says so, and never returns.</summary>
    private sealed class Stuck(TaskCompletionSource claimed) : EffectApplier
    {
        public override IReadOnlyCollection<Type> Types { get; } = [typeof(SetRankAndStep)];

        public override async Task ApplyAsync(ActSource source, IReadOnlyList<PlannedEffect> effects, CancellationToken ct)
        {
            claimed.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
        }

        public override Task VoidAsync(ActSource source, IReadOnlyCollection<Guid> effectIds, CancellationToken ct) => Task.CompletedTask;
        public override Task ReplaceAsync(ActSource source, IReadOnlyList<PlannedEffect> corrected, CancellationToken ct) => Task.CompletedTask;
        public override Task<IReadOnlyList<DependentAct>> DependentsAsync(IReadOnlyCollection<Guid> effectIds, CancellationToken ct) => Task.FromResult<IReadOnlyList<DependentAct>>([]);
    }

    private sealed class Blocking(string kind, JobLane lane) : JobHandler
    {
        public TaskCompletionSource Begun { get; } = new();
        public TaskCompletionSource Go { get; } = new();
        public override string Kind => kind;
        public override JobLane Lane => lane;

        public override async Task RunAsync(JobContext job, CancellationToken ct)
        {
            Begun.TrySetResult();
            await Go.Task.WaitAsync(ct);
        }
    }
}
