using System.Text.Json;
using CongVu.Examinations.Room;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Processes;

namespace CongVu.Failure.Tests;

/// <summary>Two hosts serve one sitting: what one did, the other knows at once.</summary>
public sealed class TwoNodesTests(FaultyRoom room)
{
    [Fact]
    public async Task A_machine_goes_on_at_the_other_node_and_both_see_what_the_council_does()
    {
        var day = await (await room.PlanAsync()).StartAsync();
        using var here = await day.MachineAt().InAsync();
        using var there = new Machine(room.Node, day.Seats[0].Number, day.Seats[0].Code, "127.0.0.1") { Token = here.Token };
        for (var i = 1; i <= 20; i++)
        {
            var way = i % 2 == 0 ? here : there;
            var (status, body) = await way.SendAsync([new Entry(i, i * 10L, EntryKinds.Answer, i % 3 + 1, """{"RESPONSE":"c1"}""")]);
            (status, body.GetProperty("ack").GetInt32()).ShouldBe((200, i));
        }
        foreach (var (act, state) in new (Func<RoomDesk, Task<Outcome>>, string)[] { (d => d.PauseAsync(day.Room, "Mất điện", default), "paused"), (d => d.ResumeAsync(day.Room, default), "running") })
        {
            (await day.AsAsync(day.Invigilator, act)).ShouldBeOfType<Outcome.Done>();
            foreach (var way in new[] { here, there }) (await way.SendAsync([])).Body.GetProperty("state").GetString().ShouldBe(state);
        }
        var before = (await there.SendAsync([])).Body.GetProperty("remaining").GetInt64();
        await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.ExtendAsync(day.Room, 10, "Máy chậm", default));
        foreach (var way in new[] { here, there }) (await way.SendAsync([])).Body.GetProperty("remaining").GetInt64().ShouldBeGreaterThan(before + 9 * 60_000);
        // Sealed at one, closed at the other.
        (await there.SealAsync(20)).Status.ShouldBe(200);
        (await here.SendAsync([new Entry(21, 999, EntryKinds.Answer, 1, """{"RESPONSE":"c2"}""")])).Body.GetProperty("error").GetString().ShouldBe("sealed");
        (await day.EntriesAsync()).Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_second_machine_at_one_node_ends_the_first_at_the_other()
    {
        var day = await (await room.PlanAsync()).StartAsync();
        using var first = await day.MachineAt().InAsync();
        first.Type(1, "c1");
        await first.SendAllAsync();
        var (_, code) = await day.AsAsync<SeatDesk, (Outcome, string? Code)>(day.Invigilator, d => d.AllowMoveAsync(day.Seats[0].Seat, "Bàn phím hỏng", default));
        using var second = new Machine(room.Node, day.Seats[0].Number, day.Seats[0].Code, "127.0.0.2");
        (await second.EnterAsync(code)).Status.ShouldBe(200);
        (await first.SendAsync([])).Body.GetProperty("live").GetBoolean().ShouldBeFalse();
        first.Type(1, "c3", clock: 600_000);
        await first.SendAllAsync();
        second.Type(1, "c2");
        await second.SendAllAsync();
        Answers.Final(await day.EntriesAsync()).ShouldHaveSingleItem().Value.ShouldContain("c2");
    }

    [Fact]
    public async Task Guessing_codes_at_two_nodes_and_all_at_once_gives_no_more_tries_than_at_one()
    {
        var day = await room.PlanAsync();
        const string from = "127.0.0.77";
        using var here = day.MachineAt(from: from);
        using var there = new Machine(room.Node, day.Seats[0].Number, day.Seats[0].Code, from);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? here : there).EnterAsync(code: SeatCode.Make())));
        answers.Count(a => a.Status == 403).ShouldBeLessThanOrEqualTo(CodeTries.PerNumber);
        answers.ShouldAllBe(a => a.Status == 403 || a.Status == 429);
        // The right code comes too late from there, at both; and the refusal is written down.
        foreach (var way in new[] { here, there }) (await way.EnterAsync()).Status.ShouldBe(429);
        (await room.AskAsync<long>("select count(*) from examinations.sitting_event where kind = 'Refused' and detail->>'what' = 'too-many' and detail->>'address' = $1", from)).ShouldBeGreaterThan(0);
        using var candidate = await day.MachineAt(from: "127.0.0.78").InAsync();
        JsonSerializer.Serialize(candidate.Welcome).ShouldContain(day.Seats[0].Number);
    }
}
