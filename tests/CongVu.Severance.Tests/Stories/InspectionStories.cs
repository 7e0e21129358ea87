using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Severance.Data;
using CongVu.Severance.Inspections;
using static CongVu.Severance.Tests.Province;

namespace CongVu.Severance.Tests.Stories;

[Trait("Category", "Slow")]
public sealed class InspectionStories
{
    private static readonly PlanText Plan = new(Finance, D("2026-11-10"), D("2026-11-14"), "Kế hoạch 20/KH-SNV", "Hồ sơ đợt 1, chi trả", "Ông Ngô Văn Thẩm");
    private static readonly ResultText Result = new(D("2026-11-14"), "12 hồ sơ, chứng từ chi trả", "Hai hồ sơ thiếu xác nhận bảo hiểm", "Thông báo 33/TB-SNV", "Bổ sung xác nhận", D("2026-12-15"), null);

    [Fact]
    public async Task A_unit_with_a_scheme_lacks_its_round_until_one_was_held_and_its_findings_are_followed_up()
    {
        await using var province = await OpenAsync();
        await new Journey(province).SchemeAsync();
        (await YearAsync(province, 2026)).ShouldBeEmpty("the scheme begins in 2027");
        (await YearAsync(province, 2027)).Single().ShouldSatisfyAllConditions(u => u.UnitId.ShouldBe(Finance), u => u.Enough.ShouldBeFalse());

        var id = (await DoAsync(province, province.Verifier, d => d.PlanAsync(Plan, default))).ShouldBeOfType<Outcome.Done>().Id;
        (await YearAsync(province, 2026)).Single().ShouldSatisfyAllConditions(u => u.Planned.ShouldBe(1), u => u.Enough.ShouldBeFalse("what is only planned does not count"));
        (await DoAsync(province, province.Verifier, d => d.HoldAsync(id, 1, Result with { Findings = " " }, default))).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("Findings");
        (await DoAsync(province, province.Verifier, d => d.HoldAsync(id, 1, Result with { FollowUpBy = null }, default))).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("FollowUpBy");
        (await DoAsync(province, province.Verifier, d => d.HoldAsync(id, 1, Result, default))).ShouldBeOfType<Outcome.Done>();
        (await DoAsync(province, province.Verifier, d => d.HoldAsync(id, 2, Result, default))).ShouldBeOfType<Outcome.Refused>("a form sent twice");
        (await YearAsync(province, 2026)).Single().ShouldSatisfyAllConditions(u => u.Enough.ShouldBeTrue(), u => u.Rounds.Single().IsOpen.ShouldBeTrue());

        province.Clock.GoTo(2026, 12, 20);
        (await DoAsync(province, province.Verifier, d => d.FollowUpAsync(id, 2, D("2026-12-18"), "Đã bổ sung, báo cáo 90/BC-STC", default))).ShouldBeOfType<Outcome.Done>().Said.ShouldContain("chậm");
        (await YearAsync(province, 2026)).Single().Rounds.Single().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_home_affairs_plans_rounds_do_not_overlap_and_one_is_given_up_with_its_reason()
    {
        await using var province = await OpenAsync();
        await Should.ThrowAsync<ForbiddenException>(() => DoAsync(province, province.Hr, d => d.PlanAsync(Plan, default)));
        var id = (await DoAsync(province, province.Verifier, d => d.PlanAsync(Plan, default))).ShouldBeOfType<Outcome.Done>().Id;
        (await DoAsync(province, province.Verifier, d => d.PlanAsync(Plan with { From = D("2026-11-14"), To = D("2026-11-20") }, default))).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("From");
        (await DoAsync(province, province.Verifier, d => d.PlanAsync(Plan with { To = D("2027-01-05") }, default))).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("To");
        (await DoAsync(province, province.Verifier, d => d.CancelAsync(id, 1, "", default))).ShouldBeOfType<Outcome.Refused>().Field.ShouldBe("LyDo");
        (await DoAsync(province, province.Verifier, d => d.CancelAsync(id, 1, "Trùng cuộc thanh tra tỉnh", default))).ShouldBeOfType<Outcome.Done>();
        (await DoAsync(province, province.Verifier, d => d.HoldAsync(id, 2, Result, default))).ShouldBeOfType<Outcome.Refused>();
        (await YearAsync(province, 2026)).Single().ShouldSatisfyAllConditions(u => u.Held.ShouldBe(0), u => u.Rounds.Single().State.ShouldBe(InspectionState.Cancelled));
    }

    private static async Task<IReadOnlyList<InspectedUnit>> YearAsync(Province province, int year)
    {
        await using var desk = await province.AsAsync(province.Hr);
        return await desk.Get<InspectionReading>().OfYearAsync(year, default);
    }

    private static async Task<Outcome> DoAsync(Province province, Who who, Func<InspectionDesk, Task<Outcome>> act)
    {
        await using var desk = await province.AsAsync(who);
        return await act(desk.Get<InspectionDesk>());
    }
}
