using CongVu.Personnel.Data;

namespace CongVu.Personnel.Tests;

public class JoinedCountsTests
{
    [Fact]
    public async Task Who_asks_while_a_count_is_under_way_gets_the_next_one_together_with_others()
    {
        var begun = new List<TaskCompletionSource<int>>();
        var counts = new JoinedCounts<string, int>(_ =>
        {
            var counting = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (begun) begun.Add(counting);
            return counting.Task;
        });

        var first = counts.OfAsync("today", TestContext.Current.CancellationToken);
        await BegunAsync(1);
        var second = counts.OfAsync("today", TestContext.Current.CancellationToken);
        var third = counts.OfAsync("today", TestContext.Current.CancellationToken);
        begun[0].SetResult(10);
        (await first).ShouldBe(10);
        await BegunAsync(2);
        second.IsCompleted.ShouldBeFalse("what was begun before the question may lack what was committed before it");
        begun[1].SetResult(11);

        (await second).ShouldBe(11);
        (await third).ShouldBe(11);
        begun.Count.ShouldBe(2);

        async Task BegunAsync(int count)
        {
            for (var tries = 0; tries < 500; tries++)
            {
                lock (begun)
                    if (begun.Count >= count) return;
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
            throw new TimeoutException($"{count} counts were not begun.");
        }
    }

    [Fact]
    public async Task A_count_that_fails_is_told_to_those_who_asked_for_it_and_the_next_begins_afresh()
    {
        var tries = 0;
        var counts = new JoinedCounts<string, int>(async _ =>
        {
            await Task.Yield();
            return ++tries == 1 ? throw new InvalidOperationException("database away") : tries;
        });

        await Should.ThrowAsync<InvalidOperationException>(() => counts.OfAsync("today", TestContext.Current.CancellationToken));
        (await counts.OfAsync("today", TestContext.Current.CancellationToken)).ShouldBe(2);
    }
}
