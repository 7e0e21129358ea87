using CongVu.Reform.Data;
using CongVu.Reform.Indicators;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Tracking;

public sealed class IndicatorTests
{
    private static readonly DateOnly On = new(2026, 6, 15);

    [Theory]
    [InlineData(27, 140, "19,3%", "Chưa đạt")]
    [InlineData(28, 140, "20,0%", "Đạt")]
    public void One_appointment_decides_whether_a_fifth_is_reached(int competed, int all, string words, string state)
    {
        var value = new IndicatorValue(competed, all, []);
        value.Words.ShouldBe(words);
        TargetStates.StateOf(AFifth(new(2030, 12, 31)), value, On).Words.ShouldBe(state);
    }

    [Fact]
    public void After_its_day_a_target_not_reached_is_missed() =>
        TargetStates.StateOf(AFifth(new(2026, 6, 14)), new IndicatorValue(27, 140, []), On).ShouldBe(("bad", "Không đạt"));

    [Fact]
    public void Nobody_appointed_is_no_figure_rather_than_zero()
    {
        var value = new IndicatorValue(0, 0, []);
        value.Words.ShouldBe("–");
        TargetStates.StateOf(AFifth(null), value, On).Words.ShouldBe("Chưa có số liệu");
    }

    [Fact]
    public void A_share_just_under_is_not_rounded_up_to_the_target()
    {
        var value = new IndicatorValue(94_999, 100_000, []);
        value.Words.ShouldBe("95,0%");
        value.Meets(PlanComparison.AtLeast, 95).ShouldBe(false);
    }

    private static Target AFifth(DateOnly? by) => new() { Text = "Ít nhất 20% lãnh đạo cấp phòng bổ nhiệm mới qua thi tuyển", Value = 20, Comparison = PlanComparison.AtLeast, Unit = PlanTargetUnit.Percent, DueBy = by };
}
