using System.Globalization;
using CongVu.Platform.Text;

namespace CongVu.Legislation.Domain;

/// <summary>Figures between the way people write them on screen and the one written form of the law's data.</summary>
internal static class CellForms
{
    /// <summary>The written form of the data for what a person typed; the text itself when it cannot be read, so that the law's own check says what is wrong.</summary>
    public static string ToLaw(string kind, string typed)
    {
        var text = typed.Trim();
        return kind switch
        {
            "money" or "integer" or "months" => Whole(text),
            "coefficient" => VnNumber.TryParse(text, out decimal number) ? number.ToString("0.00", CultureInfo.InvariantCulture) : text,
            "ratio" => VnNumber.TryParse(text.TrimEnd('%').Trim(), out decimal percent) ? percent.ToString("0.##", CultureInfo.InvariantCulture) + "%" : text,
            "month" => Month(text),
            _ => text,
        };
    }

    /// <summary>A typed cell of the data as people read it.</summary>
    public static string ToScreen(object? cell, string? kind = null) => cell switch
    {
        null => "",
        long amount => VnFormat.Money(amount),
        int months when kind == "months" => $"{months} tháng",
        DateOnly month => month.ToString("MM/yyyy", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, VnFormat.Numbers) ?? "",
    };

    /// <summary>A typed cell as a person would type it again.</summary>
    public static string ToType(object? cell) => cell switch
    {
        null => "",
        long amount => VnFormat.Count(amount),
        DateOnly month => month.ToString("MM/yyyy", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, VnFormat.Numbers) ?? "",
    };

    private static string Whole(string text)
    {
        var digits = text.Replace("đ", "", StringComparison.OrdinalIgnoreCase).Replace("đồng", "", StringComparison.OrdinalIgnoreCase).Trim();
        return VnNumber.TryParse(digits, out decimal number) && number == decimal.Truncate(number) ? number.ToString("0", CultureInfo.InvariantCulture) : text;
    }

    private static string Month(string text) =>
        text.Split('/', '-') is [{ Length: <= 2 } month, { Length: 4 } year] && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? $"{year}-{number:00}" : text;
}
