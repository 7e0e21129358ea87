using CongVu.Examinations.Room;

namespace CongVu.Examinations.Tests.Room;

/// <summary>Messages lost, doubled, delayed and cut off in the middle by a seeded schedule: nothing acknowledged is lost, nothing is there twice, the answers are those typed last.</summary>
[Trait("Category", "Slow")]
public sealed class BadNetworkTests(ExamHost host)
{
    [Theory, InlineData(11), InlineData(22), InlineData(33)]
    public async Task Whatever_the_network_does_the_answers_are_those_that_were_typed(int seed)
    {
        var chance = new Random(seed);
        var day = await (await host.PlanAsync(seats: 2)).StartAsync();
        using var first = await day.MachineAt().InAsync();
        using var other = await day.MachineAt(1, "127.0.0.2").InAsync();
        var acknowledged = 0;
        var delayed = new List<Entry[]>();
        for (var step = 0; step < 40; step++)
        {
            for (var typed = chance.Next(3); typed > 0; typed--) first.Type(chance.Next(1, 4), $"c{chance.Next(1, 4)}", first.Log.Count * 100L);
            var tail = first.Log.Skip(acknowledged).ToArray();
            switch (chance.Next(6))
            {
                case 0: break; // the message never arrives
                case 1: await first.SendAsync(tail); break; // the answer never arrives
                case 2: delayed.Add(tail); break;
                case 3: await Task.WhenAll(first.SendAsync(tail), first.SendAsync(tail), first.SendAsync(tail)); break;
                case 4: await first.SendAsync(tail.Take(tail.Length / 2)); break; // cut in the middle, and the rest again
                default:
                    var (status, body) = await first.SendAsync(tail);
                    status.ShouldBe(200, body.ToString());
                    acknowledged = Math.Max(acknowledged, body.GetProperty("ack").GetInt32());
                    break;
            }
            if (delayed.Count > 0 && chance.Next(3) == 0)
            {
                var late = delayed[chance.Next(delayed.Count)];
                await first.SendAsync(late); // an old message comes at last: taken, known already, or refused as a gap
                delayed.Remove(late);
            }
            if (chance.Next(8) == 0) { other.Type(1, "c1"); await other.SendAllAsync(); }
            ;
            (await day.EntriesAsync()).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, (await day.EntriesAsync()).Count), "stored without holes");
            (await day.EntriesAsync()).Count.ShouldBeGreaterThanOrEqualTo(acknowledged);
        }
        await first.SendAllAsync();
        var stored = await day.EntriesAsync();
        stored.Select(e => new Entry(e.Sequence, e.ClockMs, e.Kind, e.Question, e.Body)).ShouldBe(first.Log);
        var meant = first.Log.GroupBy(e => e.Q!.Value).ToDictionary(g => g.Key, g => g.Last().B!);
        Answers.Final(stored).ShouldBe(meant, ignoreOrder: true);
        // In whatever order the rows are read, the answers and the receipt are the same.
        Answers.Final(stored.OrderBy(_ => chance.Next())).ShouldBe(meant, ignoreOrder: true);
        Receipt.Of("c", "n", stored.OrderBy(_ => chance.Next())).ShouldBe(Receipt.Of("c", "n", stored));
        (await first.SealAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Sealing_while_answers_pour_in_leaves_each_one_either_in_the_receipt_or_refused()
    {
        var day = await (await host.PlanAsync()).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        for (var i = 0; i < 5; i++) machine.Type(1, "c1", i);
        await machine.SendAllAsync();
        var before = machine.Log.ToList();
        machine.Type(2, "c2", 10);
        var sealing = machine.SealAsync(before.Count);
        var sending = Task.WhenAll(Enumerable.Range(0, 6).Select(_ => machine.SendAsync(machine.Log)));
        var receipt = (await sealing).Body.GetProperty("receipt").GetString();
        await sending;
        receipt.ShouldBe(Receipt.Of(day.Commitment, day.Seats[0].Number, await day.EntriesAsync()));
    }
}
