using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Examinations.Formats.Word;

/// <summary>Tables that give the key: numbers above letters, numbers beside letters, or "1.A" in each cell.</summary>
internal static partial class KeyTable
{
    public static List<(int Number, string Key)> Pairs(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        List<(int, string)> pairs = [];
        var cells = rows.SelectMany(r => r).Where(c => c.Length > 0).ToList();
        // A table with other content is no key.
        if (cells.Count < 2 || cells.Count(c => !Number().IsMatch(c) && !Key().IsMatch(c) && !Both().IsMatch(c)) > Math.Max(2, rows.Count)) return [];
        foreach (var cell in cells)
        {
            if (Both().Match(cell) is { Success: true } both) pairs.Add((Value(both.Groups[1].Value), both.Groups[2].Value.ToUpperInvariant()));
        }
        if (pairs.Count > 0) return pairs;
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < rows[r].Count; c++)
            {
                if (Number().Match(rows[r][c]) is not { Success: true } number) continue;
                var below = r + 1 < rows.Count && c < rows[r + 1].Count ? rows[r + 1][c] : "";
                var beside = c + 1 < rows[r].Count ? rows[r][c + 1] : "";
                var key = Key().IsMatch(below) ? below : Key().IsMatch(beside) ? beside : null;
                if (key is not null) pairs.Add((Value(number.Groups[1].Value), key.ToUpperInvariant()));
            }
        }
        return pairs;
    }

    /// <summary>A cell that begins a question or a choice.</summary>
    public static bool IsLayout(string cell) => Layout().IsMatch(cell);

    private static int Value(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:câu\s*)?(\d{1,4})\s*[.:)]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[A-H](?:\s*[,;]?\s*[A-H])*\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    [GeneratedRegex(@"^(?:câu\s*)?(\d{1,4})\s*[.:)\-–]?\s*([A-H])\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    [GeneratedRegex(@"^\s*(?:câu\s*(?:hỏi\s*)?\d{1,4}\s*[.:)]|\*?[A-H]\s?[.)])", RegexOptions.IgnoreCase)]
    private static partial Regex Layout();
}
