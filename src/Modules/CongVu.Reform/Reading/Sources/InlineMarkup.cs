using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CongVu.Reform.Reading;

/// <summary>Takes Markdown and HTML dress off a piece of text.</summary>
internal static class InlineMarkup
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Regex Notes = new(@"<sup>[^<]{0,40}</sup>|\[\^[^\]]{1,12}\]", Options);
    private static readonly Regex Breaks = new(@"<br\s*/?>|</p>\s*<p[^>]*>|</li>", Options);
    private static readonly Regex Tags = new(@"</?(b|i|u|s|em|strong|span|font|p|div|small|mark|del|ins|strike|a|code|center|sub|sup|ul|ol|li|h[1-6])(\s[^>]*)?>", Options);
    private static readonly Regex Links = new(@"!?\[(?<text>[^\]\[]*)\]\((https?:|#|mailto:|www)[^)\s]*\)", Options);

    /// <summary>Plain text; line breaks of the mark-up become line breaks.</summary>
    public static string Strip(string text, out bool bold)
    {
        var trimmed = text.Trim();
        bold = trimmed.Length > 4
            && ((trimmed.StartsWith("**", StringComparison.Ordinal) && (trimmed.EndsWith("**", StringComparison.Ordinal) || trimmed.AsSpan().Count("**") == 1))
                || (trimmed.StartsWith("<b>", StringComparison.OrdinalIgnoreCase) && trimmed.EndsWith("</b>", StringComparison.OrdinalIgnoreCase))
                || (trimmed.StartsWith("<strong>", StringComparison.OrdinalIgnoreCase) && trimmed.EndsWith("</strong>", StringComparison.OrdinalIgnoreCase)));
        if (text.Contains('<', StringComparison.Ordinal) || text.Contains('[', StringComparison.Ordinal))
        {
            text = Notes.Replace(text, "");
            text = Breaks.Replace(text, "\n");
            text = Tags.Replace(text, "");
            text = Links.Replace(text, "${text}");
        }
        if (text.Contains('&', StringComparison.Ordinal))
        {
            text = Vietnamese.Normalise(WebUtility.HtmlDecode(text));
        }
        return text.AsSpan().ContainsAny("*~`\\_¹²³⁴⁵⁶⁷⁸⁹⁰") ? WithoutMarks(text) : text;
    }

    public static string Strip(string text) => Strip(text, out _);

    private static string WithoutMarks(string text)
    {
        var stars = text.AsSpan().Count('*');
        var underscores = text.AsSpan().Count("__");
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            switch (c)
            {
                case '\\' when next != '\0' && (char.IsAsciiDigit(next) || char.IsPunctuation(next) || char.IsSymbol(next)) && !char.IsAsciiDigit(next):
                    plain.Append(next);
                    i++;
                    break;
                case '*' when next == '*':
                case '~' when next == '~':
                case '_' when next == '_' && underscores % 2 == 0:
                    i++;
                    break;
                case '*' when stars % 2 == 0 && next != ' ':
                case '*' when stars % 2 == 0 && i > 0 && text[i - 1] != ' ' && text[i - 1] != '\n':
                case '`':
                    break;
                case '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹') when i > 0 && text[i - 1] != 'm' && text[i - 1] != ' ' && text[i - 1] != '\n':
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }
        return plain.ToString();
    }
}
