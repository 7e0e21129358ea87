using CongVu.Platform.Text;

namespace CongVu.Platform.Tests.Text;

public class VietnameseWritingTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void Values_are_written_as_a_clerk_writes_them()
    {
        VnFormat.Date(new DateOnly(2024, 12, 31)).ShouldBe("31/12/2024");
        VnFormat.Money(12852400).ShouldBe("12.852.400\u00a0đ");
        VnFormat.Coefficient(4.98m).ShouldBe("4,98");
        VnFormat.Coefficient(4m).ShouldBe("4,00");
        VnFormat.Percent(19.3m).ShouldBe("19,3%");
        VnFormat.Percent(100m).ShouldBe("100%");
        VnFormat.Count(1204).ShouldBe("1.204");
        VnFormat.Count(0).ShouldBe("0");
        VnFormat.Months(41).ShouldBe("3 năm 5 tháng");
    }

    [Fact]
    public void A_share_of_nothing_is_a_dash_and_not_a_number()
    {
        VnFormat.Share(1, 3).ShouldBe("33,3%");
        VnFormat.Share(0, 0).ShouldBe("–");
    }

    [Theory]
    [InlineData("2026-03-13", "còn 12 ngày")]
    [InlineData("2026-03-02", "hạn ngày mai")]
    [InlineData("2026-03-01", "hạn hôm nay")]
    [InlineData("2026-02-26", "quá hạn 3 ngày")]
    [InlineData("2028-12-15", "còn 2 năm 9 tháng")]
    [InlineData("2025-10-02", "quá hạn 4 tháng")]
    public void A_deadline_is_said_in_words(string due, string expected) =>
        VnFormat.Due(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Today).ShouldBe(expected);

    [Theory]
    [InlineData(5, 9, "ngày 05 tháng 9 năm 2026")]
    [InlineData(15, 2, "ngày 15 tháng 02 năm 2026")]
    [InlineData(31, 12, "ngày 31 tháng 12 năm 2026")]
    public void A_date_in_words_puts_zeros_where_the_decree_wants_them(int day, int month, string expected) =>
        VnFormat.DateInWords(new DateOnly(2026, month, day)).ShouldBe(expected);

    [Fact]
    public void An_instant_is_told_on_Vietnamese_clocks() =>
        VnFormat.Instant(new DateTimeOffset(2024, 12, 31, 20, 30, 0, TimeSpan.Zero)).ShouldBe("01/01/2025 03:30");

    [Fact]
    public void A_span_says_which_of_its_ends_are_known()
    {
        VnFormat.Span(new(2024, 1, 1), new(2025, 6, 30)).ShouldBe("từ 01/01/2024 đến 30/06/2025");
        VnFormat.Span(new(2025, 7, 1), new(2025, 7, 1)).ShouldBe("ngày 01/07/2025");
        VnFormat.Span(new(2025, 7, 1), null).ShouldBe("từ 01/07/2025");
    }

    [Fact]
    public void Writing_does_not_depend_on_the_machine()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("en-US");
            VnFormat.Money(1234567).ShouldBe("1.234.567\u00a0đ");
            VnFormat.Number(1234.5m).ShouldBe("1.234,5");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
