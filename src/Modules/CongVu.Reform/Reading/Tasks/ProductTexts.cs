namespace CongVu.Reform.Reading;

/// <summary>Splits a products cell: list marks and semicolons part products, commas do not.</summary>
internal static class ProductTexts
{
    public static IReadOnlyList<string> Split(string cell)
    {
        var items = Items(cell);
        List<string> products = [];
        foreach (var item in items)
        {
            products.AddRange(AtSemicolons(Vietnamese.OneLine(item)).Select(Trim).Where(p => p.Any(char.IsLetterOrDigit)));
        }
        return products;
    }

    /// <summary>The items of a cell written as a list, one a line; else the cell as one item.</summary>
    public static IReadOnlyList<string> Items(string cell)
    {
        var lines = cell.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var marked = lines.Count(IsMarked);
        if (marked == 0)
        {
            return lines.Length == 0 ? [] : [string.Join(" ", lines)];
        }
        if (lines.Length == 1)
        {
            return InlineItems(lines[0]);
        }
        List<string> items = [];
        foreach (var line in lines)
        {
            // A line without a mark goes on with the item above; one before all marks heads the first item.
            if (IsMarked(line) && !(items.Count == 1 && items[0].EndsWith(':')))
            {
                items.Add(line);
            }
            else if (items.Count > 0)
            {
                items[^1] += " " + WithoutMark(line);
            }
            else
            {
                items.Add(line);
            }
        }
        return [.. items.SelectMany(InlineItems)];
    }

    /// <summary>"- Kế hoạch - Báo cáo" on one line.</summary>
    private static IReadOnlyList<string> InlineItems(string line)
    {
        var mark = line[0];
        if (mark is not ('-' or '+' or '•' or '–'))
        {
            return [WithoutMark(line)];
        }
        List<string> items = [];
        var start = 1;
        for (var i = 2; i + 2 < line.Length; i++)
        {
            if (line[i] == mark && line[i - 1] == ' ' && line[i + 1] == ' ' && char.IsUpper(line[i + 2]))
            {
                items.Add(line[start..i].Trim());
                start = i + 1;
            }
        }
        items.Add(line[start..].Trim());
        return items;
    }

    private static bool IsMarked(string line) =>
        line.Length > 2 && (line[0] is '-' or '+' or '•' or '–' or '*' || (ItemNumber.OfStart(line) is { Number.Style: NumberStyle.Arabic or NumberStyle.SmallLetter } n && n.Number.Depth == 1));

    private static string WithoutMark(string line)
    {
        if (line[0] is '-' or '+' or '•' or '–' or '*')
        {
            return line[1..].Trim();
        }
        return IsMarked(line) ? line[ItemNumber.OfStart(line)!.Value.WordsAt..].Trim() : line;
    }

    private static IEnumerable<string> AtSemicolons(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '“' ? 1 : text[i] is ')' or '”' ? -1 : 0;
            if (text[i] == ';' && depth <= 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
        yield return text[start..];
    }

    private static string Trim(string product)
    {
        var text = product.Trim(' ', ';', ',', ':').TrimStart('-', '+', '•', '–', '*', ' ');
        return text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1].TrimEnd() : text;
    }
}
