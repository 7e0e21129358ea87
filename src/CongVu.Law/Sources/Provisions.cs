using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Law;

/// <summary>
/// The parts of an instrument a text names: articles (điều) and annexes (phụ lục). Clauses and points belong to their article; whoever asks whether an article was touched
/// wants to know of a change in any of its clauses.
/// </summary>
public static partial class Provisions
{
    // A range written by mistake ("Điều 5 đến Điều 5000") must not fill the memory.
    private const int LongestRange = 500;

    /// <summary>Named parts in one spelling ("Điều 7", "Điều 12a", "Phụ lục II"), each once, in the order of the text; empty when it names none.</summary>
    public static IReadOnlyList<string> In(string? text) =>
        text is null ? [] : [.. Named().Matches(text.Normalize()).SelectMany(Of).Distinct()];

    private static IEnumerable<string> Of(Match named)
    {
        if (named.Groups["annex"] is { Success: true } annex) return ["Phụ lục " + annex.Value.ToUpperInvariant()];
        return Listed().Matches(named.Groups["articles"].Value).SelectMany(Range);
    }

    private static IEnumerable<string> Range(Match listed)
    {
        var first = listed.Groups["first"].Value.ToLowerInvariant();
        if (!listed.Groups["last"].Success || !int.TryParse(first, CultureInfo.InvariantCulture, out var from)) return ["Điều " + first];
        var to = int.Parse(listed.Groups["last"].Value, CultureInfo.InvariantCulture);
        return to < from || to - from > LongestRange ? ["Điều " + first, $"Điều {to}"] : Enumerable.Range(from, to - from + 1).Select(n => $"Điều {n}");
    }

    [GeneratedRegex(@"\bđiều\s+(?<articles>\d{1,4}[a-zđ]?\b(?!/)(?:\s*(?:,|và|đến|-|–)\s*(?:điều\s+)?\d{1,4}[a-zđ]?\b(?!/))*)|\bphụ\s+lục\s+(?:số\s+)?(?<annex>[IVXLC]+|\d{1,3})\b(?!/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<first>\d{1,4}[a-zđ]?)(?:\s*(?:đến|-|–)\s*(?:điều\s+)?(?<last>\d{1,4}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listed();
}
