using System.Globalization;
using System.Text;

namespace CongVu.Platform.Printing;

/// <summary>The last touches every printed text gets.</summary>
internal static class PrintText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly string[] Romans = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    private static readonly string[] RomanTens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];

    // The order of letters in legal texts: đ follows d, and f, j, w, z are not used.
    private static readonly string[] Letters =
        ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"];

    /// <summary>
    /// One code point per letter (fonts draw decomposed marks badly) and no character XML forbids:
    /// texts come from imports and pasted fields.
    /// </summary>
    public static string Clean(string text)
    {
        // Forbidden characters go first: a lone half of a surrogate pair makes normalisation throw.
        var safe = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 ? text : WithoutForbidden(text);
        return safe.IsNormalized(NormalizationForm.FormC) ? safe : safe.Normalize(NormalizationForm.FormC);
    }

    public static string Capitals(string text) => Vietnamese.TextInfo.ToUpper(Clean(text));

    public static string Roman(int number) => number is > 0 and < 100
        ? RomanTens[number / 10] + Romans[number % 10]
        : throw new ArgumentOutOfRangeException(nameof(number), number, "Roman numerals are used for 1 to 99.");

    public static string PointLetter(int ordinal) => ordinal > 0 && ordinal <= Letters.Length
        ? Letters[ordinal - 1]
        : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, $"Points run from 1 to {Letters.Length}.");

    private static string WithoutForbidden(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (c is '\t' or '\n' || (c >= ' ' && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF')))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }
}
