using System.Diagnostics;
using CongVu.Examinations.Room;

namespace CongVu.Failure.Tests;

/// <summary>Processes killed while candidates answer: what was acknowledged is there, what was typed arrives, nothing is there twice.</summary>
public sealed class KilledTests(FaultyRoom room)
{
    private const int Machines = 8;

    [Fact]
    public Task The_host_is_killed_while_everybody_answers() => OutliveAsync(11, async () =>
    {
        room.KillHost();
        await room.StartHostAsync();
    });

    [Fact]
    public Task The_database_server_is_killed_while_everybody_answers() => OutliveAsync(12, room.KillDatabaseAsync);

    private async Task OutliveAsync(int seed, Func<Task> kill)
    {
        var day = await (await room.PlanAsync(Machines)).StartAsync();
        var machines = new List<PatientMachine>();
        for (var i = 0; i < Machines; i++) machines.Add(new PatientMachine(await day.MachineAt(i, $"127.0.1.{i + 1}").InAsync()));
        var (going, chance) = (true, new Random(seed));
        var working = machines.Select(m => m.WorkAsync(new Random(chance.Next()), () => Volatile.Read(ref going))).ToList();
        await UntilAsync(() => machines.All(m => m.Acknowledged > 0));
        await kill();
        var before = machines.ConvertAll(m => m.Acknowledged);
        await UntilAsync(() => machines.Select((m, at) => m.Acknowledged > before[at]).All(more => more));
        Volatile.Write(ref going, false);
        await Task.WhenAll(working);
        machines.Sum(m => m.Failures).ShouldBeGreaterThan(0, "somebody was in the middle of a message");
        for (var i = 0; i < Machines; i++) (await day.EntriesAsync(i)).Count.ShouldBeGreaterThanOrEqualTo(machines[i].Acknowledged, "what was acknowledged is there");

        for (var i = 0; i < Machines; i++)
        {
            using var machine = machines[i];
            await machine.HandInAsync();
            var stored = await day.EntriesAsync(i);
            stored.Select(e => new Entry(e.Sequence, e.ClockMs, e.Kind, e.Question, e.Body)).ShouldBe(machine.Machine.Log);
            stored.ShouldAllBe(e => e.Counts);
            Answers.Final(stored).ShouldBe(machine.Typed, ignoreOrder: true);
        }
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        for (var waited = Stopwatch.StartNew(); !happened(); await Task.Delay(10)) waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }
}
