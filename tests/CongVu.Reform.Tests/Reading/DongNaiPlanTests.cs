using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>A real plan with one cell a line, merged cells repeated, line breaks inside cells, two years in one table and a second table without a heading.</summary>
public sealed class DongNaiPlanTests
{
    private readonly PlanReadResult plan = PlanFiles.ReadReal("dong-nai-2013-2015.txt");

    [Fact]
    public void The_head_is_read_and_numbers_of_other_documents_are_not_taken_for_its_own()
    {
        plan.Title.ShouldBe("KẾ HOẠCH THỰC HIỆN ĐỀ ÁN “ĐẨY MẠNH CẢI CÁCH CHẾ ĐỘ CÔNG VỤ, CÔNG CHỨC” TỈNH ĐỒNG NAI GIAI ĐOẠN 2013 – 2015");
        plan.Number.ShouldBeNull();
        plan.Issued.ShouldBeNull();
        plan.Issuer.ShouldBe("Ủy ban nhân dân tỉnh Đồng Nai");
        plan.Period.ShouldBe(new PlanReadPeriod(new DateOnly(2013, 1, 1), new DateOnly(2015, 12, 31)));
    }

    [Theory]
    [InlineData("2013", 4, 7)]
    [InlineData("2014", 4, 9)]
    [InlineData("B", 5, 7)]
    public void Each_section_has_its_groups_and_tasks_under_its_own_label(string section, int groups, int tasks)
    {
        plan.Groups.Count(g => g.Code.StartsWith(section + ".", StringComparison.Ordinal)).ShouldBe(groups);
        plan.Tasks.Count(t => t.Code.StartsWith(section + ".", StringComparison.Ordinal)).ShouldBe(tasks);
    }

    [Fact]
    public void Nothing_else_is_read_and_nothing_is_left_over()
    {
        plan.Groups.Count.ShouldBe(13);
        plan.Tasks.Count.ShouldBe(23);
        plan.Tasks.Select(t => t.Code).Distinct().Count().ShouldBe(23);
        plan.NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void Months_and_names_broken_over_lines_are_read_whole()
    {
        var product = plan.Task("2013.1.1").Only();
        product.Lead.Names().ShouldBe(["Sở Nội vụ"]);
        product.Support.Names().ShouldBe(["Sở, ban, ngành", "UBND cấp huyện"]);
        product.Schedule.ShouldBe(PlanScheduleKind.Period, "2013-08-01", "2013-09-30");
        plan.Task("2013.1.3").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2013-10-01", "2014-03-31");
        plan.Task("2013.2.1").Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2013-11-01", "2013-11-30");
        plan.Task("2014.1.4").Products[0].Schedule.ShouldBe(PlanScheduleKind.Period, "2014-10-01", "2015-10-31");
    }

    [Fact]
    public void Rows_whose_borders_do_not_fall_on_those_of_the_heading_find_their_columns()
    {
        var task = plan.Task("2014.1.1");
        task.Title.ShouldBe("Ban hành quy định chế độ báo cáo thống kê về công tác quản lý cán bộ, công chức");
        task.Only().Lead.Names().ShouldBe(["Sở Nội vụ"]);
        task.Only().Support.Names().ShouldBe(["Ban Tổ chức Tỉnh ủy"]);
        task.Only().Text.ShouldStartWith("Văn bản chỉ đạo của UBND tỉnh");
    }

    [Fact]
    public void A_row_with_an_empty_line_inside_a_cell_is_one_row()
    {
        var task = plan.Task("2014.2.1");
        task.Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2014-09-01", "2014-09-30");
        task.Only().Text.ShouldStartWith("Văn bản thống nhất thực hiện chế độ chính sách");
        task.Only().Support.Names().ShouldBe(["Ban Tổ chức Tỉnh ủy", "UBMTTQ tỉnh", "HĐND tỉnh", "Ban Dân tộc"]);
    }

    [Fact]
    public void Names_with_commas_and_conjunctions_stay_whole()
    {
        plan.Task("2013.1.2").Products[0].Support.Names().ShouldBe(
        [
            "Sở Thông tin và Truyền thông", "Báo Đồng Nai", "Đài Phát thanh và Truyền hình Đồng Nai", "các Sở, ban, ngành có liên quan", "UBND cấp huyện",
        ]);
        plan.Task("2013.4.1").Only().Support.Names().ShouldContain("Văn phòng Đoàn ĐBQH và HĐND tỉnh");
        plan.Task("2014.4.3").Only().Support.Names().ShouldBe(["Thanh tra tỉnh", "Thanh tra cấp huyện", "Thanh tra Sở, ngành"]);
        plan.Task("2014.1.2").Only().Support.Names().ShouldContain("Sở Văn hóa Thể thao và Du lịch");
    }

    [Fact]
    public void Part_B_without_times_waits_for_guidance_as_its_heading_says()
    {
        foreach (var task in plan.Tasks.Where(t => t.Code.StartsWith("B.", StringComparison.Ordinal)))
        {
            task.Only().Text.ShouldBeEmpty();
            task.Only().Lead.Names().ShouldBe(["Sở Nội vụ"]);
            task.Only().Schedule.ShouldBe(PlanScheduleKind.Conditional);
            task.Only().Schedule.Text.ShouldBe("KHI CÓ VĂN BẢN HƯỚNG DẪN CỦA CHÍNH PHỦ, BỘ NỘI VỤ");
        }
    }

    [Fact]
    public void A_group_with_units_of_its_own_is_itself_a_task()
    {
        plan.Groups.ShouldContain(g => g.Code == "B.5");
        var task = plan.Task("B.5");
        task.Group.ShouldBe("B.5");
        task.Title.ShouldStartWith("Thực hiện chính sách tinh giản biên chế");
        task.Only().Support.Names().ShouldBe(
            ["Ban Tổ chức Tỉnh ủy", "Thường trực HĐND tỉnh", "Sở Tài chính", "Sở, ban, ngành có liên quan", "UBND cấp huyện"]);
    }

    [Fact]
    public void A_stated_percentage_in_a_product_is_a_target_due_with_it()
    {
        var target = plan.Targets.ShouldHaveSingleItem();
        (target.Value, target.Comparison, target.By).ShouldBe((50m, PlanComparison.AtLeast, new DateOnly(2014, 3, 31)));
    }

    [Fact]
    public void Every_line_of_both_tables_is_accounted_for()
    {
        var lines = PlanFiles.RealText("dong-nai-2013-2015.txt").Split('\n');
        var table = lines.Select((text, i) => (Text: text.Replace('\u00A0', ' '), Line: i + 1))
            .Where(l => (l.Line is > 27 and < 431 || l.Line is > 433 and < 489) && !string.IsNullOrWhiteSpace(l.Text)).Select(l => l.Line);
        plan.TableLines.Select(l => l.Source.Line).ShouldBe(table);
    }
}
