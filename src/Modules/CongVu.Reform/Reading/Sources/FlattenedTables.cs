namespace CongVu.Reform.Reading;

/// <summary>
/// Tables written one cell per line with a blank line between rows, the text of a merged cell repeated for every column it covers.
/// A tab begins a cell; a line without one goes on with the cell above, even after a blank line while the row is not full.
/// </summary>
internal static class FlattenedTables
{
    public static bool StartsAt(List<TextLine> lines, int i) =>
        IsCell(lines[i].Text) && i + 1 < lines.Count && NextCell(lines, i + 1) is var next && next >= 0 && NextCell(lines, next + 1) >= 0;

    public static TableBlock? Read(List<TextLine> lines, ref int i)
    {
        var end = RegionEnd(lines, i);
        var segments = Segments(lines, i, end);
        if (segments.Count == 0)
        {
            return null;
        }
        var table = FlattenedRows.Assemble(segments, lines[i].Source);
        i = end;
        return table;
    }

    /// <summary>The line after the last one that belongs to the table.</summary>
    private static int RegionEnd(List<TextLine> lines, int from)
    {
        var end = from + 1;
        for (var j = from + 1; j < lines.Count; j++)
        {
            if (IsCell(lines[j].Text) || (!lines[j].IsBlank && !lines[j - 1].IsGap) || (lines[j].IsBlank && !lines[j].IsGap))
            {
                if (lines[j].Text.AsSpan().Count('\t') > 1 && TabTables.StartsAt(lines, j))
                {
                    break;
                }
                end = j + 1;
            }
            else if (!lines[j].IsBlank && !GoesOnInCell(lines, j))
            {
                break;
            }
        }
        return end;
    }

    /// <summary>A line without a tab after a blank line: the rest of a cell with an empty line in it, if it is short, small-lettered, and cells follow at once.</summary>
    private static bool GoesOnInCell(List<TextLine> lines, int j) =>
        lines[j].Text.Length < 200 && Vietnamese.StartsSmall(lines[j].Text) && j + 1 < lines.Count && IsCell(lines[j + 1].Text);

    private static List<List<FlatCell>> Segments(List<TextLine> lines, int from, int end)
    {
        List<List<FlatCell>> segments = [];
        List<FlatCell>? open = null;
        for (var j = from; j < end; j++)
        {
            var line = lines[j];
            if (line.IsGap)
            {
                open = null;
            }
            else if (IsCell(line.Text))
            {
                if (open is null)
                {
                    segments.Add(open = []);
                }
                open.Add(new FlatCell(line));
            }
            else if (segments.Count > 0)
            {
                segments[^1][^1].Add(line);
            }
        }
        return segments;
    }

    private static int NextCell(List<TextLine> lines, int from)
    {
        for (var j = from; j < lines.Count && j < from + 6; j++)
        {
            if (IsCell(lines[j].Text))
            {
                return j;
            }
        }
        return -1;
    }

    internal static bool IsCell(string text) => text.Length > 0 && text[0] == '\t' && text.AsSpan(1).TrimEnd('\t').IndexOf('\t') < 0;
}

/// <summary>One cell of a flattened table: its first line and the lines that go on with it.</summary>
internal sealed class FlatCell
{
    public FlatCell(TextLine line)
    {
        Lines = [line.AsTableLine];
        Text = InlineMarkup.Strip(line.Text.Trim(), out var bold);
        Bold = bold;
        Source = line.Source;
    }

    public PlanSource Source { get; }

    public string Text { get; private set; }

    public bool Bold { get; }

    public List<TableLine> Lines { get; }

    public void Add(TextLine line)
    {
        if (line.IsBlank)
        {
            return;
        }
        Lines.Add(line.AsTableLine);
        Text = (Text + "\n" + InlineMarkup.Strip(line.Text.Trim())).Trim();
    }

    public string Key => Vietnamese.OneLine(Text);
}
