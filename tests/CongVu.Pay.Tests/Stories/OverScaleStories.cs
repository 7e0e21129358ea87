using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Pay.Domain;
using CongVu.Platform.Processes;
using CongVu.Platform.Text;
using static CongVu.Pay.Tests.Province;

namespace CongVu.Pay.Tests.Stories;

public sealed class OverScaleStories
{
    [Fact]
    public async Task Five_percent_after_three_years_on_the_last_step_then_one_more_a_year_later()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn Cuối", step: 9, since: "2022-11-01", coefficient: 498);

        var first = await province.DraftAsync(PayActions.OverScale, [an]);
        var signed = await province.IssueAsync(first, province.Director);
        (await province.SqlAsync<long>($"select count(*) from decisions.decision_assessment where decision_id = '{first}' and stage = 'Signed' and explanation::text like '%over-scale.204-2004%'")).ShouldBe(1);

        signed.NumberText.ShouldBe("01/QĐ-STC");
        var after = await province.PersonAsync(an, "2026-11-27");
        (after.Step, after.Coefficient, after.OverScalePercent, after.StepSince).ShouldBe((9, 498, 5, D("2025-11-01")));
        (await province.PersonAsync(an, "2025-10-31")).OverScalePercent.ShouldBe(0);

        await province.IssueAsync(await province.DraftAsync(PayActions.OverScale, [an]), province.Director);
        (await province.PersonAsync(an, "2026-11-27")).OverScalePercent.ShouldBe(6);
        (await province.PersonAsync(an, "2026-10-31")).OverScalePercent.ShouldBe(5);
        var json = await province.SqlAsync<string>($"select explanation::text from decisions.decision_assessment where decision_id = '{first}' and stage = 'Signed' and item_id is not null");
        Explanation.FromJson(json).Value.AsDate.ShouldBe(D("2025-11-01"));
    }

    [Fact]
    public async Task Nobody_below_the_last_step_and_nobody_too_early()
    {
        await using var province = await OpenAsync();
        var below = await province.OfficialAsync("Nguyễn Văn Dưới", step: 8, since: "2020-01-01", coefficient: 465);
        var early = await province.OfficialAsync("Nguyễn Văn Sớm", step: 9, since: "2024-06-01", coefficient: 498);

        (await province.StopsAsync(await province.DraftAsync(PayActions.OverScale, [below], own: From("2026-11-01")))).ShouldContain(c => c.Code == "over-scale.last-step");
        var stop = (await province.StopsAsync(await province.DraftAsync(PayActions.OverScale, [early], own: From("2026-11-01")))).Single(c => c.Code == "over-scale.due");
        stop.Message.ShouldBe("Ngày hưởng 01/11/2026 sớm hơn ngày đủ điều kiện 01/06/2027 (36 tháng).");
    }

    [Fact]
    public async Task What_was_noted_puts_the_award_off()
    {
        await using var province = await OpenAsync();
        var an = await province.OfficialAsync("Nguyễn Văn Cuối", step: 9, since: "2023-06-01", coefficient: 498);
        await using (var desk = await province.AsAsync(province.Hr))
            (await desk.Get<FactNoting>().NoteAsync(an, Budget, new FactText(RaiseFactKind.NotCompleted, null, null, 2024, null, "Thông báo 3/TB-STC", null), default)).ShouldBeOfType<Outcome.Done>();

        var stop = (await province.StopsAsync(await province.DraftAsync(PayActions.OverScale, [an], own: From("2026-06-01")))).Single(c => c.Code == "over-scale.due");

        stop.Message!.ShouldContain("01/12/2026 (42 tháng)");
    }

    private static Dictionary<string, string> From(string day) => new() { [ActionInput.FromKey] = VnFormat.Date(D(day)) };
}
