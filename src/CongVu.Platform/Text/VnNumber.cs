using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Platform.Text;

/// <summary>Reads numbers the way people type or paste them: dots or spaces group thousands, a comma starts the decimals.</summary>
public static partial class VnNumber
{
    /// <summary>
    /// <c>12.852.400 đ</c>, <c>12 852 400</c>, <c>4,98</c>, <c>19,3%</c>. A single dot that cannot be a thousands mark
    /// (<c>4.98</c>) is read as a decimal point; one that can (<c>2.340</c>) is a thousands mark.
    /// </summary>
    public static bool TryParse(string? text, out decimal value)
    {
        value = 0;
        var bare = Bare(text);
        if (bare.Length is 0 or > 30)
        {
            return false;
        }

        string? plain = null;
        if (Grouped().IsMatch(bare))
        {
            plain = bare.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        }
        else if (WithPoint().IsMatch(bare))
        {
            plain = bare.Replace(',', '.');
        }

        return plain is not null
            && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A whole number; a fraction is refused, not cut off.</summary>
    public static bool TryParseWhole(string? text, out long value)
    {
        value = 0;
        if (!TryParse(text, out var number) || number != decimal.Truncate(number) || number is < long.MinValue or > long.MaxValue)
        {
            return false;
        }

        value = (long)number;
        return true;
    }

    private static string Bare(string? text)
    {
        var bare = Spaces().Replace(text ?? "", "");
        foreach (var unit in (ReadOnlySpan<string>)["đồng", "vnđ", "vnd", "đ", "₫", "%"])
        {
            if (bare.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return bare[..^unit.Length];
            }
        }

        return bare;
    }

    [GeneratedRegex(@"[\s\u00a0]")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[-+]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,[0-9]+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[-+]?[0-9]+[.,][0-9]+$")]
    private static partial Regex WithPoint();
}
