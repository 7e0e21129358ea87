using System.Globalization;
using CongVu.Reform.Data;
using CongVu.Reform.Reading;

namespace CongVu.Reform.Domain;

/// <summary>A period for which each responsible unit owes the product.</summary>
/// <param name="Key">Tells the periods of a product apart, the same at every generation.</param>
internal readonly record struct DuePeriod(string Key, DateOnly From, DateOnly On, int MinCount);

/// <summary>From the schedule of a product to the periods in which it is owed.</summary>
internal static class DuePeriods
{
    public static IReadOnlyList<DuePeriod> Of(Product product, DateOnly planFrom, DateOnly planTo, IEnumerable<Occasion> occasions) => product.ScheduleKind switch
    {
        PlanScheduleKind.Period => [Whole("period", product.StartsOn ?? planFrom, product.EndsOn ?? planTo)],
        PlanScheduleKind.Deadline when product is { YearlyMonth: { } month, YearlyDay: { } day } => [.. YearlyDays(month, day, product, planFrom, planTo)],
        PlanScheduleKind.Deadline => [Whole("deadline", product.StartsOn ?? planFrom, product.EndsOn ?? planTo)],
        PlanScheduleKind.Ongoing => [.. Years(product, planFrom, planTo)],
        _ => [.. occasions.Select(o => new DuePeriod($"occasion-{o.Id}", o.HappenedOn, o.DueOn, 1))],
    };

    /// <summary>True when nothing is owed until somebody registers an occasion.</summary>
    public static bool Sleeps(PlanScheduleKind kind) => kind is PlanScheduleKind.Conditional or PlanScheduleKind.OnDemand or PlanScheduleKind.None;

    private static DuePeriod Whole(string key, DateOnly from, DateOnly on) => new(key, from <= on ? from : on, on, 1);

    private static IEnumerable<DuePeriod> Years(Product product, DateOnly planFrom, DateOnly planTo)
    {
        var first = Later(planFrom, product.StartsOn);
        var last = Earlier(planTo, product.EndsOn);
        for (var year = first.Year; year <= last.Year && first <= last; year++)
        {
            var from = new DateOnly(year, 1, 1);
            var on = new DateOnly(year, 12, 31);
            yield return new(Key(year), from < first ? first : from, on > last ? last : on, product.MinPerYear ?? 1);
        }
    }

    private static IEnumerable<DuePeriod> YearlyDays(int month, int day, Product product, DateOnly planFrom, DateOnly planTo)
    {
        var first = Later(planFrom, product.StartsOn);
        var last = Earlier(planTo, product.EndsOn);
        for (var year = first.Year; year <= last.Year; year++)
        {
            var on = new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
            if (on < first || on > last) continue;
            var from = new DateOnly(year, 1, 1);
            yield return new(Key(year), from < first ? first : from, on, 1);
        }
    }

    private static string Key(int year) => year.ToString(CultureInfo.InvariantCulture);
    private static DateOnly Later(DateOnly day, DateOnly? other) => other is { } o && o > day ? o : day;
    private static DateOnly Earlier(DateOnly day, DateOnly? other) => other is { } o && o < day ? o : day;
}
