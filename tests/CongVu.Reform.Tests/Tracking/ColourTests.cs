using CongVu.Reform.Domain;

namespace CongVu.Reform.Tests.Tracking;

public sealed class ColourTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly Due = new(2026, 12, 31);

    [Theory]
    [InlineData("2025-12-31", 0, null, null, "NotDue")]
    [InlineData("2026-01-01", 0, null, null, "OnTime")]
    [InlineData("2026-11-30", 0, null, null, "OnTime")]
    [InlineData("2026-12-01", 0, null, null, "AtRisk")]
    [InlineData("2026-12-31", 0, null, null, "AtRisk")]
    [InlineData("2027-01-01", 0, null, null, "Overdue")]
    [InlineData("2026-12-15", 0, 50, null, "AtRisk")]
    [InlineData("2026-12-15", 0, 96, null, "OnTime")]
    [InlineData("2027-06-01", 0, 100, "2026-12-31", "OnTime")]
    [InlineData("2027-06-01", 0, 100, "2027-01-01", "Overdue")]
    [InlineData("2027-06-01", 99, 99, null, "Overdue")]
    [InlineData("2027-06-01", 100, 100, null, "Done")]
    [InlineData("2025-06-01", 100, 100, null, "Done")]
    public void The_light_of_an_obligation_is_arithmetic(string today, int accepted, int? reported, string? claimed, string colour) =>
        Colours.Of(new ObligationFacts(From, Due, accepted, reported, claimed is null ? null : Day(claimed)), Day(today)).ToString().ShouldBe(colour);

    [Fact]
    public void Late_stays_late_until_accepted_and_no_day_is_without_a_light()
    {
        for (var accepted = 0; accepted < 100; accepted += 9)
            for (var day = From.AddDays(-40); day < Due.AddDays(400); day = day.AddDays(3))
            {
                var facts = new ObligationFacts(From, Due, accepted, accepted == 0 ? null : accepted, null);
                var light = Colours.Of(facts, day);
                (light == TaskColour.Overdue).ShouldBe(day > Due);
                (light == TaskColour.NotDue).ShouldBe(day < From);
                (Due.DayNumber - day.DayNumber > Colours.RiskDays && light == TaskColour.AtRisk).ShouldBeFalse();
                Colours.Of(facts with { AcceptedPercent = 100 }, day).ShouldBe(TaskColour.Done);
            }
    }

    [Fact]
    public void Reporting_more_never_makes_a_light_worse()
    {
        for (var day = From; day <= Due; day = day.AddDays(1))
        {
            var last = TaskColour.Overdue;
            foreach (var percent in Enumerable.Range(0, 101))
            {
                var light = Colours.Of(new ObligationFacts(From, Due, 0, percent, null), day);
                ((int)light).ShouldBeLessThanOrEqualTo((int)last);
                last = light;
            }
        }
    }

    [Theory]
    [InlineData("", "NotDue")]
    [InlineData("Done", "Done")]
    [InlineData("Done NotDue", "OnTime")]
    [InlineData("NotDue NotDue", "NotDue")]
    [InlineData("Done OnTime AtRisk", "AtRisk")]
    [InlineData("Done Overdue NotDue", "Overdue")]
    public void A_task_shows_the_worst_of_what_it_owes(string obligations, string colour) =>
        Colours.Of([.. obligations.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TaskColour>)]).ToString().ShouldBe(colour);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
