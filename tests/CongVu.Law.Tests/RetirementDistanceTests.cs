using CongVu.Law.Severance;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

/// <summary>How far from the retirement age somebody leaves.</summary>
public class RetirementDistanceTests
{
    [Theory]
    [InlineData(Sex.Male, "1967-11-06", "2024-12-01", false, 60)]
    [InlineData(Sex.Male, "1967-11-06", "2024-11-01", false, 61)]
    [InlineData(Sex.Male, "1967-11", "2024-12-01", false, 60)]
    [InlineData(Sex.Male, "1967-11-06", "2024-12-01", true, 0)]
    [InlineData(Sex.Male, "1972-11-06", "2024-12-01", true, 60)]
    [InlineData(Sex.Male, "1967", "2024-01-01", false, 60)]
    [InlineData(Sex.Male, "1967-01", "2024-01-01", false, 61)]
    [InlineData(Sex.Female, "1970-03-20", "2025-07-01", false, 25)]
    [InlineData(Sex.Female, "1970-03-20", "2025-07-02", false, 24)]
    [InlineData(Sex.Male, "1958-05-20", "2016-06-01", false, 24)]
    [InlineData(Sex.Female, "1960-01-01", "2024-01-01", false, 0)]
    public void Full_months_are_counted_to_the_day_the_age_is_reached(Sex sex, string birth, string leave, bool hazardous, int months)
    {
        PartialDate.TryParse(birth, out var born).ShouldBeTrue();
        var distance = RetirementDistance.Of(Book, sex, born, Day(leave), hazardous);

        distance.Months.ShouldBe(months);
        distance.Explanation.Value.ShouldBe(ExplainedValue.Months(months));
    }

    [Fact]
    public void While_the_age_of_the_year_counted_nothing_is_guessed() =>
        Should.Throw<OutsideCoverageException>(() => RetirementDistance.Of(Book, Sex.Female, new PartialDate(1970, 12, 1), Day("2021-05-01"), false))
            .Message.ShouldContain("tuổi nghỉ hưu của từng năm");
}
