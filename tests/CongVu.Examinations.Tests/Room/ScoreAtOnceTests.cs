using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Examinations.Tests.Sittings;
using CongVu.Platform.Processes;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Tests.Room;

/// <summary>The score on the machine: only in rounds where the law of the day wants it, the same as the later marking, written down, and on a list that candidates sign.</summary>
[Trait("Category", "Slow")]
public sealed class ScoreAtOnceTests(ExamHost host)
{
    [Theory]
    [InlineData("civil-servant", "round-1", "2026-11-28", true)]
    [InlineData("civil-servant", "round-2-computer", "2026-11-28", false)]
    [InlineData("civil-servant", "round-1-general", "2024-05-05", true)]
    [InlineData("public-employee", "round-1-general", "2025-12-01", true)]
    [InlineData("public-employee", "round-1", "2026-11-28", false)]
    [InlineData("testing", "", "2026-11-28", false)]
    [InlineData("leadership", "", "2026-11-28", false)]
    public async Task The_law_of_the_day_decides_whether_a_score_is_told(string kind, string round, string day, bool told)
    {
        var exam = await SealedAsync(kind, round, DateOnly.ParseExact(day, "yyyy-MM-dd"), right: 2);
        var score = exam.Sealed.GetProperty("score");
        if (!told)
        {
            score.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
            (await exam.Day.EventsAsync(RoomEvents.ScoreTold)).ShouldBeEmpty();
            return;
        }
        (score.GetProperty("points").GetInt32(), score.GetProperty("max").GetInt32(), score.GetProperty("passed").GetBoolean()).ShouldBe((200, 300, true));
        score.GetProperty("source").GetString()!.ShouldContain("NĐ-CP");
        // Asked again it is told again and written down once.
        (await exam.Machine.SealAsync()).Body.GetProperty("score").GetProperty("points").GetInt32().ShouldBe(200);
        (await exam.Day.EventsAsync(RoomEvents.ScoreTold)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Candidates_sign_a_list_of_what_they_were_told_when_their_room_has_closed()
    {
        var (day, machine, _) = await SealedAsync("civil-servant", "round-1", new DateOnly(2026, 11, 28), right: 1);
        var invigilator = new Staff(await host.BrowserAsync(day.Invigilator));
        await invigilator.OpenAsync(ExaminationLinks.Room(day.Room));
        invigilator.Page.QuerySelectorAll("a").ShouldNotContain(a => a.TextContent.Trim() == "In danh sách điểm để ký");
        (await day.AsAsync<RoomDesk, Outcome>(day.Invigilator, d => d.CloseAsync(day.Room, true, "Hết giờ", default))).ShouldBeOfType<Outcome.Done>();
        await invigilator.OpenAsync(ExaminationLinks.Room(day.Room));
        invigilator.Text.ShouldContain("Báo điểm trên máy; 1/3 điểm");
        await invigilator.OpenAsync(invigilator.Link("In danh sách điểm để ký"));
        var list = ArchiveJourney.Word(invigilator.File);
        foreach (var said in new[] { "Thí sinh ký", "Giám thị thứ nhất", "Thí sinh 1", "1/3", "Không đạt", Receipt.Code((await day.SeatAsync()).Receipt!) }) list.ShouldContain(said);
        machine.Dispose();
    }

    private async Task<(ExamDay Day, Machine Machine, System.Text.Json.JsonElement Sealed)> SealedAsync(string kind, string round, DateOnly heldOn, int right)
    {
        var day = await host.PlanAsync();
        await day.ReadAsync(db => db.Set<Exam>().Where(e => e.Id == day.Exam).ExecuteUpdateAsync(u => u.SetProperty(e => e.Kind, kind).SetProperty(e => e.HeldOn, heldOn)));
        await day.ReadAsync(db => db.Set<Sitting>().Where(s => s.Id == day.Sitting).ExecuteUpdateAsync(u => u.SetProperty(s => s.Round, round)));
        await day.StartAsync();
        var machine = await day.MachineAt().InAsync();
        var keys = await day.AsAsync<SittingPapers, IReadOnlyList<MarkedItem>>(day.Invigilator, async p => await p.KeysForAsync(await day.SeatAsync(), default));
        foreach (var q in keys) machine.Type(q.Place, q.Place <= right ? q.Question.Item.Parts[0].Key[0] : q.Question.Item.Parts[0].Choices.First(c => !q.Question.Item.Parts[0].Key.Contains(c.Id)).Id);
        await machine.SendAllAsync();
        return (day, machine, (await machine.SealAsync()).Body);
    }
}
