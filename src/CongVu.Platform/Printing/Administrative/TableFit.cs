namespace CongVu.Platform.Printing.Administrative;

/// <summary>
/// Shares the page width out among the columns as asked, but never so that a date or a syllable breaks in the middle;
/// where the page is too narrow for that, the type gets smaller, down to 9 points.
/// </summary>
internal static class TableFit
{
    private const double SmallestType = 9;

    // A column of web addresses must not starve the others.
    private const double LargestClaim = 0.35;

    public static (int[] Widths, double FontSize) Fit(PrintTable table, int width, int cellMargin)
    {
        for (var size = table.FontSize; ; size -= 0.5)
        {
            var least = Enumerable.Range(0, table.Columns.Count).Select(c => Least(table, c, size, width, cellMargin)).ToArray();
            if (least.Sum() <= width)
            {
                return (Share(table.Columns, least, width), size);
            }

            if (size <= SmallestType)
            {
                var total = least.Sum();
                return (Filled([.. least.Select(l => (int)((long)l * width / total))], width), size);
            }
        }
    }

    private static int Least(PrintTable table, int column, double size, int width, int cellMargin)
    {
        var heading = table.AllHeaderRows() is var rows && table.HeaderRows is null
            ? [rows[0][column].Text]
            : HeaderGrid.Place(rows, table.Columns.Count).Where(p => p.Column == column && p.Cell.Columns == 1).Select(p => p.Cell.Text);
        var cells = table.Rows.OfType<PrintRow.Cells>().Where(r => column < r.Texts.Count).Select(r => r.Texts[column].ToString());
        var word = heading.Concat(cells)
            .SelectMany(text => text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Select(w => LetterWidths.BoldTwips(PrintText.Clean(w), size))
            .DefaultIfEmpty()
            .Max();
        return Math.Min((int)(width * LargestClaim), word + (2 * cellMargin) + 40);
    }

    private static int[] Share(IReadOnlyList<PrintColumn> columns, int[] least, int width)
    {
        var widths = new int[columns.Count];
        var open = Enumerable.Range(0, columns.Count).ToHashSet();
        var free = width;
        bool changed;
        do
        {
            changed = false;
            var weights = open.Sum(c => columns[c].Width);
            foreach (var c in open.Order().ToList())
            {
                widths[c] = (int)(free * columns[c].Width / weights);
            }

            foreach (var c in open.Where(c => widths[c] < least[c]).Order().ToList())
            {
                widths[c] = least[c];
                free -= least[c];
                open.Remove(c);
                changed = true;
            }
        }
        while (changed && open.Count > 0);
        return Filled(widths, width);
    }

    // What rounding left over goes to the widest column.
    private static int[] Filled(int[] widths, int width)
    {
        widths[Array.IndexOf(widths, widths.Max())] += width - widths.Sum();
        return widths;
    }
}
