using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Pay.Data;
using CongVu.Pay.Domain;
using CongVu.Pay.Due;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using static CongVu.Pay.Tests.Province;

namespace CongVu.Pay.Tests.Stories;

public sealed class DueStories
{
    private static readonly AsOf Today = new(D("2026-11-27"));

    [Fact]
    public async Task The_list_says_who_when_to_what_and_how_much_more()
    {
        await using var province = await OpenAsync();
        var due = await province.OfficialAsync("Nguyễn Văn Đến", step: 3, since: "2024-01-01");
        await province.OfficialAsync("Trần Văn Chưa", step: 3, since: "2024-06-01");
        await province.OfficialAsync("Lê Văn Cuối", step: 9, since: "2020-01-01", coefficient: 498);

        var list = await ListAsync(province, RaiseKind.Regular, "2027-01-01", "2027-01-31");

        var row = list.Rows.Single();
        (row.PersonId, row.Due, row.NextStep, row.Next.Hundredths).ShouldBe((due, D("2027-01-01"), 4, 333));
        // 0,33 × 2.530.000 = 834.900, and 25% of it: 208.725.
        row.Increase.ShouldBe(834_900 + 208_725);
        row.Obstacle.ShouldBeNull();
    }

    [Fact]
    public async Task A_reprimand_noted_with_its_paper_puts_the_raise_off_by_six_months_until_it_is_withdrawn()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2023-09-01");
        Guid note;
        await using (var desk = await province.AsAsync(province.Hr))
            note = (await desk.Get<FactNoting>().NoteAsync(an, Budget, new FactText(RaiseFactKind.Discipline, "reprimand", D("2025-05-10"), null, null, "Quyết định 45/QĐ-STC", null), default)).ShouldBeOfType<Outcome.Done>().Id;

        (await ListAsync(province, RaiseKind.Regular, "2026-01-01", "2026-12-31")).Rows.ShouldBeEmpty();
        (await ListAsync(province, RaiseKind.Regular, "2027-03-01", "2027-03-01")).Rows.Single().ExtensionMonths.ShouldBe(6);
        await using (var desk = await province.AsAsync(province.Hr))
        {
            var (why, row, _) = (await desk.Get<RaiseReckoning>().ExplainAsync(await province.PersonAsync(an, "2026-11-27"), null, Today.ValidOn, default))!.Value;
            row!.Due.ShouldBe(D("2027-03-01"));
            why.ToText().ShouldContain("khiển trách ngày 10/05/2025");
        }

        await using (var desk = await province.AsAsync(province.Hr))
            (await desk.Get<FactNoting>().WithdrawAsync(an, Budget, note, "Ghi nhầm người", default)).ShouldBeOfType<Outcome.Done>();
        (await ListAsync(province, RaiseKind.Regular, "2026-09-01", "2026-09-01")).Rows.Single().PersonId.ShouldBe(an);
        (await province.SqlAsync<long>("select count(*) from platform.process_run where kind like 'pay.raise-fact.%'")).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_wrong_in_the_record_blocks_with_the_cure_and_retirement_is_said()
    {
        await using var province = await OpenAsync();
        await province.OfficialAsync("Nguyễn Văn Sai", step: 3, since: "2024-01-01", coefficient: 301);
        await province.OfficialAsync("Phạm Văn Hưu", step: 3, since: "2024-01-01", birth: "1965-05-05");

        var rows = (await ListAsync(province, RaiseKind.Regular, "2027-01-01", "2027-01-31")).Rows.ToDictionary(r => r.Person.FullName);

        rows["Nguyễn Văn Sai"].Obstacle!.Stops.ShouldBeTrue();
        rows["Nguyễn Văn Sai"].Obstacle!.What.ShouldBe("Hệ số trong hồ sơ (3,01) khác bảng lương (3,00).");
        rows["Phạm Văn Hưu"].Obstacle!.Stops.ShouldBeFalse();
        rows["Phạm Văn Hưu"].Obstacle!.What.ShouldContain("nghỉ hưu");
    }

    [Fact]
    public async Task A_raise_under_way_is_seen_in_the_list_and_leaves_it_once_signed()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2023-11-01");
        var draft = await province.DraftAsync(ActionCodes.StepRaise, [an]);

        (await ListAsync(province, RaiseKind.Regular, "2026-01-01", "2026-12-31")).Rows.Single().UnderWayId.ShouldBe(draft);

        await province.IssueAsync(draft, province.Director);
        (await ListAsync(province, RaiseKind.Regular, "2026-01-01", "2026-12-31")).Rows.ShouldBeEmpty();
        (await province.PersonAsync(an, "2026-11-27")).Step.ShouldBe(4);
    }

    [Fact]
    public async Task Another_agencys_officer_sees_nothing_and_may_note_nothing()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn An", step: 3, since: "2023-11-01");
        await using var desk = await province.AsAsync(province.Stranger);

        (await desk.Get<RaiseReckoning>().ListAsync(RaiseKind.Regular, null, D("2026-01-01"), D("2026-12-31"), Today, default)).Rows.ShouldBeEmpty();
        await Should.ThrowAsync<ForbiddenException>(() => desk.Get<FactNoting>().NoteAsync(an, Budget, new FactText(RaiseFactKind.NotCompleted, null, null, 2025, null, "Thông báo 1", null), default));
    }

    [Fact]
    public async Task The_forecast_counts_a_year_by_month_and_leaves_out_who_retires_before()
    {
        await using var province = await OpenAsync();
        await province.OfficialAsync("Nguyễn Văn Một", step: 3, since: "2024-01-01");
        await province.OfficialAsync("Nguyễn Văn Hai", step: 9, since: "2024-01-01", coefficient: 498);
        await province.OfficialAsync("Nguyễn Văn Ba", step: 3, since: "2023-03-01");
        await province.OfficialAsync("Phạm Văn Hưu", step: 3, since: "2024-02-01", birth: "1965-05-05");
        await using var desk = await province.AsAsync(province.Hr);

        var forecast = await desk.Get<RaiseForecast>().FromAsync(Today.ValidOn, Finance, Today, default);

        forecast.Months.Count.ShouldBe(12);
        var january = forecast.Months.Single(m => m.First == D("2027-01-01"));
        (january.Regular, january.OverScale).ShouldBe((1, 1));
        // 4,98 × 5% × 2.530.000 = 629.970, and phụ cấp công vụ of it: 157.492,5, rounded as part of the whole.
        january.OverScaleMonthly.ShouldBeInRange(787_462, 787_463);
        forecast.Overdue.ShouldBe(1);
        forecast.Retiring.ShouldBe(1);
    }

    private static async Task<RaiseList> ListAsync(Province province, RaiseKind kind, string from, string to)
    {
        await using var desk = await province.AsAsync(province.Hr);
        return await desk.Get<RaiseReckoning>().ListAsync(kind, Finance, D(from), D(to), Today, default);
    }
}
