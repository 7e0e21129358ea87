using System.Diagnostics;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Reform.Indicators;
using Microsoft.EntityFrameworkCore;
using static CongVu.Reform.Tests.Tracking.ReformOffice;

namespace CongVu.Reform.Tests.Tracking;

/// <summary>Indicators over a register of 140 heads and deputies of divisions, 27 of them chosen by competition, and 60 others.</summary>
public sealed class IndicatorStories(ReformOffice office, ITestOutputHelper output) : IClassFixture<ReformOffice>
{
    private static readonly ProcessKind Load = new("test.load", "Thử", "anything");
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public async Task Figures_follow_the_records_on_any_day_and_lead_to_the_people()
    {
        await using var desk = await office.OfficerAsync();
        await LoadAsync(desk);
        var indicators = desk.All<Indicator>().ToDictionary(i => i.Key);
        var question = new IndicatorQuestion(new(2026, 1, 1), new AsOf(Today));

        var competed = await indicators["bo-nhiem-qua-thi-tuyen"].ComputeAsync(question, default);
        (competed.Numerator, competed.Denominator, competed.Words).ShouldBe((27, 140, "19,3%"));
        (await indicators["bo-nhiem-qua-thi-tuyen"].ComputeAsync(question with { AsOf = new(new DateOnly(2026, 2, 28)) }, default)).Words.ShouldBe("–");
        var seen = desk.Get<People>().ScopedOn(new AsOf(Today), PersonnelPermissions.Read);
        (await (await indicators["bo-nhiem-qua-thi-tuyen"].PeopleAsync("thi-tuyen", seen, question, default))!.CountAsync()).ShouldBe(27);

        var degrees = await indicators["trinh-do-cong-chuc"].ComputeAsync(question, default);
        (degrees.Numerator, degrees.Denominator).ShouldBe((140, 170));
        (await (await indicators["trinh-do-cong-chuc"].PeopleAsync("chua-dat", seen, question, default))!.CountAsync()).ShouldBe(30);
        var all = await indicators["trinh-do-chung"].ComputeAsync(question, default);
        (all.Numerator, all.Denominator).ShouldBe((170, 200));
        var staff = await indicators["so-nguoi-theo-nhom"].ComputeAsync(question, default);
        staff.Parts.Where(p => p.Count > 0).Select(p => (p.Key, p.Count)).ShouldBe([("civil-servant", 170L), ("public-employee", 30L)]);
        (await indicators["so-nguoi-theo-nhom"].ComputeAsync(question with { AsOf = new(new DateOnly(2009, 1, 1)) }, default)).Numerator.ShouldBe(0);

        await using var clerk = await office.AsAsync(Roles.UnitHr, Finance);
        var own = clerk.Get<People>().ScopedOn(new AsOf(Today), PersonnelPermissions.Read);
        (await (await clerk.All<Indicator>().Single(i => i.Key == "trinh-do-chung").PeopleAsync("dat", own, question, default))!.CountAsync()).ShouldBe(0);

        var watch = Stopwatch.StartNew();
        foreach (var indicator in indicators.Values) await indicator.ComputeAsync(question, default);
        output.WriteLine($"all indicators: {watch.ElapsedMilliseconds} ms");
    }

    private static async Task LoadAsync(OfficeDesk desk)
    {
        await using var process = await desk.Get<ProcessLog>().BeginAsync(Load, null, null, default);
        await desk.Get<PersonImport>().RunAsync(process.Connection, Histories(), process.Run.Id, process.Run.At.AddDays(-1), default);
        await process.CommitAsync(default);
    }

    private static async IAsyncEnumerable<PersonHistory> Histories()
    {
        await Task.CompletedTask;
        for (var no = 0; no < 200; no++)
        {
            var joined = new DateOnly(2010, 1, 1);
            var leader = no < 140;
            List<(DateOnly From, Effect Effect)> effects =
            [
                (joined, new SetIdentity($"Trần Văn {(char)('A' + no % 26)}", null, "1985-03-05", "male", "Xã An Hòa", "Xã An Hòa", "01", "00", $"0990{no:00000000}", null)),
                (joined, new SetEmployment(HomeAffairs, no < 170 ? "civil-servant" : "public-employee", null, joined, "Chuyên viên", "recruited")),
                (joined, new SetQualification("professional", leader || no >= 170 ? "university" : "intermediate", "Luật", "Trường Đại học Luật", 2007, "chính quy")),
            ];
            if (leader) effects.Add((new(2026, 3, 1), new HoldPost(no % 2 == 0 ? "division-head" : "division-deputy", HomeAffairs, 60, ByCompetition: no < 27, Reappointed: false, Acting: false)));
            yield return new PersonHistory(Guid.CreateVersion7(), [.. effects.Select(e => new ImportedEffect(Guid.CreateVersion7(), e.From, e.Effect, null, null, "Quyết định thử"))]);
        }
    }
}
