using System.Globalization;

namespace CongVu.Personnel.Contracts;

/// <summary>A date of birth as far as it is known: a day, a month or only a year.</summary>
/// <param name="FirstDay">The first day it can mean.</param>
/// <param name="Precision">day, month or year.</param>
public readonly record struct BirthDate(DateOnly FirstDay, string Precision)
{
    /// <summary>Reads <c>yyyy-MM-dd</c>, <c>yyyy-MM</c> or <c>yyyy</c>.</summary>
    public static bool TryParse(string? text, out BirthDate birth)
    {
        birth = default;
        var (format, precision) = text?.Length switch { 10 => ("yyyy-MM-dd", "day"), 7 => ("yyyy-MM", "month"), 4 => ("yyyy", "year"), _ => ("", "") };
        if (format.Length == 0 || !DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        birth = new BirthDate(day, precision);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">It is none of the three forms.</exception>
    public static BirthDate Parse(string text) => TryParse(text, out var birth) ? birth : throw new FormatException($"'{text}' is no date of birth.");

    /// <summary>As people write it: 05/03/1980, 03/1980 or 1980.</summary>
    public override string ToString() =>
        FirstDay.ToString(Precision switch { "day" => "dd/MM/yyyy", "month" => "MM/yyyy", _ => "yyyy" }, CultureInfo.InvariantCulture);

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public string ToStored() =>
        FirstDay.ToString(Precision switch { "day" => "yyyy-MM-dd", "month" => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);
}
