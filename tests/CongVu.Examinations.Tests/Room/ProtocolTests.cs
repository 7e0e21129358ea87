using CongVu.Examinations.Data;
using CongVu.Examinations.Room;
using CongVu.Platform.Processes;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Tests.Room;

/// <summary>What a machine and the server say to each other on an ordinary day, and on one with a bad network.</summary>
[Trait("Category", "Slow")]
public sealed class ProtocolTests(ExamHost host)
{
    [Fact]
    public async Task A_candidate_enters_waits_works_hands_in_and_gets_a_receipt_that_anyone_can_compute_again()
    {
        var day = await host.PlanAsync();
        using var machine = await day.MachineAt().InAsync();
        (machine.Epoch, machine.Welcome.GetProperty("name").GetString()).ShouldBe((1, "Thí sinh 1"));
        (await machine.SendAsync([])).Body.GetProperty("state").GetString().ShouldBe("unchecked");
        (await machine.PaperAsync()).Status.ShouldBe(409);
        await day.StartAsync();
        var status = (await machine.SendAsync([])).Body;
        status.GetProperty("state").GetString().ShouldBe("running");
        status.GetProperty("remaining").GetInt64().ShouldBeInRange(59 * 60_000, 60 * 60_000);
        (await machine.PaperAsync()).Body.GetProperty("questions").GetArrayLength().ShouldBe(3);

        machine.Type(1, "c1");
        machine.Type(2, "c2");
        machine.Type(1, "c3");
        await machine.SendAllAsync();
        var (_, body) = await machine.SealAsync();
        var entries = await day.EntriesAsync();
        entries.Count.ShouldBe(3);
        Answers.Final(entries)[1].ShouldBe("""{"RESPONSE":"c3"}""");
        var receipt = body.GetProperty("receipt").GetString();
        receipt.ShouldBe(Receipt.Of(day.Commitment, day.Seats[0].Number, entries));
        body.GetProperty("code").GetString().ShouldBe(Receipt.Code(receipt!));
        (body.GetProperty("entries").GetInt32(), body.GetProperty("answered").GetInt32()).ShouldBe((3, 2));
        (await day.SeatAsync()).State.ShouldBe(SeatState.Sealed);
        (await machine.SealAsync()).Body.GetProperty("receipt").GetString().ShouldBe(receipt);
        (await machine.SendAllAsync()).GetProperty("receipt").GetString().ShouldBe(receipt);
    }

    [Fact]
    public async Task A_lost_answer_costs_nothing_entering_and_sending_again_change_nothing()
    {
        var day = await (await host.PlanAsync()).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        (await machine.EnterAsync()).Status.ShouldBe(200);
        machine.Epoch.ShouldBe(1);
        machine.Type(1, "c1");
        await machine.SendAllAsync();
        machine.Type(2, "c2");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => machine.SendAllAsync()));
        (await day.EntriesAsync()).Select(e => e.Sequence).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Another_machine_needs_the_invigilators_code_goes_on_with_the_answers_and_the_first_hands_in_what_it_still_holds()
    {
        var day = await (await host.PlanAsync()).StartAsync();
        using var first = await day.MachineAt().InAsync();
        first.Type(1, "c1");
        await first.SendAllAsync();
        first.Type(2, "c2");
        using var second = day.MachineAt(from: "127.0.0.2");
        (await second.EnterAsync()).Body.GetProperty("error").GetString().ShouldBe("needs-move");
        var (_, code) = await day.AsAsync<SeatDesk, (Outcome, string? Code)>(day.Invigilator, d => d.AllowMoveAsync(day.Seats[0].Seat, "Máy hỏng", default));
        (await second.EnterAsync(move: "AAAA-AAAA")).Body.GetProperty("error").GetString().ShouldBe("wrong-move");
        await second.InAsync(code);
        second.Epoch.ShouldBe(2);
        (await second.PaperAsync()).Body.GetProperty("answers").GetProperty("1").GetString().ShouldBe("""{"RESPONSE":"c1"}""");
        using var third = day.MachineAt(from: "127.0.0.3");
        (await third.EnterAsync(move: code)).Status.ShouldBe(403);

        (await first.SendAllAsync()).GetProperty("live").GetBoolean().ShouldBeFalse();
        (await first.PaperAsync()).Body.GetProperty("error").GetString().ShouldBe("not-live");
        (await first.SealAsync()).Body.GetProperty("error").GetString().ShouldBe("not-live");
        (await second.SendAsync([])).Body.GetProperty("earlier").GetInt32().ShouldBe(2);
        second.Type(1, "c3");
        await second.SendAllAsync();
        var answers = Answers.Final(await day.EntriesAsync());
        (answers[1], answers[2]).ShouldBe(("""{"RESPONSE":"c3"}""", """{"RESPONSE":"c2"}"""));

        // What is typed at the first machine after that is kept, and not marked.
        await day.PassAsync(TimeSpan.FromMinutes(2));
        first.Type(3, "c1", clock: 300_000);
        await first.SendAllAsync();
        (await day.EntriesAsync()).Single(e => e.Epoch == 1 && e.Sequence == 3).Counts.ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_typed_offline_before_the_end_counts_when_it_comes_after_it_and_what_was_typed_later_does_not()
    {
        var day = await (await host.PlanAsync(minutes: 30)).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        await day.PassAsync(TimeSpan.FromMinutes(40));
        machine.Type(1, "c1", clock: 29 * 60_000);
        machine.Type(2, "c2", clock: 31 * 60_000);
        (await machine.SendAllAsync()).GetProperty("state").GetString().ShouldBe("ended");
        (await day.EntriesAsync()).Select(e => e.Counts).ShouldBe([true, false]);
        Answers.Final(await day.EntriesAsync()).Keys.ShouldBe([1]);
        (await day.EventsAsync(RoomEvents.Refused)).ShouldHaveSingleItem().Reason!.ShouldContain("sau giờ kết thúc");
        (await day.EventsAsync(RoomEvents.Lost)).ShouldHaveSingleItem().Seconds!.Value.ShouldBeInRange(2390, 2410);
    }

    [Fact]
    public async Task A_pause_stops_the_clock_and_time_is_given_to_all_and_to_one()
    {
        var day = await (await host.PlanAsync(seats: 2)).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        using var other = await day.MachineAt(1, "127.0.0.2").InAsync();
        async Task<double> Minutes(Machine m) => (await m.SendAsync([])).Body.GetProperty("remaining").GetInt64() / 60_000.0;
        await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.PauseAsync(day.Room, "Mất điện", default));
        await day.PassAsync(TimeSpan.FromMinutes(10));
        (await machine.SendAsync([])).Body.GetProperty("state").GetString().ShouldBe("paused");
        // The clock stood while the hall was dark: the whole hour is still there (ten minutes went by before the pause as time is moved here).
        var before = await Minutes(machine);
        await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.ResumeAsync(day.Room, default));
        (await Minutes(machine)).ShouldBe(before, 0.1);
        await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.ExtendAsync(day.Room, 5, "Tiếng ồn", default));
        (await Minutes(machine)).ShouldBe(before + 5, 0.1);
        await day.AsAsync<SeatDesk, Outcome>(day.Invigilator, d => d.ExtendAsync(day.Seats[0].Seat, 90, "Máy treo", default));
        (await Minutes(machine)).ShouldBe(before + 6.5, 0.1);
        (await Minutes(other)).ShouldBe(before + 5, 0.1);
    }

    [Fact]
    public async Task A_room_that_closes_leaves_nobody_open_and_a_vanished_machine_is_sealed_by_the_clock()
    {
        var day = await (await host.PlanAsync(seats: 2)).StartAsync();
        using var machine = await day.MachineAt().InAsync();
        machine.Type(1, "c1");
        await machine.SendAllAsync();
        (await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.CloseAsync(day.Room, false, null, default))).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("2 thí sinh chưa nộp");
        await day.PassAsync(TimeSpan.FromMinutes(80));
        await day.AsAsync<IEnumerable<Platform.Jobs.JobHandler>, bool>(day.Invigilator, async jobs => { await jobs.OfType<AutoSealing>().Single().RunAsync(null!, default); return true; });
        (await day.SeatAsync()).SealedAt.ShouldBeNull();
        await day.PassAsync(TimeSpan.FromMinutes(20));
        await day.AsAsync<IEnumerable<Platform.Jobs.JobHandler>, bool>(day.Invigilator, async jobs => { await jobs.OfType<AutoSealing>().Single().RunAsync(null!, default); return true; });
        (await day.SeatAsync()).Receipt.ShouldBe(Receipt.Of(day.Commitment, day.Seats[0].Number, await day.EntriesAsync()));
        (await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.CloseAsync(day.Room, false, null, default))).ShouldBeOfType<Outcome.Done>();
        (await day.ReadAsync(db => db.Set<Sitting>().SingleAsync(s => s.Id == day.Sitting))).State.ShouldBe(SittingState.Closed);
    }

    [Fact]
    public async Task A_late_comer_is_let_in_for_as_long_as_the_law_says_and_suspension_seals_at_once()
    {
        var day = await host.PlanAsync(seats: 3);
        Task<Outcome> Check(int seat) => day.AsAsync<SeatDesk, Outcome>(day.Invigilator, d => d.IdentifyAsync(day.Seats[seat].Seat, default));
        await Check(0);
        await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.StartAsync(day.Room, default));
        await day.PassAsync(TimeSpan.FromMinutes(9));
        (await Check(1)).ShouldBeOfType<Outcome.Done>();
        (await day.SeatAsync(1)).State.ShouldBe(SeatState.Working);
        await day.PassAsync(TimeSpan.FromMinutes(2));
        (await Check(2)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("22/2025/TT-BNV");
        (await day.AsAsync<SeatDesk, Outcome>(day.Invigilator, d => d.LeaveAsync(day.Seats[0].Seat, "Mệt", default))).ShouldBeOfType<Outcome.Refused>();
        (await day.AsAsync<SeatDesk, Outcome>(day.Invigilator, d => d.PenaliseAsync(day.Seats[0].Seat, SeatPenalty.Suspension, "Dùng điện thoại", default))).ShouldBeOfType<Outcome.Done>();
        var seat = await day.SeatAsync();
        (seat.State, seat.Penalty, seat.Receipt is null).ShouldBe((SeatState.Suspended, SeatPenalty.Suspension, false));
    }
}
