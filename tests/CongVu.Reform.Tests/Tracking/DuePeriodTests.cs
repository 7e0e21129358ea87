using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Tracking;

public sealed class DuePeriodTests
{
    private static readonly DateOnly From = new(2026, 1, 12);
    private static readonly DateOnly To = new(2030, 12, 31);

    [Fact]
    public void A_period_is_owed_once_at_its_end() =>
        Of(new Product { ScheduleKind = PlanScheduleKind.Period, StartsOn = new(2026, 1, 1), EndsOn = new(2027, 12, 31) })
            .ShouldBe([new DuePeriod("period", new(2026, 1, 1), new(2027, 12, 31), 1)]);

    [Fact]
    public void What_is_ongoing_is_owed_each_calendar_year_of_the_plan()
    {
        var periods = Of(new Product { ScheduleKind = PlanScheduleKind.Ongoing, MinPerYear = 2 });
        periods.Select(p => p.Key).ShouldBe(["2026", "2027", "2028", "2029", "2030"]);
        periods[0].ShouldBe(new DuePeriod("2026", From, new(2026, 12, 31), 2));
        periods[4].On.ShouldBe(To);
    }

    [Fact]
    public void What_is_ongoing_within_years_of_its_own_is_owed_only_in_those() =>
        Of(new Product { ScheduleKind = PlanScheduleKind.Ongoing, StartsOn = new(2028, 1, 1), EndsOn = new(2028, 6, 30) })
            .ShouldBe([new DuePeriod("2028", new(2028, 1, 1), new(2028, 6, 30), 1)]);

    [Fact]
    public void A_yearly_deadline_comes_back_on_its_day_and_leap_days_are_moved()
    {
        Of(new Product { ScheduleKind = PlanScheduleKind.Deadline, YearlyMonth = 12, YearlyDay = 15 }).Select(p => p.On)
            .ShouldBe([new(2026, 12, 15), new(2027, 12, 15), new(2028, 12, 15), new(2029, 12, 15), new(2030, 12, 15)]);
        Of(new Product { ScheduleKind = PlanScheduleKind.Deadline, YearlyMonth = 2, YearlyDay = 29 }).Select(p => p.On.Day).ShouldBe([28, 28, 29, 28, 28]);
    }

    [Fact]
    public void A_single_deadline_is_owed_once() =>
        Of(new Product { ScheduleKind = PlanScheduleKind.Deadline, EndsOn = new(2026, 9, 30) }).ShouldBe([new DuePeriod("deadline", From, new(2026, 9, 30), 1)]);

    [Theory]
    [InlineData("Conditional")]
    [InlineData("OnDemand")]
    [InlineData("None")]
    public void What_waits_is_owed_only_when_its_occasion_is_registered(string kind)
    {
        var product = new Product { ScheduleKind = Enum.Parse<PlanScheduleKind>(kind) };
        Of(product).ShouldBeEmpty();
        var occasion = new Occasion { ProductId = product.Id, HappenedOn = new(2026, 7, 1), DueOn = new(2026, 10, 1), Document = "Nghị định 1/2026/NĐ-CP" };
        DuePeriods.Of(product, From, To, [occasion]).ShouldBe([new DuePeriod($"occasion-{occasion.Id}", new(2026, 7, 1), new(2026, 10, 1), 1)]);
    }

    private static IReadOnlyList<DuePeriod> Of(Product product) => DuePeriods.Of(product, From, To, []);
}
