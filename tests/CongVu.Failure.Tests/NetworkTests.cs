using CongVu.Examinations.Room;
using CongVu.Examinations.Tests.Room;

namespace CongVu.Failure.Tests;

/// <summary>A network that does whatever networks do, and machines whose clocks are wrong.</summary>
public sealed class NetworkTests(FaultyRoom room)
{
    [Theory, InlineData(101), InlineData(202)]
    public async Task Lost_cut_late_doubled_and_reordered_messages_change_nothing(int seed)
    {
        const int machines = 6;
        await using var proxy = new FaultProxy(room.Host, seed) { Faulty = false };
        var day = await (await room.PlanAsync(machines)).StartAsync();
        var all = new List<PatientMachine>();
        foreach (var (_, number, code) in day.Seats) all.Add(new PatientMachine(await new Machine(proxy.Address, number, code, "127.0.0.1").InAsync()));
        proxy.Faulty = true;
        var chance = new Random(seed);
        await Task.WhenAll(all.Select(m =>
        {
            var (typing, left) = (new Random(chance.Next()), 25);
            return m.WorkAsync(typing, () => left-- > 0);
        }));
        foreach (var fault in Enum.GetValues<Fault>()) proxy.Done(fault).ShouldBeGreaterThan(0, $"{fault} happened");
        proxy.Faulty = false;
        for (var i = 0; i < machines; i++)
        {
            using var machine = all[i];
            await machine.HandInAsync();
            var stored = await day.EntriesAsync(i);
            stored.Select(e => new Entry(e.Sequence, e.ClockMs, e.Kind, e.Question, e.Body)).ShouldBe(machine.Machine.Log);
            Answers.Final(stored).ShouldBe(machine.Typed, ignoreOrder: true);
            // Its last answer lost, it asks again and hears the same.
            var (status, sealedAs) = await machine.Machine.SealAsync();
            status.ShouldBe(200);
            (await machine.Machine.SealAsync()).Body.GetProperty("receipt").GetString().ShouldBe(sealedAs.GetProperty("receipt").GetString());
            sealedAs.GetProperty("receipt").GetString().ShouldBe(Receipt.Of(day.Commitment, day.Seats[i].Number, stored));
        }
    }

    [Theory, InlineData(1), InlineData(60), InlineData(20 * 60)]
    public async Task What_was_typed_during_a_cut_of_so_many_seconds_arrives_and_counts(int seconds)
    {
        await using var proxy = new FaultProxy(room.Host, 1) { Faulty = false };
        var day = await (await room.PlanAsync()).StartAsync();
        using var machine = new PatientMachine(await new Machine(proxy.Address, day.Seats[0].Number, day.Seats[0].Code, "127.0.0.1").InAsync());
        machine.Machine.Type(1, "c1");
        (await machine.TrySendAsync()).ShouldBeTrue();
        proxy.Cut = true;
        for (var i = 1; i <= 10; i++) machine.Machine.Type(i % 3 + 1, $"c{i % 3 + 1}", 1000 + i * seconds * 90L);
        (await machine.TrySendAsync()).ShouldBeFalse();
        await day.PassAsync(TimeSpan.FromSeconds(seconds));
        proxy.Cut = false;
        await machine.HandInAsync();
        var stored = await day.EntriesAsync();
        stored.Count.ShouldBe(11);
        stored.ShouldAllBe(e => e.Counts);
        Answers.Final(stored).ShouldBe(machine.Typed, ignoreOrder: true);
        (await day.EventsAsync(RoomEvents.Lost)).Count.ShouldBe(seconds > 30 ? 1 : 0, "a longer silence is in the minutes");
    }

    [Theory, InlineData(-2), InlineData(2)]
    public async Task A_clock_that_is_hours_wrong_neither_loses_an_answer_nor_wins_time(int hours)
    {
        var day = await (await room.PlanAsync()).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        long Wrong(int seconds) => Math.Max(0, seconds * 1000L + hours * 3_600_000L);
        machine.Type(1, "c1", Wrong(10));
        var view = await machine.SendAllAsync();
        view.GetProperty("clock").GetInt64().ShouldBeLessThan(60_000, "the server tells its own time");
        (await day.EntriesAsync()).ShouldHaveSingleItem().Counts.ShouldBeTrue();
        // After the end no clock helps: the machine was heard without anything in hand.
        await day.PassAsync(TimeSpan.FromMinutes(61));
        await machine.SendAsync([]);
        machine.Type(1, "c2", Wrong(20));
        await machine.SendAllAsync();
        Answers.Final(await day.EntriesAsync()).ShouldHaveSingleItem().Value.ShouldContain("c1");
    }
}
