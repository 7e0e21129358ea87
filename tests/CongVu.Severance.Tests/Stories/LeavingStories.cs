using CongVu.Platform.Processes;
using CongVu.Severance.Resigning;
using CongVu.Severance.Retiring;
using CongVu.Platform.Time;
using static CongVu.Severance.Tests.Province;

namespace CongVu.Severance.Tests.Stories;

[Trait("Category", "Slow")]
public sealed class LeavingStories
{
    [Fact]
    public async Task A_retirement_goes_from_the_forecast_over_the_notice_to_the_closed_record()
    {
        await using var province = await OpenAsync();
        // Born 20/01/1966: 61 years 9 months on 20/10/2027, pension from 01/11/2027; born 10/06/1965: 61 years 6 months, from 01/01/2027.
        var soon = await province.OfficialAsync("Nguyễn Văn Hưu", step: 9, since: "2024-01-01", birth: "1966-01-20");
        var late = await province.OfficialAsync("Trần Văn Muộn", step: 9, since: "2024-01-01", birth: "1965-06-10");
        await using (var desk = await province.AsAsync(province.Hr))
        {
            var rows = await desk.Get<RetirementListing>().OfAsync(new RetirementFilter(null, 12, null, null), new AsOf(D("2026-11-27")), default);
            rows.Select(r => r.PersonId).ShouldBe([late, soon]);
            rows[0].ShouldSatisfyAllConditions(r => r.RetiresOn.ShouldBe(D("2027-01-01")), r => r.Stage.ShouldBe(RetirementStage.DecisionLate));
            rows[1].ShouldSatisfyAllConditions(r => r.RetiresOn.ShouldBe(D("2027-11-01")), r => r.Stage.ShouldBe(RetirementStage.Coming), r => r.Deadlines.NoticeBy.ShouldBe(D("2027-05-01"), "the days off of that spring are not published, so it stays where counting puts it"));
        }
        province.Clock.GoTo(2027, 4, 12);
        await using (var desk = await province.AsAsync(province.Hr))
        {
            var row = await RowAsync(desk, soon, "2027-04-12");
            row.Stage.ShouldBe(RetirementStage.NoticeDue);
            (await desk.Get<RetirementNoticing>().DecideAsync([row], default)).Outcome.ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("thông báo");
            (await desk.Get<RetirementNoticing>().NoteAsync([row], D("2027-04-12"), "12/TB-STC", default)).ShouldBeOfType<Outcome.Done>();
            (await desk.Get<RetirementNoticing>().NoteAsync([await RowAsync(desk, soon, "2027-04-12")], D("2027-04-12"), "13/TB-STC", default)).ShouldBeOfType<Outcome.Refused>();
        }
        Guid draft;
        province.Clock.GoTo(2027, 7, 15);
        await using (var desk = await province.AsAsync(province.Hr)) draft = (await desk.Get<RetirementNoticing>().DecideAsync([await RowAsync(desk, soon, "2027-07-15")], default)).DecisionId!.Value;
        (await province.StopsAsync(draft)).ShouldBeEmpty();
        await province.IssueAsync(draft, province.Director);
        province.Clock.GoTo(2027, 11, 1);
        await province.RunJobsAsync();
        (await province.PersonAsync(soon, "2027-11-01")).EndReason.ShouldBe("retired");
    }

    [Fact]
    public async Task A_resignation_is_answered_in_time_and_paid_half_a_month_a_year_without_insured_time()
    {
        await using var province = await OpenAsync();
        var binh = await province.OfficialAsync("Trần Văn Bình", step: 4, since: "2024-05-01", birth: "1988-05-01");
        Guid id;
        await using (var desk = await province.AsAsync(province.Hr))
        {
            var text = new RequestText(binh, D("2026-11-25"), "Đơn ngày 20/11/2026, số đến 310", D("2027-01-01"), "Việc gia đình", null);
            id = (await desk.Get<ResignationDesk>().ReceiveAsync(text, default)).ShouldBeOfType<Outcome.Done>().Id;
            (await desk.Get<ResignationDesk>().ReceiveAsync(text, default)).ShouldBeOfType<Outcome.Refused>().Message.ShouldContain("đã có một đơn");
            (await desk.Get<ResignationReading>().OfAsync(id, default)).Request.AnswerDue.ShouldBe(D("2026-12-25"));
            (await desk.Get<ResignationDesk>().DecideAsync(id, 1, default)).Outcome.ShouldBeOfType<Outcome.Refused>();
            (await desk.Get<ResignationDesk>().AnswerAsync(id, 1, new AnswerText(false, D("2026-11-27"), "CV 5", null, null, null, null), default)).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("AnswerReason");
            (await desk.Get<ResignationDesk>().AnswerAsync(id, 1, new AnswerText(true, D("2026-11-27"), "CV 5/STC", null, 128, 4, null), default)).ShouldBeOfType<Outcome.Done>();
            // 124 months: ten years and four odd months, 10,5 years by rule R2; half a month of 3,33 × 2.530.000 each.
            (await desk.Get<ResignationReading>().OfAsync(id, default)).Benefit!.Amount.ShouldBe(8_424_900L * 525 / 100);
        }
        Guid draft;
        await using (var desk = await province.AsAsync(province.Hr)) draft = (await desk.Get<ResignationDesk>().DecideAsync(id, 2, default)).DecisionId!.Value;
        (await province.StopsAsync(draft)).ShouldBeEmpty();
        await province.IssueAsync(draft, province.Director);
        province.Clock.GoTo(2027, 1, 1);
        await province.RunJobsAsync();
        (await province.PersonAsync(binh, "2027-01-01")).EndReason.ShouldBe("resigned");
    }

    private static async Task<RetirementRow> RowAsync(Desk desk, Guid person, string day)
    {
        var asOf = new AsOf(D(day));
        return (await desk.Get<RetirementListing>().OneAsync((await desk.Get<Personnel.Contracts.People>().FindAsync(person, asOf, default))!, asOf, default))!;
    }
}
