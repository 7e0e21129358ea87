using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>A real scheme enclosed with a decision: long text, targets by year, a tab-separated table in an annex.</summary>
public sealed class HoChiMinhCityPlanTests
{
    private readonly PlanReadResult plan = PlanFiles.ReadReal("tp-ho-chi-minh-2022-2027.txt");

    [Fact]
    public void The_head_is_read_through_strike_marks()
    {
        plan.Title.ShouldBe("ĐỀ ÁN Đẩy mạnh cải cách chế độ công vụ, công chức của Thành phố Hồ Chí Minh giai đoạn 2022 - 2027");
        plan.Number.ShouldBe("2679/QĐ-UBND");
        plan.Issuer.ShouldBe("Ủy ban nhân dân Thành phố Hồ Chí Minh");
        plan.Issued.ShouldBe(new DateOnly(2022, 8, 8));
        plan.Period.ShouldBe(new PlanReadPeriod(new DateOnly(2022, 1, 1), new DateOnly(2027, 12, 31)));
    }

    [Fact]
    public void The_annex_gives_ten_groups_and_thirty_three_tasks()
    {
        plan.Groups.Count.ShouldBe(10);
        plan.Groups[0].Title.ShouldStartWith("Đề cao trách nhiệm trong hoạt động thực thi công vụ");
        plan.Tasks.GroupBy(t => t.Group).Select(g => g.Count()).ShouldBe([5, 3, 2, 5, 3, 3, 2, 3, 2, 5]);
        plan.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void Years_are_widened_to_their_first_and_last_day()
    {
        plan.Task("1.1").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2022-01-01", "2023-12-31");
        plan.Task("10.4").Products.Count.ShouldBe(2);
        plan.Task("10.4").Products.ShouldAllBe(p => p.Schedule.To == new DateOnly(2023, 12, 31));
    }

    [Fact]
    public void A_decree_to_wait_for_makes_a_condition_and_its_number_is_no_date()
    {
        var schedule = plan.Task("8.3").Only().Schedule;
        schedule.ShouldBe(PlanScheduleKind.Conditional);
        schedule.Text.ShouldBe("Sau khi Nghị định số 34/2019/NĐ-CP của Chính phủ được sửa đổi, bổ sung");
        plan.Task("4.1").Products.ShouldAllBe(p => p.Schedule.Kind == PlanScheduleKind.OnDemand);
    }

    [Fact]
    public void A_first_product_without_units_stays_without_them()
    {
        var products = plan.Task("5.2").Products;
        products.Select(p => p.Lead.Count).ShouldBe([0, 1, 1]);
        products[1].Lead.Names().ShouldBe(["Sở Nội vụ"]);
        products[1].Support.Names().ShouldBe(["Sở, ban, ngành"]);
        products[2].Lead.Names().ShouldBe(["UBND cấp huyện"]);
        products.ShouldAllBe(p => p.Schedule.Text == "Năm 2022 - 2023");
    }

    [Fact]
    public void Lists_of_units_are_split()
    {
        var product = plan.Task("1.2").Only();
        product.Lead.Names().ShouldBe(["Sở Nội vụ"]);
        product.Support.Names().ShouldBe(["Sở, ban, ngành", "UBND cấp huyện", "UBND cấp xã"]);
        product.Support.Select(u => u.GroupKeys.Single()).ShouldBe([PlanUnitGroups.AllDepartments, PlanUnitGroups.AllDistricts, PlanUnitGroups.AllCommunes]);
        plan.Task("4.4").Only().Lead.Names().ShouldBe(["Sở Thông tin và Truyền thông"]);
    }

    [Fact]
    public void Targets_take_their_deadline_from_the_heading_above_them()
    {
        plan.Targets.Select(t => (t.Value, t.By)).ShouldBe(
        [
            (100m, new DateOnly(2025, 12, 31)), (95m, new DateOnly(2025, 12, 31)),
            (95m, new DateOnly(2027, 12, 31)), (20m, new DateOnly(2027, 12, 31)), (90m, new DateOnly(2027, 12, 31)), (70m, new DateOnly(2027, 12, 31)),
        ]);
        plan.Targets.Select(t => t.Comparison).ShouldBe(
            [PlanComparison.Equal, PlanComparison.AtLeast, PlanComparison.AtLeast, PlanComparison.AtLeast, PlanComparison.AtLeast, PlanComparison.AtLeast]);
        plan.Targets[4].Text.ShouldBe(plan.Targets[5].Text);
        plan.Targets[4].Id.ShouldNotBe(plan.Targets[5].Id);
    }

    [Fact]
    public void Every_line_of_the_table_is_accounted_for()
    {
        var lines = PlanFiles.RealText("tp-ho-chi-minh-2022-2027.txt").Split('\n');
        var table = lines.Select((text, i) => (Text: text, Line: i + 1)).Where(l => l.Text.Count(c => c == '\t') >= 5).Select(l => l.Line);
        plan.TableLines.Select(l => l.Source.Line).ShouldBe(table);
    }
}
