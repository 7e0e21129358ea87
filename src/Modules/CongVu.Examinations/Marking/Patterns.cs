using System.Text.RegularExpressions;

namespace CongVu.Examinations.Marking;

/// <summary>Patterns of XML Schema: always the whole text. They run without backtracking, or for a quarter of a second at most.</summary>
internal static class Patterns
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    public static bool Matches(string pattern, string text)
    {
        // ^ and $ are plain characters in XML Schema, but authors mean anchors.
        var whole = $@"\A(?:{pattern.Replace(@"\i", "[_:A-Za-z]", StringComparison.Ordinal).Replace(@"\c", "[-._:A-Za-z0-9]", StringComparison.Ordinal)})\z";
        try
        {
            return new Regex(whole, RegexOptions.CultureInvariant, Longest).IsMatch(text);
        }
        catch (ArgumentException)
        {
            throw new MarkingException($"Mẫu “{pattern}” không hợp lệ.");
        }
        catch (RegexMatchTimeoutException)
        {
            throw new MarkingException($"Mẫu “{pattern}” chạy quá lâu.");
        }
    }
}
