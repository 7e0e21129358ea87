using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>A real plan in Markdown: a pipe table cut by page breaks, rows that go on over the page, products below one another.</summary>
public sealed class HungYenPlanTests
{
    private const string AllUnits = "Các sở, ban, ngành thuộc UBND tỉnh";

    private readonly PlanReadResult plan = PlanFiles.ReadReal("hung-yen-2020-2025.txt");

    [Fact]
    public void The_head_is_read()
    {
        plan.Format.ShouldBe(PlanFileFormat.Text);
        plan.Title.ShouldBe("KẾ HOẠCH Đẩy mạnh cải cách chế độ công vụ, công chức tỉnh Hưng Yên, giai đoạn 2020 - 2025");
        plan.Number.ShouldBe("104/KH-UBND");
        plan.Issuer.ShouldBe("Ủy ban nhân dân tỉnh Hưng Yên");
        plan.Issued.ShouldBe(new DateOnly(2020, 8, 12));
        plan.Period.ShouldBe(new PlanReadPeriod(new DateOnly(2020, 1, 1), new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void Ten_groups_hold_thirty_two_tasks_and_the_running_text_adds_none_again()
    {
        plan.Groups.Select(g => g.Code).ShouldBe(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
        plan.Tasks.Count.ShouldBe(32);
        plan.Tasks.GroupBy(t => t.Group).Select(g => g.Count()).ShouldBe([3, 2, 5, 2, 5, 3, 2, 3, 2, 5]);
        plan.Tasks.ShouldAllBe(t => t.Code.StartsWith(t.Group + ".", StringComparison.Ordinal) && t.Section == null);
        plan.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void Two_products_stand_in_one_cell_parted_by_a_semicolon()
    {
        var task = plan.Task("1.1");
        task.Title.ShouldStartWith("Thực hiện tốt công tác phân cấp quản lý");
        task.Source.Line.ShouldBe(215);
        task.Products.Select(p => p.Text).ShouldBe(["Quyết định sửa đổi, bổ sung", "văn bản hướng dẫn thực hiện phân cấp"]);
        foreach (var product in task.Products)
        {
            product.Lead.Names().ShouldBe(["Sở Nội vụ"]);
            product.Support.Names().ShouldBe([AllUnits, "UBND cấp huyện"]);
            product.Schedule.ShouldBe(PlanScheduleKind.Conditional);
            product.Schedule.Text.ShouldBe("Sau khi Chính phủ ban hành Nghị định về tuyển dụng, sử dụng, quản lý công chức, viên chức");
        }
    }

    [Fact]
    public void Groups_of_units_are_told_from_single_ones()
    {
        var product = plan.Task("3.2").Only();
        product.Lead.Names().ShouldBe([AllUnits, "UBND cấp huyện, cấp xã"]);
        product.Lead[0].GroupKeys.ShouldBe([PlanUnitGroups.AllDepartments]);
        product.Lead[1].GroupKeys.ShouldBe([PlanUnitGroups.AllDistricts, PlanUnitGroups.AllCommunes]);
        product.Support.ShouldHaveSingleItem().Kind.ShouldBe(PlanUnitKind.Single);
        product.Schedule.ShouldBe(PlanScheduleKind.OnDemand);
    }

    [Fact]
    public void A_minimum_per_year_is_kept()
    {
        plan.Task("1.2").Only().Schedule.ShouldBe(PlanScheduleKind.Ongoing, minPerYear: 1);
        plan.Task("1.3").Only().Schedule.ShouldBe(PlanScheduleKind.Ongoing);
        plan.Task("9.2").Products.ShouldAllBe(p => p.Schedule.MinPerYear == 1);
    }

    [Fact]
    public void Products_below_one_another_have_their_own_units_and_share_the_time_of_the_task()
    {
        var products = plan.Task("4.2").Products;
        products.Count.ShouldBe(3);
        products.Select(p => p.Lead.Names().Single()).ShouldBe([AllUnits, "Sở Nội vụ", "UBND cấp huyện"]);
        products.Select(p => p.Support.Names().Single()).ShouldBe(["Sở Nội vụ", AllUnits, "Các đơn vị có liên quan"]);
        products[2].Support[0].GroupKeys.ShouldBe([PlanUnitGroups.RelatedUnits]);
        foreach (var product in products)
        {
            product.Schedule.ShouldBe(PlanScheduleKind.Period, "2021-01-01", "2021-12-31");
        }
        products.Select(p => p.Source.Line).ShouldBe([235, 236, 237]);
    }

    [Fact]
    public void A_row_cut_by_the_page_is_put_together_again()
    {
        var task = plan.Task("5.1");
        task.Title.ShouldContain("đề cao trách nhiệm trong hoạt động thực thi công vụ của cán bộ, công chức và gắn");
        task.Title.ShouldEndWith("cấp phó của người đứng đầu");
        task.Only().Support.Names().ShouldBe([AllUnits, "UBND cấp huyện, cấp xã"]);
        task.Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2020-01-01", "2020-12-31");

        plan.Task("8.3").Title.ShouldContain("ở cấp xã theo nguyên tắc: người kiêm nhiều chức danh");
    }

    [Fact]
    public void A_product_cut_by_the_page_is_one_product_and_the_next_two_are_its_neighbours()
    {
        var products = plan.Task("5.4").Products;
        products.Count.ShouldBe(3);
        products[0].Text.ShouldContain("từ chức, miễn nhiệm, điều động và luân chuyển");
        products[0].Schedule.ShouldBe(PlanScheduleKind.Period, "2021-01-01", "2021-12-31");
        products[1].Schedule.ShouldBe(PlanScheduleKind.Ongoing);
        products[2].Text.ShouldBe("Đơn xin miễn nhiệm, từ chức");
        products[2].Support.Names().ShouldBe(["Sở Nội vụ"]);
        products[2].Schedule.ShouldBe(PlanScheduleKind.OnDemand);
        products[2].Schedule.Text.ShouldStartWith("Khi có công chức lãnh đạo quản lý không đủ năng lực");
    }

    [Fact]
    public void Semicolons_inside_brackets_part_nothing() =>
        plan.Task("6.3").Products.Select(p => p.Text).ShouldBe(
            ["Văn bản triển khai", "Báo cáo kết quả thực hiện được công khai (qua Trang thông tin điện tử, Bảng tin tại trụ sở cơ quan...)"]);

    [Fact]
    public void The_two_percentages_of_the_aims_are_targets_and_numbers_of_decrees_are_not()
    {
        plan.Targets.Select(t => (t.Value, t.Comparison, t.Unit)).ShouldBe(
            [(100m, PlanComparison.Equal, PlanTargetUnit.Percent), (100m, PlanComparison.Equal, PlanTargetUnit.Percent)]);
        plan.Targets.Select(t => t.Source.Line).ShouldBe([17, 27]);
    }

    [Fact]
    public void Every_line_of_the_table_is_accounted_for()
    {
        var lines = PlanFiles.RealText("hung-yen-2020-2025.txt").Split('\n');
        var table = lines.Select((text, i) => (Text: text, Line: i + 1)).Where(l => l.Text.StartsWith('|')).Select(l => l.Line);
        plan.TableLines.Select(l => l.Source.Line).ShouldBe(table);
        plan.TableLines.ShouldAllBe(l => l.Use != PlanLineUseKind.NotUnderstood);
        plan.TableLines.Count(l => l.Use == PlanLineUseKind.Task).ShouldBe(32);
        plan.TableLines.Count(l => l.Use == PlanLineUseKind.Group).ShouldBe(10);
        plan.TableLines.Count(l => l.Use == PlanLineUseKind.Continuation).ShouldBe(3);
        plan.TableLines.Count(l => l.Use == PlanLineUseKind.Product).ShouldBe(4);
    }
}
