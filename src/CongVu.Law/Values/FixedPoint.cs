using System.Globalization;

namespace CongVu.Law;

/// <summary>Decimal text to and from whole hundredths without ever passing through a floating point number.</summary>
internal static class FixedPoint
{
    public static bool TryParseHundredths(string? text, out int hundredths)
    {
        hundredths = 0;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }
        var negative = text[0] == '-';
        var digits = text.AsSpan(negative ? 1 : 0);
        var mark = digits.IndexOfAny('.', ',');
        var whole = mark < 0 ? digits : digits[..mark];
        var fraction = mark < 0 ? default : digits[(mark + 1)..];
        if (whole.Length is 0 or > 7 || (mark >= 0 && fraction.Length is 0 or > 2) || !AllDigits(whole) || !AllDigits(fraction))
        {
            return false;
        }
        var value = int.Parse(whole, CultureInfo.InvariantCulture) * 100;
        if (fraction.Length > 0)
        {
            value += int.Parse(fraction, CultureInfo.InvariantCulture) * (fraction.Length == 1 ? 10 : 1);
        }
        hundredths = negative ? -value : value;
        return true;
    }

    public static string TwoDecimals(int hundredths, char mark)
    {
        var size = Math.Abs((long)hundredths);
        return string.Create(CultureInfo.InvariantCulture, $"{(hundredths < 0 ? "-" : "")}{size / 100}{mark}{size % 100:00}");
    }

    /// <summary>Without trailing zeros: 25, 2,5, 0,75.</summary>
    public static string Shortest(int hundredths, char mark)
    {
        var text = TwoDecimals(hundredths, mark).TrimEnd('0');
        return text.TrimEnd(mark);
    }

    private static bool AllDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }
        return true;
    }
}
