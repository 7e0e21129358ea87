namespace CongVu.Reform.Reading;

/// <summary>Markdown pipe tables, with or without outer pipes, with rows that break over lines.</summary>
internal static class PipeTables
{
    public static bool StartsAt(List<TextLine> lines, int i) =>
        IsRow(lines[i].Text) || (HasPipe(lines[i].Text) && i + 1 < lines.Count && IsRule(lines[i + 1].Text));

    /// <summary>Reads the table from line <paramref name="i"/> and moves past it.</summary>
    public static TableBlock Read(List<TextLine> lines, ref int i)
    {
        var table = new TableBlock(lines[i].Source);
        var outer = IsRow(lines[i].Text);
        var columns = Cells(lines[i].Text).Count;
        for (; i < lines.Count && !lines[i].IsBlank; i++)
        {
            var line = lines[i];
            if (outer ? IsRow(line.Text) : HasPipe(line.Text))
            {
                if (IsRule(line.Text))
                {
                    AddRule(table, line);
                    continue;
                }
                table.Rows.Add(Row(lines, ref i, outer, columns));
            }
            else if (IsTableAgain(lines, i, outer))
            {
                table.Strays.Add(line.AsTableLine);
            }
            else
            {
                break;
            }
        }
        return table;
    }

    /// <summary>True when further rows follow before the next blank line: the line between is inside the table.</summary>
    private static bool IsTableAgain(List<TextLine> lines, int i, bool outer)
    {
        for (var j = i + 1; j < lines.Count && j < i + 6 && !lines[j].IsBlank; j++)
        {
            if (outer ? IsRow(lines[j].Text) : HasPipe(lines[j].Text))
            {
                return true;
            }
        }
        return false;
    }

    private static void AddRule(TableBlock table, TextLine line)
    {
        if (table.Rows.Count > 0)
        {
            table.Rows[^1].Rules.Add(line.AsTableLine);
        }
        else
        {
            table.Rows.Add(new GridRow(line.Source, []) { Rules = { line.AsTableLine } });
        }
    }

    private static GridRow Row(List<TextLine> lines, ref int i, bool outer, int columns)
    {
        var first = lines[i];
        var text = first.Text;
        List<TableLine> parts = [first.AsTableLine];
        // A cell that holds a line break was written as two lines: the row is still open.
        while (outer && !text.TrimEnd().EndsWith('|') && Cells(text).Count < columns && i + 1 < lines.Count && !lines[i + 1].IsBlank && !IsRow(lines[i + 1].Text))
        {
            i++;
            text += "\n" + lines[i].Text;
            parts.Add(lines[i].AsTableLine);
        }
        List<GridCell> cells = [];
        foreach (var raw in Cells(text))
        {
            var plain = InlineMarkup.Strip(raw, out var bold);
            cells.Add(new GridCell(cells.Count, 1, plain, first.Source) { Bold = bold, Lines = parts });
        }
        return new GridRow(first.Source, cells);
    }

    public static List<string> Cells(string text)
    {
        List<string> cells = [];
        var trimmed = text.Trim();
        var from = trimmed.StartsWith('|') ? 1 : 0;
        var start = from;
        for (var i = from; i < trimmed.Length; i++)
        {
            if (trimmed[i] == '\\')
            {
                i++;
            }
            else if (trimmed[i] == '|')
            {
                cells.Add(trimmed[start..i].Trim());
                start = i + 1;
            }
        }
        if (start < trimmed.Length || !trimmed.EndsWith('|'))
        {
            cells.Add(trimmed[start..].Trim());
        }
        return cells;
    }

    private static bool IsRow(string text)
    {
        var t = text.AsSpan().Trim();
        return t.Length > 1 && t[0] == '|' && t[1..].Contains('|');
    }

    private static bool HasPipe(string text)
    {
        for (var at = text.IndexOf('|', StringComparison.Ordinal); at >= 0; at = text.IndexOf('|', at + 1))
        {
            if (at == 0 || text[at - 1] != '\\')
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsRule(string text)
    {
        var t = text.AsSpan().Trim();
        return t.Length >= 3 && t.Contains('-') && t.Contains('|') && t.IndexOfAnyExcept("|-:+= \t") < 0;
    }
}
