using System.Globalization;

namespace CongVu.Law;

/// <summary>
/// A date of birth as the file knows it: to the day, to the month or to the year only. The law says how each is read,
/// so nothing is ever filled in silently.
/// </summary>
/// <param name="Year">1–9999.</param>
/// <param name="Month">1–12, or null when only the year is known.</param>
/// <param name="Day">Day of the month, or null.</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>A date known to the day.</summary>
    public static implicit operator PartialDate(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>
    /// The day the law reckons with: unknown month → 1 January of the year; unknown day → first day of the known month
    /// (Nghị định 135/2020/NĐ-CP, on files that do not show the day or month of birth).
    /// </summary>
    public DateOnly Reckoned => new(Year, Month ?? 1, Month is null ? 1 : Day ?? 1);

    /// <summary>Reads <c>YYYY-MM-DD</c>, <c>YYYY-MM</c> or <c>YYYY</c>; refuses days that do not exist.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = text?.Split('-') ?? [];
        if (parts.Length is 0 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(p => p.Length != 2) || !parts.All(p => p.All(char.IsAsciiDigit)))
        {
            return false;
        }
        var padded = parts.Length switch { 1 => text + "-01-01", 2 => text + "-01", _ => text };
        if (!DateOnly.TryParseExact(padded, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }
        date = new PartialDate(day.Year, parts.Length > 1 ? day.Month : null, parts.Length > 2 ? day.Day : null);
        return true;
    }

    /// <summary>As screens print it: <c>06/11/1967</c>, <c>11/1967</c>, <c>1967</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{month:00}/{Year:0000}"),
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{day:00}/{month:00}/{Year:0000}"),
    };
}
