using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Reform.Reading;

internal enum NumberStyle { Letter, Roman, Arabic, SmallLetter, Opaque }

/// <summary>The number of an item: "II.1", "1.1", "A", "đ)", "NV-03".</summary>
/// <param name="Style">Style of its first part.</param>
/// <param name="Path">Its parts without leading zeros: ["1","1"].</param>
internal sealed record ItemNumber(NumberStyle Style, IReadOnlyList<string> Path)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex Whole = new(
        @"^[(\[]?(?<first>[IVX]+|\p{Lu}|\p{Ll}|\d{1,3})(?<rest>([.,\-]\s?(\d{1,3}|\p{Ll}|[IVX]+))*)\s*[.)\]/:*\-–]*$", Options);

    private static readonly Regex Prefix = new(
        @"^[(\[]?(?<first>[IVX]+|\p{Lu}|\p{Ll}|\d{1,3})(?<rest>(\.(\d{1,3}|\p{Ll}))*)(?<end>[.)\]/:]+\s*|\s*[\-–]\s+|\s+)", Options);

    private static readonly Regex Worded = new(
        @"^(?:nhiệm vụ|nhiem vu|nv|mục|nhóm|phần|số)[\s.\-]*(?<n>\d{1,3}(\.\d{1,3})*)[.:)]*$", Options | RegexOptions.IgnoreCase);

    private static readonly Regex OpaqueCode = new(@"^[\p{L}\d]{1,6}([.\-/_][\p{L}\d]{1,6}){0,4}[.)]?$", Options);

    public int Depth => Path.Count;

    public string Code => string.Join('.', Path);

    /// <summary>The number that fills a whole cell, or null.</summary>
    public static ItemNumber? OfCell(string cell)
    {
        var text = cell.Trim().TrimEnd('¹', '²', '³', '*').Trim();
        if (text.Length is 0 or > 24)
        {
            return null;
        }
        var m = Whole.Match(text);
        if (m.Success && StyleOf(m.Groups["first"].Value) is { } style && !(style == NumberStyle.SmallLetter && m.Groups["rest"].Length > 0))
        {
            return new ItemNumber(style, Parts(m.Groups["first"].Value, m.Groups["rest"].Value));
        }
        m = Worded.Match(text);
        if (m.Success)
        {
            return new ItemNumber(NumberStyle.Arabic, Parts("", m.Groups["n"].Value));
        }
        return text.Any(char.IsAsciiDigit) && text.Length <= 12 && OpaqueCode.IsMatch(text)
            ? new ItemNumber(NumberStyle.Opaque, [text.TrimEnd('.', ')')])
            : null;
    }

    /// <summary>The number a text begins with and where the words start, or null.</summary>
    public static (ItemNumber Number, int WordsAt)? OfStart(string text)
    {
        var m = Prefix.Match(text.Length > 40 ? text[..40] : text);
        if (!m.Success || m.Length >= text.Length)
        {
            return null;
        }
        var first = m.Groups["first"].Value;
        var rest = m.Groups["rest"].Value;
        var end = m.Groups["end"].Value.Trim();
        var style = StyleOf(first);
        // "I am", "3 hội nghị", "a b" are words; a number needs its point, bracket or dash, unless it has several parts.
        if (style is null || (end.Length == 0 && rest.Length == 0))
        {
            return null;
        }
        if (style == NumberStyle.SmallLetter && (end.Length == 0 || end is "-" or "–" || rest.Length > 0))
        {
            return null;
        }
        if (end is "-" or "–" && style == NumberStyle.Arabic && char.IsAsciiDigit(text[m.Length]))
        {
            return null;
        }
        // "31/12/2025 …" is a date and "1.200 người" an amount.
        if (style == NumberStyle.Arabic && ((end.StartsWith('/') && char.IsAsciiDigit(text[m.Length])) || rest.Split('.').Any(p => p.Length == 3)))
        {
            return null;
        }
        return (new ItemNumber(style.Value, Parts(first, rest)), m.Length);
    }

    /// <summary>True when this one's number goes on from the other's: "1.1" under "1".</summary>
    public bool IsUnder(ItemNumber other) => Depth > other.Depth && other.Path.SequenceEqual(Path.Take(other.Depth));

    private static NumberStyle? StyleOf(string first) => first switch
    {
        _ when char.IsAsciiDigit(first[0]) => NumberStyle.Arabic,
        "I" or "V" or "X" => NumberStyle.Roman,
        _ when first.Length == 1 => char.IsUpper(first[0]) ? NumberStyle.Letter : NumberStyle.SmallLetter,
        _ => RomanValue(first) > 0 ? NumberStyle.Roman : null,
    };

    /// <summary>The value of a Roman number up to 39, or 0 when it is not one.</summary>
    internal static int RomanValue(string roman)
    {
        var value = 0;
        for (var i = 0; i < roman.Length; i++)
        {
            var now = Digit(roman[i]);
            value += i + 1 < roman.Length && now < Digit(roman[i + 1]) ? -now : now;
        }
        return value is > 0 and < 40 && ToRoman(value) == roman ? value : 0;
        static int Digit(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 1000 };
    }

    internal static string ToRoman(int value) => string.Concat(Enumerable.Repeat("X", value / 10)) + (value % 10) switch
    {
        0 => "",
        1 => "I",
        2 => "II",
        3 => "III",
        4 => "IV",
        5 => "V",
        6 => "VI",
        7 => "VII",
        8 => "VIII",
        _ => "IX",
    };

    private static string[] Parts(string first, string rest) =>
        [.. (first + "." + rest).Split('.', ',', '-').Select(p => p.Trim()).Where(p => p.Length > 0).Select(WithoutZeros)];

    private static string WithoutZeros(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n.ToString(CultureInfo.InvariantCulture) : part;
}
