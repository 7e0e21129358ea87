using System.Net;
using CongVu.Examinations.Room;
using CongVu.Platform.Processes;

namespace CongVu.Examinations.Tests.Room;

/// <summary>Guessing codes is hopeless, and locks out nobody but who guesses.</summary>
public sealed class DoorTests(ExamHost host)
{
    [Fact]
    public async Task Guessing_from_many_places_slows_strangers_and_the_candidate_still_enters()
    {
        var day = await host.PlanAsync();
        await GuessEverywhereAsync(day);
        using var stranger = day.MachineAt(from: "127.0.1.99");
        (await GuessAsync(stranger, 3)).ShouldBe([403, 403, 429]);
        (await stranger.EnterAsync()).Status.ShouldBe(429, "not even the right code helps who guessed");
        using var candidate = day.MachineAt(from: "127.0.1.100");
        (await GuessAsync(candidate, 1)).ShouldBe([403]);
        await candidate.InAsync();
        (await day.EventsAsync(RoomEvents.Refused)).ShouldContain(e => e.Detail!.Contains("too-many"), "the invigilator sees that somebody guesses");
    }

    [Fact]
    public async Task In_the_network_of_the_room_or_where_a_machine_of_the_room_is_in_a_candidate_keeps_all_tries()
    {
        var networked = await host.PlanAsync(room: r => r.Networks = ["127.0.2.0/24"]);
        await GuessEverywhereAsync(networked);
        using (var candidate = networked.MachineAt(from: "127.0.2.9"))
        {
            (await GuessAsync(candidate, 9)).ShouldAllBe(status => status == 403);
            await candidate.InAsync();
        }

        var open = await host.PlanAsync(seats: 2);
        using var neighbour = await open.MachineAt(1, from: "127.0.3.9").InAsync();
        await GuessEverywhereAsync(open);
        using var beside = open.MachineAt(0, from: "127.0.3.9");
        (await GuessAsync(beside, 9)).ShouldAllBe(status => status == 403);
        await beside.InAsync();
    }

    [Fact]
    public async Task Who_is_locked_out_at_the_own_machine_is_let_in_at_once_by_the_invigilator_with_a_reason()
    {
        var day = await host.PlanAsync();
        using var candidate = day.MachineAt(from: "127.0.4.1");
        (await GuessAsync(candidate, 11)).Last().ShouldBe(429);
        (await candidate.EnterAsync()).Status.ShouldBe(429);

        using var invigilator = await host.BrowserAsync(day.Invigilator);
        var seat = $"/thi/phong/{day.Room}/cho/{day.Seats[0].Seat}";
        WebUtility.HtmlDecode(await invigilator.GetStringAsync(seat)).ShouldContain("nhập sai mã 10 lần từ 1 nơi");
        (await day.AsAsync<SeatDesk, Outcome>(day.Second, d => d.ReopenDoorAsync(day.Seats[0].Seat, " ", default))).ShouldBeOfType<Outcome.Refused>();
        (await candidate.EnterAsync()).Status.ShouldBe(429);
        (await day.AsAsync<SeatDesk, Outcome>(day.Second, d => d.ReopenDoorAsync(day.Seats[0].Seat, "Thí sinh đọc nhầm chữ trên thẻ", default))).ShouldBeOfType<Outcome.Done>();
        await candidate.InAsync();
        var opened = (await day.EventsAsync(RoomEvents.DoorReopened)).ShouldHaveSingleItem();
        (opened.Reason, opened.AccountId).ShouldBe(("Thí sinh đọc nhầm chữ trên thẻ", (Guid?)day.Second));
        WebUtility.HtmlDecode(await invigilator.GetStringAsync(seat)).ShouldContain("Mở lại việc nhập mã vào phòng; Thí sinh đọc nhầm chữ trên thẻ");
    }

    [Fact]
    public async Task After_the_door_was_opened_anew_guessing_ends_after_ten_tries_again()
    {
        var day = await host.PlanAsync();
        using var guesser = day.MachineAt(from: "127.0.5.1");
        await GuessAsync(guesser, 11);
        (await day.AsAsync<SeatDesk, Outcome>(day.Invigilator, d => d.ReopenDoorAsync(day.Seats[0].Seat, "Thử lại", default))).ShouldBeOfType<Outcome.Done>();
        (await GuessAsync(guesser, 11)).ShouldBe([.. Enumerable.Repeat(403, 10), 429]);
    }

    [Fact]
    public void One_subscriber_of_the_next_internet_is_one_place()
    {
        CodeTries.PlaceOf("2001:db8:1:2:aaaa::1").ShouldBe(CodeTries.PlaceOf("2001:db8:1:2:bbbb::9"));
        CodeTries.PlaceOf("2001:db8:1:2::1").ShouldNotBe(CodeTries.PlaceOf("2001:db8:1:3::1"));
        CodeTries.PlaceOf("10.0.0.1").ShouldNotBe(CodeTries.PlaceOf("10.0.0.2"));
    }

    /// <summary>As many wrong codes from five places as one number is tried before strangers are slowed.</summary>
    private static async Task GuessEverywhereAsync(ExamDay day)
    {
        for (var place = 1; place <= CodeTries.PerNumberAnywhere / CodeTries.PerNumber; place++)
        {
            using var guesser = day.MachineAt(from: $"127.0.9.{place}");
            (await GuessAsync(guesser, CodeTries.PerNumber)).ShouldAllBe(status => status == 403);
        }
    }

    private static async Task<List<int>> GuessAsync(Machine machine, int times)
    {
        var seen = new List<int>();
        for (var i = 0; i < times; i++) seen.Add((await machine.EnterAsync(code: SeatCode.Make())).Status);
        return seen;
    }
}
