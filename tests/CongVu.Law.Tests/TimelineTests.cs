using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class TimelineTests
{
    private static readonly ParameterName Rate = new("pay.rate", "Tỷ lệ thử");

    [Fact]
    public void The_value_of_a_day_is_the_one_that_holds_on_it()
    {
        var rates = Of(("2020-01-01", "2021-01-01", 1), ("2021-01-01", null, 2));

        rates.At(Day("2020-01-01")).Value.ShouldBe(1);
        rates.At(Day("2020-12-31")).Value.ShouldBe(1);
        rates.At(Day("2021-01-01")).Value.ShouldBe(2);
        rates.At(Day("2021-01-01")).From.ShouldBe(Day("2021-01-01"));
    }

    [Fact]
    public void A_day_before_the_data_is_an_error_that_names_key_and_day()
    {
        var refused = Should.Throw<OutsideCoverageException>(() => Of(("2020-01-01", null, 1)).At(Day("2019-12-31")));

        refused.Message.ShouldContain("Tỷ lệ thử");
        refused.Message.ShouldContain("pay.rate");
        refused.Message.ShouldContain("31/12/2019");
        refused.Message.ShouldContain("bắt đầu từ ngày 01/01/2020");
        refused.Day.ShouldBe(Day("2019-12-31"));
    }

    [Fact]
    public void A_declared_gap_is_an_error_that_gives_its_reason()
    {
        var rates = Of([new CoverageGap(Day("2021-01-01"), Day("2022-01-01"), "chưa có văn bản hướng dẫn")], ("2020-01-01", "2021-01-01", 1), ("2022-01-01", null, 2));

        rates.Covers(Day("2020-12-31")).ShouldBeTrue();
        rates.Covers(Day("2021-06-30")).ShouldBeFalse();
        Should.Throw<OutsideCoverageException>(() => rates.At(Day("2021-06-30"))).Message.ShouldContain("chưa có văn bản hướng dẫn");
        rates.At(Day("2022-01-01")).Value.ShouldBe(2);
    }

    [Fact]
    public void Values_out_of_order_are_refused() =>
        Should.Throw<ArgumentException>(() => Of(("2021-01-01", null, 1), ("2021-01-01", null, 2)));

    private static Timeline<int> Of(params (string From, string? Until, int Value)[] values) => Of([], values);

    private static Timeline<int> Of(CoverageGap[] gaps, params (string From, string? Until, int Value)[] values) =>
        new(Rate, values.Select(v => new Dated<int>(Rate, Day(v.From), v.Until is null ? null : Day(v.Until), v.Value,
            new Citation("1/2020/NĐ-CP", "Điều 1", "Điều 1, Nghị định 1/2020/NĐ-CP"), new Verification(VerificationStatus.TextRead))), gaps);
}
