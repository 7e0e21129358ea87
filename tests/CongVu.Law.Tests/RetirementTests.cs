using CongVu.Law.Retirement;
using FsCheck;
using FsCheck.Fluent;
using static CongVu.Law.Tests.TheLaw;

namespace CongVu.Law.Tests;

public class RetirementTests
{
    private static readonly RetirementAge In2026 = new(Book, Day("2026-11-21"));

    [Fact]
    public void The_explanation_shows_age_row_and_the_reading_of_an_incomplete_birth()
    {
        var told = In2026.Explain(Sex.Male, new PartialDate(1964));

        told.Value.AsDate.ShouldBe(Day("2025-05-01"));
        var age = told.Children.ShouldHaveSingleItem();
        age.Value.AsDate.ShouldBe(Day("2025-04-01"));
        age.Parameters.ShouldHaveSingleItem().Value.ToString().ShouldBe("61 tuổi 3 tháng");
        age.Notes.ShouldHaveSingleItem().ShouldBe("Hồ sơ chỉ có năm sinh: tính theo ngày 01/01/1964.");
        In2026.Explain(Sex.Male, new PartialDate(1964, 10)).Children[0].Notes.ShouldHaveSingleItem().ShouldContain("10/1964");
        In2026.Explain(Sex.Male, Day("1964-10-12")).Children[0].Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_worked_out_by_the_step_rule_say_so()
    {
        In2026.Explain(Sex.Male, Day("1961-05-01")).AllParameters.ShouldHaveSingleItem().Status.ShouldBe(VerificationStatus.Recalled);
        In2026.Explain(Sex.Male, Day("1964-05-01")).AllParameters.ShouldHaveSingleItem().Status.ShouldBe(VerificationStatus.TextRead);
    }

    [Fact]
    public void Whoever_is_born_later_never_retires_earlier_and_pensions_start_on_the_first() =>
        Prop.ForAll(Gen.Choose(Day("1950-01-01").DayNumber, Day("2005-12-31").DayNumber).ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), (birth, days) =>
            Enum.GetValues<Sex>().All(sex =>
            {
                var first = In2026.Assess(sex, DateOnly.FromDayNumber(birth));
                var second = In2026.Assess(sex, DateOnly.FromDayNumber(birth + days));
                return first.PensionFrom <= second.PensionFrom && first.PensionFrom.Day == 1 && first.PensionFrom > first.ReachedOn
                    && In2026.Explain(sex, DateOnly.FromDayNumber(birth)).Value.AsDate == first.PensionFrom;
            })).QuickCheckThrowOnFailure();

    [Fact]
    public void Women_never_retire_later_than_men_of_the_same_day() =>
        Prop.ForAll(Gen.Choose(Day("1950-01-01").DayNumber, Day("2005-12-31").DayNumber).ToArbitrary(), birth =>
            In2026.Assess(Sex.Female, DateOnly.FromDayNumber(birth)).PensionFrom <= In2026.Assess(Sex.Male, DateOnly.FromDayNumber(birth)).PensionFrom)
            .QuickCheckThrowOnFailure();
}
