using CongVu.Reform.Reading;

namespace CongVu.Reform.Tests.Reading;

/// <summary>Short words for what the tests ask of a reading.</summary>
internal static class PlanAssertions
{
    public static PlanReadTask Task(this PlanReadResult plan, string code) => plan.Tasks.Single(t => t.Code == code);

    public static PlanReadProduct Only(this PlanReadTask task) => task.Products.ShouldHaveSingleItem();

    public static string[] Names(this IReadOnlyList<PlanReadUnit> units) => [.. units.Select(u => u.Text)];

    public static void ShouldBe(this PlanReadSchedule schedule, PlanScheduleKind kind, string? from = null, string? to = null, int? minPerYear = null)
    {
        var said = $"“{schedule.Text}”";
        schedule.Kind.ShouldBe(kind, said);
        schedule.From.ShouldBe(Day(from), said);
        schedule.To.ShouldBe(Day(to), said);
        schedule.MinPerYear.ShouldBe(minPerYear, said);
    }

    public static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
