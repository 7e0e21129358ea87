using System.Net;
using System.Text.Json;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Processes;

namespace CongVu.Examinations.Tests.Room;

/// <summary>Wrong answers in common: what everybody errs in says nothing, what only two err in says more.</summary>
public sealed class AlikenessTests(ExamHost host)
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.875)]
    [InlineData(2, 0.5)]
    [InlineData(3, 0.125)]
    public void The_chance_of_at_least_so_many_heads_of_three(int count, double chance) => Alikeness.AtLeast(count, [0.5, 0.5, 0.5]).ShouldBe(chance, 1e-12);

    [Fact]
    public void Only_seats_that_follow_on_one_another_are_compared_and_rare_errors_stand_out()
    {
        // Thirty people; ten questions everybody gets wrong: seats 1 and 2 always in the same rare way, the others spread over three ways.
        WrongPaper Paper(int number) => new(Guid.NewGuid(), number, Enumerable.Range(0, 10).ToDictionary(q => $"q{q}", q => number <= 2 ? "hiếm" : $"cách {(number * 7 + q * (number % 5 + 1)) % 3}"));
        var pairs = Alikeness.Neighbours([.. Enumerable.Range(1, 30).Where(n => n != 20).Select(Paper)]);
        pairs.Count.ShouldBe(27, "a seat is empty");
        var (top, next) = (pairs[0], pairs[1]);
        (top.First.Number, top.Second.Number, top.BothWrong, top.Same).ShouldBe((1, 2, 10, 10));
        top.Expected.ShouldBeInRange(2.5, 4);
        Alikeness.Say(top, pairs.Count).Badge.ShouldBe("warn");
        Alikeness.Say(top, pairs.Count).Words.ShouldContain("không nói vì sao");
        Alikeness.Say(next, pairs.Count).Badge.ShouldNotBe("warn");
    }

    [Fact]
    public async Task The_page_opens_for_those_who_decide_once_the_room_is_closed()
    {
        // Three questions, both have them all.
        var day = await (await host.PlanAsync(seats: 2, items: [ExamDay.Choice("q1"), ExamDay.Choice("q2"), ExamDay.Choice("q3")])).StartAsync();
        var chair = await host.AccountAsync("Chủ tịch hội đồng");
        await day.ReadAsync(async db => { db.Add(new ExamMember { ExamId = day.Exam, AccountId = chair, Role = CouncilRole.Chair }); return await db.SaveChangesAsync(); });
        using var desk = await host.BrowserAsync(chair);
        (await desk.GetAsync(ExaminationLinks.Alikeness(day.Room))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        for (var i = 0; i < 2; i++)
        {
            using var machine = await day.MachineAt(i, $"127.0.3.{i + 1}").InAsync();
            var seat = await day.SeatAsync(i);
            var paper = await day.AsAsync<SittingPapers, IReadOnlyList<MarkedItem>>(chair, p => p.KeysForAsync(seat, default));
            foreach (var question in paper)
                machine.Log.Add(new Entry(machine.Log.Count + 1, 1000, EntryKinds.Answer, question.Place, JsonSerializer.Serialize(new { RESPONSE = question.Question.Item.Parts[0].Choices.Select(c => c.Id).Where(c => !question.Question.Item.Parts[0].Key.Contains(c)).Min(StringComparer.Ordinal) })));
            await machine.SendAllAsync();
            (await machine.SealAsync()).Status.ShouldBe(200);
        }
        (await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.CloseAsync(day.Room, false, null, default))).ShouldBeOfType<Outcome.Done>();
        var page = await desk.GetStringAsync(ExaminationLinks.Alikeness(day.Room));
        page.ShouldContain(day.Seats[0].Number);
        page.ShouldContain("Không dùng riêng bảng này để kết luận vi phạm");
        using var invigilator = await host.BrowserAsync(day.Invigilator);
        (await invigilator.GetAsync(ExaminationLinks.Alikeness(day.Room))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
