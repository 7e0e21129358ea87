using FsCheck;
using FsCheck.Fluent;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class LawDayTests
{
    [Theory]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2023-01-31", 1, "2023-02-28")]
    [InlineData("2023-08-31", 1, "2023-09-30")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    [InlineData("2023-09-01", 36, "2026-09-01")]
    [InlineData("2024-03-31", -1, "2024-02-29")]
    public void A_period_of_months_ends_on_the_corresponding_day_or_the_last_of_the_month(string from, int months, string to) =>
        LawDay.AddMonths(Day(from), months).ShouldBe(Day(to));

    [Theory]
    [InlineData("2023-09-01", "2026-08-31", 35)]
    [InlineData("2023-09-01", "2026-09-01", 36)]
    [InlineData("2024-01-31", "2024-02-28", 0)]
    [InlineData("2024-01-31", "2024-02-29", 1)]
    [InlineData("2024-01-31", "2024-03-30", 1)]
    [InlineData("2024-02-29", "2025-02-28", 12)]
    [InlineData("2025-01-01", "2024-01-01", 0)]
    public void Whole_months_are_those_fully_gone_by(string from, string to, int months) =>
        LawDay.WholeMonthsBetween(Day(from), Day(to)).ShouldBe(months);

    [Fact]
    public void An_age_is_reached_on_the_corresponding_day()
    {
        LawDay.DayOfAge(Day("1964-10-12"), 61, 6).ShouldBe(Day("2026-04-12"));
        LawDay.DayOfAge(Day("1964-02-29"), 61, 0).ShouldBe(Day("2025-02-28"));
        LawDay.AgeOn(Day("1967-11-06"), Day("2024-11-05")).ShouldBe(56);
        LawDay.AgeOn(Day("1967-11-06"), Day("2024-11-06")).ShouldBe(57);
    }

    [Fact]
    public void The_following_month_starts_on_its_first_day_whatever_the_day()
    {
        LawDay.FirstOfFollowingMonth(Day("2026-12-31")).ShouldBe(Day("2027-01-01"));
        LawDay.FirstOfFollowingMonth(Day("2026-12-01")).ShouldBe(Day("2027-01-01"));
        LawDay.LastOfMonth(Day("2024-02-03")).ShouldBe(Day("2024-02-29"));
        LawDay.LastOfYear(2025).ShouldBe(Day("2025-12-31"));
    }

    [Fact]
    public void Dates_and_spans_read_as_screens_print_them()
    {
        LawDay.Format(Day("2027-03-01")).ShouldBe("01/03/2027");
        LawDay.FormatMonths(44).ShouldBe("3 năm 8 tháng");
        LawDay.FormatMonths(36).ShouldBe("3 năm");
        LawDay.FormatMonths(6).ShouldBe("6 tháng");
        LawDay.FormatMonths(0).ShouldBe("0 tháng");
    }

    [Fact]
    public void Counting_months_undoes_adding_them() =>
        Prop.ForAll(Days, Gen.Choose(0, 600).ToArbitrary(), (from, months) =>
            LawDay.WholeMonthsBetween(from, LawDay.AddMonths(from, months)) == months
            && (months == 0 || LawDay.WholeMonthsBetween(from, LawDay.AddMonths(from, months).AddDays(-1)) == months - 1))
            .QuickCheckThrowOnFailure();

    private static Arbitrary<DateOnly> Days => Gen.Choose(Day("1940-01-01").DayNumber, Day("2060-12-31").DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    [Theory]
    [InlineData("1964-10-12", "1964-10-12", "12/10/1964")]
    [InlineData("1964-10", "1964-10-01", "10/1964")]
    [InlineData("1964", "1964-01-01", "1964")]
    public void A_birth_known_only_in_part_is_reckoned_as_the_law_says(string text, string reckoned, string printed)
    {
        PartialDate.TryParse(text, out var birth).ShouldBeTrue();
        birth.Reckoned.ShouldBe(Day(reckoned));
        birth.ToString().ShouldBe(printed);
    }

    [Theory]
    [InlineData("1964-13")]
    [InlineData("1963-02-29")]
    [InlineData("64")]
    [InlineData("1964-1-2")]
    [InlineData("12/10/1964")]
    public void A_birth_that_cannot_be_is_refused(string text) => PartialDate.TryParse(text, out _).ShouldBeFalse();
}
