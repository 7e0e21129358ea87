using System.Globalization;

namespace CongVu.Law;

/// <summary>
/// Day arithmetic of the law, in one place. A period of months ends on the corresponding day, or on the last day of the month where there is none
/// (Bộ luật Dân sự 91/2015/QH13, Điều 148). Dates are legal dates: no time of day, no zone, never "today".
/// </summary>
public static class LawDay
{
    /// <summary>Months in a year.</summary>
    public const int MonthsPerYear = 12;

    /// <summary>Reads a day written <c>2026-07-01</c>.</summary>
    /// <exception cref="FormatException">The text is not such a day.</exception>
    public static DateOnly Parse(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The corresponding day so many months later (or earlier); the month's last day when it has no such day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result lies outside years 1–9999.</exception>
    public static DateOnly AddMonths(DateOnly day, int months) => day.AddMonths(months);

    /// <summary>Whole months gone by: the largest m with <c>AddMonths(from, m) ≤ to</c>. Negative spans give 0.</summary>
    public static int WholeMonthsBetween(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            return 0;
        }
        var months = ((to.Year - from.Year) * MonthsPerYear) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    /// <summary>The day an age is reached. A person born on 29 February reaches it on 28 February in a common year.</summary>
    public static DateOnly DayOfAge(DateOnly birth, int years, int months = 0) => birth.AddMonths((years * MonthsPerYear) + months);

    /// <summary>Full years of age on a day; 0 before the first birthday.</summary>
    public static int AgeOn(DateOnly birth, DateOnly day) => WholeMonthsBetween(birth, day) / MonthsPerYear;

    /// <summary>The first day of the month that follows.</summary>
    public static DateOnly FirstOfFollowingMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    /// <summary>The last day of the same month.</summary>
    public static DateOnly LastOfMonth(DateOnly day) => FirstOfFollowingMonth(day).AddDays(-1);

    /// <summary>31 December: the day a year's classification stands for.</summary>
    public static DateOnly LastOfYear(int year) => new(year, 12, 31);

    /// <summary>As screens print a date: <c>01/03/2027</c>.</summary>
    public static string Format(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>As screens print a span of months: <c>3 năm 8 tháng</c>, <c>8 tháng</c>, <c>3 năm</c>.</summary>
    public static string FormatMonths(int months) => (months / MonthsPerYear, months % MonthsPerYear) switch
    {
        (0, var rest) => $"{rest} tháng",
        (var years, 0) => $"{years} năm",
        var (years, rest) => $"{years} năm {rest} tháng",
    };
}
