namespace CongVu.Platform.Printing.Administrative;

/// <summary>
/// Breaks a centred title as a typist would: lines about equally long, and no word of two syllables torn apart
/// ("cải / cách"), which Word cannot know because Vietnamese writes syllables, not words.
/// </summary>
internal static class LineBreaks
{
    private const double TornWord = 1.0;
    private const double PlainBreak = 0.02;

    /// <summary>The fewest lines that fit, broken at the best places; a single word wider than the column stands alone.</summary>
    public static IReadOnlyList<string> Split(string text, double points, int available)
    {
        // Runs of spaces are kept: they are the room left for a number or a day.
        var words = text.Split(' ');
        if (words.Length < 2 || LetterWidths.BoldTwips(text, points) <= available)
        {
            return [text];
        }

        // best[n][i]: cheapest way to set the first i words in n lines.
        var target = (double)LetterWidths.BoldTwips(text, points);
        for (var lines = 2; lines < words.Length; lines++)
        {
            if (Lay(words, lines, target / lines, points, available) is { } laid)
            {
                return laid;
            }
        }

        return words;
    }

    private static IReadOnlyList<string>? Lay(string[] words, int lines, double target, double points, int available)
    {
        var cost = new double[lines + 1, words.Length + 1];
        var from = new int[lines + 1, words.Length + 1];
        for (var n = 0; n <= lines; n++)
        {
            for (var i = 0; i <= words.Length; i++)
            {
                cost[n, i] = n == 0 && i == 0 ? 0 : double.PositiveInfinity;
            }
        }

        for (var n = 1; n <= lines; n++)
        {
            for (var end = n; end <= words.Length; end++)
            {
                for (var start = end - 1; start >= n - 1; start--)
                {
                    var width = LetterWidths.BoldTwips(string.Join(' ', words[start..end]), points);
                    if (width > available && end - start > 1)
                    {
                        break;
                    }

                    var uneven = (width - target) / target;
                    var total = cost[n - 1, start] + (uneven * uneven) + (end == words.Length ? 0 : Price(words[end - 1], words[end]));
                    if (total < cost[n, end])
                    {
                        (cost[n, end], from[n, end]) = (total, start);
                    }
                }
            }
        }

        if (double.IsInfinity(cost[lines, words.Length]))
        {
            return null;
        }

        var result = new string[lines];
        for (int n = lines, end = words.Length; n > 0; n--)
        {
            var start = from[n, end];
            result[n - 1] = string.Join(' ', words[start..end]);
            end = start;
        }

        return result;
    }

    private static double Price(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0 || char.IsAsciiDigit(after[0]) || (char.IsAsciiDigit(before[^1]) && after is "tháng" or "năm"))
        {
            return TornWord; // "ngày 05 tháng 02 năm 2026", "số 15/QĐ-SNV"
        }

        if (before.EndsWith(',') || before.EndsWith(';'))
        {
            return 0;
        }

        return CompoundWords.Contains(before, after.TrimEnd(',', ';', '.')) ? TornWord : PlainBreak;
    }
}
