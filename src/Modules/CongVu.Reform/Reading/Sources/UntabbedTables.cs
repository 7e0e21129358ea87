namespace CongVu.Reform.Reading;

/// <summary>Tables written one cell per line without any tab: recognised only by a block of column headings, one a line.</summary>
internal static class UntabbedTables
{
    public static TableBlock? Read(List<TextLine> lines, ref int i)
    {
        if (lines[i].Text.Length > 40 || HeaderWords.Classify(lines[i].Text).Role is not (ColumnRole.Number or ColumnRole.Task))
        {
            return null;
        }
        var end = i;
        var roles = new HashSet<ColumnRole>();
        while (end < lines.Count && !lines[end].IsBlank && lines[end].Text.Length <= 60 && HeaderWords.Classify(lines[end].Text) is { IsLabel: true } label && ItemNumber.OfStart(lines[end].Text) is null
            && (label.Role != ColumnRole.Unknown || end > i))
        {
            roles.Add(label.Role);
            end++;
        }
        var gapAfter = end >= lines.Count || lines[end].IsBlank;
        if (end - i < 3 || !gapAfter || !roles.Contains(ColumnRole.Task) || roles.Count(r => r is ColumnRole.Lead or ColumnRole.Support or ColumnRole.Time or ColumnRole.Product) == 0)
        {
            return null;
        }
        var segments = new List<List<FlatCell>> { lines.GetRange(i, end - i).ConvertAll(l => new FlatCell(l)) };
        var columns = CollapsedCount(segments[0]);
        var at = end;
        while (Segment(lines, ref at, segments[0].Count, columns) is { } segment)
        {
            segments.Add(segment);
        }
        if (segments.Count < 2)
        {
            return null;
        }
        var table = FlattenedRows.Assemble(segments, lines[i].Source);
        i = at;
        return table;
    }

    /// <summary>The next row, or null when what follows is no longer the table.</summary>
    private static List<FlatCell>? Segment(List<TextLine> lines, ref int at, int width, int columns)
    {
        var from = at;
        while (from < lines.Count && lines[from].IsBlank)
        {
            from++;
        }
        var to = from;
        while (to < lines.Count && !lines[to].IsBlank)
        {
            to++;
        }
        if (from == to)
        {
            return null;
        }
        var cells = Cells(lines.GetRange(from, to - from), width);
        var begins = ItemNumber.OfCell(cells[0].Key) is not null && cells.Count >= 2;
        var whole = cells.Count == width || cells.Count == columns;
        var oneTitle = cells.Count > 1 && cells.TrueForAll(c => c.Key == cells[0].Key);
        if (!begins && !whole && !oneTitle)
        {
            return null;
        }
        at = to;
        return cells;
    }

    /// <summary>One cell a line; when there are too many, lines that begin small go on with the cell above.</summary>
    private static List<FlatCell> Cells(List<TextLine> lines, int width)
    {
        List<FlatCell> cells = [];
        var surplus = lines.Count - width;
        foreach (var line in lines)
        {
            if (surplus > 0 && cells.Count > 1 && Vietnamese.StartsSmall(line.Text))
            {
                cells[^1].Add(line);
                surplus--;
            }
            else
            {
                cells.Add(new FlatCell(line));
            }
        }
        return cells;
    }

    private static int CollapsedCount(List<FlatCell> cells) => cells.Where((c, k) => k == 0 || cells[k - 1].Key != c.Key).Count();
}
