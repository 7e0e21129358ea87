using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>Numbers of the goal sections: which are targets, how they compare, by when.</summary>
public sealed class TargetSentencesTests
{
    [Theory]
    [InlineData("Ít nhất 95% công chức đạt chuẩn.", 95, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Tối thiểu 80 % hồ sơ được số hóa.", 80, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Trên 80% công chức được bồi dưỡng.", 80, PlanComparison.MoreThan, PlanTargetUnit.Percent)]
    [InlineData("Không quá 5% hồ sơ trễ hạn.", 5, PlanComparison.AtMost, PlanTargetUnit.Percent)]
    [InlineData("Tỷ lệ trễ hạn tối đa 2,5%.", 2.5, PlanComparison.AtMost, PlanTargetUnit.Percent)]
    [InlineData("Tỷ lệ trễ hạn dưới 3%.", 3, PlanComparison.LessThan, PlanTargetUnit.Percent)]
    [InlineData("Không thấp hơn 90% đơn vị đạt yêu cầu.", 90, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Từ 85% trở lên người dân hài lòng.", 85, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Đạt 85% trở lên.", 85, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Phấn đấu có 70% cơ quan hoàn thành.", 70, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Phê duyệt 100% danh mục vị trí việc làm.", 100, PlanComparison.Equal, PlanTargetUnit.Percent)]
    [InlineData("Giảm 10% biên chế sự nghiệp.", 10, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Tăng tỷ lệ nữ lãnh đạo từ 15% lên 25%.", 25, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Tỷ lệ đạt ≥ 90%.", 90, PlanComparison.AtLeast, PlanTargetUnit.Percent)]
    [InlineData("Tổ chức tối thiểu 02 lớp tập huấn.", 2, PlanComparison.AtLeast, PlanTargetUnit.Count)]
    [InlineData("Đào tạo ít nhất 1.200 công chức cấp xã.", 1200, PlanComparison.AtLeast, PlanTargetUnit.Count)]
    [InlineData("Không quá 03 phó trưởng phòng mỗi đơn vị.", 3, PlanComparison.AtMost, PlanTargetUnit.Count)]
    public void One_number_gives_one_target(string sentence, decimal value, PlanComparison comparison, PlanTargetUnit unit)
    {
        var target = Read(sentence).ShouldHaveSingleItem();
        (target.Value, target.Comparison, target.Unit, target.Text).ShouldBe((value, comparison, unit, sentence));
    }

    [Theory]
    [InlineData("Đảm bảo ít nhất 90% cán bộ và ít nhất 70% viên chức làm việc trên mạng.", "90 AtLeast,70 AtLeast")]
    [InlineData("Tỷ lệ đạt từ 80% đến 85%.", "80 AtLeast,85 AtMost")]
    [InlineData("Tỷ lệ đạt 80 - 85%.", "80 AtLeast,85 AtMost")]
    [InlineData("100% xã có trang tin; trên 50% hồ sơ trực tuyến.", "100 Equal,50 MoreThan")]
    public void Several_numbers_give_several_targets(string sentence, string expected) =>
        string.Join(',', Read(sentence).Select(t => $"{t.Value} {t.Comparison}")).ShouldBe(expected);

    [Theory]
    [InlineData("Thực hiện Nghị định số 108/2014/NĐ-CP ngày 20/11/2014 và Nghị quyết số 18-NQ/TW ngày 25 tháng 10 năm 2017.")]
    [InlineData("Giai đoạn 2021 - 2025 tiếp tục đổi mới theo Quyết định số 163/QĐ-TTg.")]
    [InlineData("Công chức có ít nhất 05 năm công tác được cử đi học.")]
    [InlineData("Trả lời trong không quá 03 ngày làm việc.")]
    [InlineData("Thực hiện 5 nội dung lớn của Đề án.")]
    [InlineData("Xây dựng nền công vụ chuyên nghiệp, trách nhiệm.")]
    public void Numbers_of_laws_dates_and_terms_are_no_targets(string sentence) => Read(sentence).ShouldBeEmpty();

    [Theory]
    [InlineData("Đến năm 2025, 80% đạt chuẩn.", "2025-12-31")]
    [InlineData("Đến hết quý II/2026 có 80% đạt chuẩn.", "2026-06-30")]
    [InlineData("80% đạt chuẩn trước ngày 30/9/2026.", "2026-09-30")]
    [InlineData("80% đạt chuẩn so với năm 2020.", null)]
    public void The_deadline_is_that_of_the_sentence(string sentence, string? by) =>
        Read(sentence).ShouldHaveSingleItem().By.ShouldBe(PlanAssertions.Day(by));

    [Fact]
    public void Each_number_takes_the_date_named_before_it() =>
        Read("Đến năm 2025 đạt 80%, đến năm 2030 đạt 95%.").Select(t => (t.Value, t.By!.Value.Year)).ShouldBe([(80m, 2025), (95m, 2030)]);

    [Fact]
    public void A_heading_with_a_year_dates_the_goals_below_it_and_other_sections_have_none()
    {
        var plan = PlanFiles.ReadText("""
            I. MỤC TIÊU
            1. Mục tiêu đến năm 2025
            - 60% công chức đạt chuẩn.
            2. Mục tiêu đến năm 2030
            - 90% công chức đạt chuẩn.
            3. Yêu cầu
            - Bảo đảm 100% tiến độ.
            II. NHIỆM VỤ
            1. Bồi dưỡng 50% công chức.
            """);
        plan.Targets.Select(t => (t.Value, t.By!.Value.Year, t.Source.Line)).ShouldBe([(60m, 2025, 3), (90m, 2030, 5)]);
    }

    private static IReadOnlyList<PlanReadTarget> Read(string sentence) => PlanFiles.ReadText($"I. MỤC TIÊU\n\n- {sentence}\n\nII. NHIỆM VỤ\n\n1. Việc một.\n").Targets;
}
