using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.UseCases;
using Microsoft.EntityFrameworkCore;
using static CongVu.Reform.Tests.Tracking.ReformOffice;

namespace CongVu.Reform.Tests.Tracking;

public sealed class ObligationStories(ReformOffice office) : IClassFixture<ReformOffice>
{
    [Fact]
    public async Task Each_named_unit_owes_each_year_and_generating_again_changes_nothing()
    {
        var plan = await office.PlanAsync("| 1 | Kiểm tra phân cấp | Kết luận | Sở NV; STP | | Thường xuyên (tối thiểu 02 đợt kiểm tra/năm) |");
        await using var desk = await office.OfficerAsync();
        var owed = await desk.OwedAsync(plan);
        owed.Count.ShouldBe(10);
        owed.Select(o => o.UnitId).Distinct().ShouldBe([HomeAffairs, Justice], ignoreOrder: true);
        owed.ShouldAllBe(o => o.MinCount == 2);
        (await desk.Get<ObligationBook>().RefreshAsync(plan, default)).ShouldBe(0);
        (await desk.OwedAsync(plan)).Select(o => o.Id).ShouldBe(owed.Select(o => o.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task A_merged_department_is_stood_for_by_its_heir_and_the_trace_is_kept()
    {
        var plan = await office.PlanAsync("| 1 | Thẩm định | Báo cáo | Sở Kế hoạch & Đầu tư | | Năm 2026 |");
        await using var desk = await office.OfficerAsync();
        var owed = (await desk.OwedAsync(plan)).ShouldHaveSingleItem();
        (owed.UnitId, owed.NamedUnitId).ShouldBe((Finance, Planning));
    }

    [Fact]
    public async Task Districts_owed_until_they_ended_and_communes_owe_since()
    {
        var plan = await office.PlanAsync("| 1 | Rà soát | Báo cáo | UBND cấp huyện | | Thường xuyên |", period: "giai đoạn 2024 - 2026");
        await using var desk = await office.OfficerAsync();
        var owed = (await desk.OwedAsync(plan)).ToLookup(o => o.PeriodKey, o => o.UnitId);
        owed["2024"].ShouldBe([FirstDistrict, SecondDistrict], ignoreOrder: true);
        owed["2025"].ShouldBe([FirstCommune, SecondCommune, ThirdCommune], ignoreOrder: true);
        owed["2026"].ShouldBe([FirstCommune, SecondCommune, ThirdCommune], ignoreOrder: true);
    }

    [Fact]
    public async Task All_departments_owe_but_not_those_that_have_ended()
    {
        var plan = await office.PlanAsync("| 1 | Đề án | Đề án | Các sở, ban, ngành | | Chậm nhất ngày 30 tháng 9 năm 2026 |");
        await using var desk = await office.OfficerAsync();
        var owed = await desk.OwedAsync(plan);
        owed.Select(o => o.UnitId).ShouldBe([HomeAffairs, Justice, Finance, Inspectorate], ignoreOrder: true);
        owed.ShouldAllBe(o => o.DueOn == new DateOnly(2026, 9, 30));
    }

    [Fact]
    public async Task Nobody_owes_for_a_name_nobody_knows_until_a_person_says_who_is_meant()
    {
        var plan = await office.PlanAsync("| 1 | Việc chung | Báo cáo | Tổ công tác liên ngành | | Năm 2026 |");
        await using var desk = await office.OfficerAsync();
        (await desk.OwedAsync(plan)).ShouldBeEmpty();
        var lead = await desk.Db.Set<ProductUnit>().AsNoTracking().SingleAsync(u => u.PlanId == plan && u.Role == UnitRole.Lead);
        lead.UnitId.ShouldBeNull();
        await desk.Get<PlanLaunching>().MapAsync(plan, lead.Text, Justice, null, default);
        (await desk.OwedAsync(plan)).ShouldHaveSingleItem().UnitId.ShouldBe(Justice);
    }

    [Fact]
    public async Task A_condition_wakes_its_product_for_the_months_chosen()
    {
        var plan = await office.PlanAsync("| 1 | Sửa quy chế | Quy chế | Sở Nội vụ | | Sau khi Chính phủ ban hành Nghị định về đánh giá |");
        await using var desk = await office.OfficerAsync();
        (await desk.OwedAsync(plan)).ShouldBeEmpty();
        var product = await desk.Db.Set<Product>().AsNoTracking().SingleAsync(p => p.PlanId == plan);
        await desk.Get<PlanLaunching>().OccasionAsync(product.Id, new(2026, 6, 1), new(2026, 9, 1), "Nghị định 1/2026/NĐ-CP", default);
        var owed = (await desk.OwedAsync(plan)).ShouldHaveSingleItem();
        (owed.UnitId, owed.DueFrom, owed.DueOn).ShouldBe((HomeAffairs, new DateOnly(2026, 6, 1), new DateOnly(2026, 9, 1)));
    }

    [Fact]
    public async Task A_plan_of_the_past_kept_to_compare_with_owes_nothing_and_shows_no_red()
    {
        const string Rows = "| 1 | Kiểm tra | Kết luận | Sở Nội vụ | | Thường xuyên |";
        var kept = await office.PlanAsync(Rows, underWay: false, period: "giai đoạn 2013 - 2015");
        var again = await office.PlanAsync(Rows, underWay: true, period: "giai đoạn 2013 - 2015");
        await using var desk = await office.OfficerAsync();
        (await desk.OwedAsync(kept)).ShouldBeEmpty();
        (await desk.Get<Data.Tracking>().PlanAsync(kept, new(2026, 6, 15), default))!.Tasks.ShouldHaveSingleItem().Colour.ShouldBe(TaskColour.NotDue);
        (await desk.OwedAsync(again)).Count.ShouldBe(3);
        (await desk.Get<Data.Tracking>().PlanAsync(again, new(2026, 6, 15), default))!.Tasks.ShouldHaveSingleItem().Colour.ShouldBe(TaskColour.Overdue);
    }

    [Fact]
    public async Task A_plan_without_its_years_is_not_put_under_way()
    {
        await using var desk = await office.OfficerAsync();
        var id = await desk.DraftAsync("| 1 | Kiểm tra | Kết luận | Sở Nội vụ | | Thường xuyên |");
        await desk.Get<PlanCorrecting>().HeadAsync(id, new PlanHeadText("Kế hoạch", null, null, null, null, null), 1, default);
        (await desk.Get<PlanLaunching>().CommitAsync(id, true, 2, default)).ShouldBeOfType<LaunchOutcome.Incomplete>().Problems.ShouldHaveSingleItem().ShouldContain("thời gian thực hiện");
    }
}
