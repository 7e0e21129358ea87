using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>A real plan in running text: numbered groups, tasks as bullets, a section of focus tasks for one year.</summary>
public sealed class HauGiangPlanTests
{
    private readonly PlanReadResult plan = PlanFiles.ReadReal("hau-giang-2013-2015.txt");

    [Fact]
    public void The_head_comes_from_the_line_that_names_the_enclosing_decision()
    {
        plan.Title.ShouldBe("KẾ HOẠCH ĐẨY MẠNH CẢI CÁCH CHẾ ĐỘ CÔNG VỤ, CÔNG CHỨC TỈNH HẬU GIANG GIAI ĐOẠN 2013 – 2015");
        plan.Number.ShouldBe("1625/QĐ-UBND");
        plan.Issued.ShouldBe(new DateOnly(2013, 10, 3));
        plan.Issuer.ShouldBe("Ủy ban nhân dân tỉnh Hậu Giang");
        plan.Period.ShouldBe(new PlanReadPeriod(new DateOnly(2013, 1, 1), new DateOnly(2015, 12, 31)));
    }

    [Fact]
    public void Section_three_has_seven_groups_and_twenty_five_tasks()
    {
        plan.Groups.Select(g => g.Code).ShouldBe(["III.1", "III.2", "III.3", "III.4", "III.5", "III.6", "III.7"]);
        plan.Tasks.Where(t => t.Group is not null).GroupBy(t => t.Group).Select(g => g.Count()).ShouldBe([5, 4, 3, 3, 2, 4, 4]);
        plan.Groups[0].Title.ShouldBe("Tiếp tục thực hiện các quy định về vị trí việc làm, về tuyển dụng và tiêu chuẩn công chức");
        plan.Task("III.3.2").Title.ShouldStartWith("Ứng dụng công nghệ thông tin, đổi mới phương thức thi tuyển");
        plan.Task("III.1.1").Source.Line.ShouldBe(36);
    }

    [Fact]
    public void The_focus_tasks_of_2013_stand_beside_them_without_a_group()
    {
        var focus = plan.Tasks.Where(t => t.Group is null).ToList();
        focus.Select(t => t.Code).ShouldBe(["IV.1", "IV.2", "IV.3", "IV.4", "IV.5"]);
        foreach (var task in focus)
        {
            task.Only().Schedule.ShouldBe(PlanScheduleKind.Period, "2013-01-01", "2013-12-31");
        }
        plan.Tasks.Count.ShouldBe(30);
    }

    [Fact]
    public void A_task_in_running_text_has_one_product_without_words_units_or_time()
    {
        var product = plan.Task("III.7.4").Only();
        product.Text.ShouldBeEmpty();
        product.Lead.ShouldBeEmpty();
        product.Support.ShouldBeEmpty();
        product.Schedule.ShouldBe(PlanScheduleKind.None);
        product.Schedule.Text.ShouldBeEmpty();
    }

    [Fact]
    public void The_one_percentage_is_a_target_for_2015()
    {
        var target = plan.Targets.ShouldHaveSingleItem();
        target.Value.ShouldBe(70);
        target.Unit.ShouldBe(PlanTargetUnit.Percent);
        target.By.ShouldBe(new DateOnly(2015, 12, 31));
        target.Text.ShouldStartWith("Phấn đấu đến năm 2015 có 70% các cơ quan hành chính nhà nước");
        target.Source.Line.ShouldBe(9);
    }

    [Fact]
    public void There_is_no_table_to_account_for()
    {
        plan.TableLines.ShouldBeEmpty();
        plan.NotUnderstood.ShouldBeEmpty();
    }
}
