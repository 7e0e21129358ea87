using CongVu.Platform.Text;

namespace CongVu.Platform.Tests.Text;

public class VietnameseReadingTests
{
    [Theory]
    [InlineData("31/12/2024")]
    [InlineData(" 31-12-2024 ")]
    [InlineData("31.12.2024.")]
    [InlineData("2024-12-31")]
    [InlineData("31122024")]
    [InlineData("ngày 31 tháng 12 năm 2024")]
    [InlineData("Ngày 31 tháng 12 năm 2024,")]
    [InlineData("31 tháng 12, 2024")]
    [InlineData("31 / 12 / 2024")]
    public void A_date_is_read_in_any_usual_style(string typed)
    {
        VnDate.TryParse(typed, out var date).ShouldBeTrue();
        date.ShouldBe(new DateOnly(2024, 12, 31));
    }

    [Fact]
    public void Words_pasted_with_separate_tone_marks_are_read_too()
    {
        VnDate.TryParse("ngày 1 tháng 3 năm 2026".Normalize(System.Text.NormalizationForm.FormD), out var date).ShouldBeTrue();
        date.ShouldBe(new DateOnly(2026, 3, 1));
    }

    [Theory]
    [InlineData("1-3-2026", 1, 3)]
    [InlineData("12/10/2026", 12, 10)]
    public void The_day_always_comes_before_the_month(string typed, int day, int month)
    {
        VnDate.TryParse(typed, out var date).ShouldBeTrue();
        (date.Day, date.Month).ShouldBe((day, month));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("31/02/2024")]
    [InlineData("29/02/2023")]
    [InlineData("12/31/2024")]
    [InlineData("1/3/26")]
    [InlineData("00/00/0000")]
    [InlineData("tháng 3 năm 2026")]
    [InlineData("31/12/2024; drop table")]
    public void What_is_not_a_date_is_refused(string? typed) => VnDate.TryParse(typed, out _).ShouldBeFalse();

    [Theory]
    [InlineData("12.852.400 đ", 12852400)]
    [InlineData("12 852 400", 12852400)]
    [InlineData("12.852.400 đồng", 12852400)]
    [InlineData("2340000", 2340000)]
    [InlineData("-1.204", -1204)]
    public void Money_is_read_with_or_without_grouping(string typed, long expected)
    {
        VnNumber.TryParseWhole(typed, out var value).ShouldBeTrue();
        value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("4,98", 4.98)]
    [InlineData("4.98", 4.98)]
    [InlineData("19,3%", 19.3)]
    [InlineData("2.340,5", 2340.5)]
    [InlineData("2.340", 2340)]
    public void A_comma_starts_the_decimals(string typed, double expected)
    {
        VnNumber.TryParse(typed, out var value).ShouldBeTrue();
        value.ShouldBe((decimal)expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("4e5")]
    [InlineData("bốn")]
    [InlineData("đ")]
    public void What_is_not_a_number_is_refused(string typed) => VnNumber.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void A_fraction_is_not_cut_to_a_whole_number() => VnNumber.TryParseWhole("12,5", out _).ShouldBeFalse();

    [Fact]
    public void A_number_too_large_to_hold_is_refused() => VnNumber.TryParseWhole("99999999999999999999", out _).ShouldBeFalse();
}
