using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Platform.Text;

/// <summary>Reads a date the way people type or paste it; day comes before month, always.</summary>
public static partial class VnDate
{
    /// <summary>
    /// Understands <c>31/12/2024</c>, <c>1-3-2026</c>, <c>1.3.2026</c>, <c>2026-03-01</c>, <c>01032026</c>,
    /// <c>ngày 1 tháng 3 năm 2026</c> and <c>1 tháng 3, 2026</c>, with any spaces around. Two-digit years are refused: a
    /// personnel record holds both 1930s births and 2030s retirements.
    /// </summary>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        var trimmed = text?.Normalize().Trim().Trim('.', ',', ';').ToLowerInvariant();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > 60)
        {
            return false;
        }

        foreach (var form in Forms)
        {
            var match = form.Match(trimmed);
            if (match.Success)
            {
                return TryMake(match, out date);
            }
        }

        return false;
    }

    private static readonly Regex[] Forms = [DayFirst(), YearFirst(), Compact(), Words()];

    private static bool TryMake(Match match, out DateOnly date)
    {
        var (day, month, year) = (Part(match, "d"), Part(match, "m"), Part(match, "y"));
        var real = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = real ? new DateOnly(year, month, day) : default;
        return real;
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\s*[/\-. ]\s*(?<m>[0-9]{1,2})\s*[/\-. ]\s*(?<y>[0-9]{4})$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<y>[0-9]{4})[/\-.](?<m>[0-9]{1,2})[/\-.](?<d>[0-9]{1,2})(t00:00(:00)?)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4})$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(ngày\s*)?(?<d>[0-9]{1,2})\s*tháng\s*(?<m>[0-9]{1,2})\s*(,|năm)?\s*(?<y>[0-9]{4})$")]
    private static partial Regex Words();
}
