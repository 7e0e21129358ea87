using System.Text;

namespace CongVu.Reform.Reading;

/// <summary>Tables whose cells are parted by tabs, one row a line, as pasted from a sheet.</summary>
internal static class TabTables
{
    /// <summary>Two tabs or more in a line, or one between two texts in a row of such lines.</summary>
    public static bool StartsAt(List<TextLine> lines, int i) => Tabs(lines[i].Text) >= 2 && Filled(lines[i].Text) >= 2;

    public static TableBlock Read(List<TextLine> lines, ref int i)
    {
        var table = new TableBlock(lines[i].Source);
        var columns = Cells(lines[i].Text).Count;
        while (i < lines.Count && !lines[i].IsGap)
        {
            if (Tabs(lines[i].Text) >= 1)
            {
                var row = Row(lines, ref i);
                if (!row.IsBlank)
                {
                    table.Rows.Add(row);
                }
            }
            else if (!TakeLooseLine(table, lines[i], columns, i + 1 < lines.Count && Tabs(lines[i + 1].Text) >= 1))
            {
                break;
            }
            else
            {
                i++;
            }
        }
        return table;
    }

    /// <summary>A line without a tab under a row: the rest of its last cell, or a stray.</summary>
    private static bool TakeLooseLine(TableBlock table, TextLine line, int columns, bool tableGoesOn)
    {
        if (table.Rows.Count == 0)
        {
            return false;
        }
        var cells = table.Rows[^1].Cells;
        if (line.IsBlank)
        {
            return true;
        }
        var goesOn = Vietnamese.StartsSmall(line.Text) || (cells.Count < columns && tableGoesOn && cells[^1].Text.Length > 0 && !cells[^1].Text.TrimEnd().EndsWith('.'));
        if (goesOn && cells.Count > 1)
        {
            cells[^1].Text += "\n" + line.Text;
            cells[^1].Lines.Add(line.AsTableLine);
            return true;
        }
        if (tableGoesOn)
        {
            table.Strays.Add(line.AsTableLine);
        }
        return tableGoesOn;
    }

    private static GridRow Row(List<TextLine> lines, ref int i)
    {
        var first = lines[i];
        var text = first.Text;
        List<TableLine> parts = [first.AsTableLine];
        i++;
        // A sheet quotes a cell that holds a line break.
        while (HasOpenQuote(text) && parts.Count < 40 && i < lines.Count && QuoteCloses(lines, i))
        {
            text += "\n" + lines[i].Text;
            parts.Add(lines[i].AsTableLine);
            i++;
        }
        List<GridCell> cells = [];
        foreach (var raw in Cells(text))
        {
            var plain = InlineMarkup.Strip(raw, out var bold);
            cells.Add(new GridCell(cells.Count, 1, plain, first.Source) { Bold = bold, Lines = [.. parts] });
        }
        return new GridRow(first.Source, cells);
    }

    private static bool HasOpenQuote(string text)
    {
        var lastTab = text.LastIndexOf('\t');
        var open = text.AsSpan(0, text.Length).IndexOf("\t\"") >= 0 || text.StartsWith('"');
        return open && lastTab < text.Length - 1 && text.AsSpan().Count('"') % 2 == 1;
    }

    private static bool QuoteCloses(List<TextLine> lines, int i)
    {
        for (var j = i; j < lines.Count && j < i + 40; j++)
        {
            if (lines[j].Text.AsSpan().Count('"') % 2 == 1)
            {
                return true;
            }
        }
        return false;
    }

    private static List<string> Cells(string text)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                }
            }
            else if (c == '"' && cell.Length == 0 && ClosesBeforeTab(text, i))
            {
                quoted = true;
            }
            else if (c == '\t')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }
        cells.Add(cell.ToString().Trim());
        return cells;
    }

    /// <summary>True when the quote that opens here closes right before a tab or the end: quoting by a sheet, not a quotation.</summary>
    private static bool ClosesBeforeTab(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }
            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
                continue;
            }
            return i + 1 == text.Length || text[i + 1] == '\t';
        }
        return false;
    }

    private static int Tabs(string text) => text.AsSpan().Count('\t');

    private static int Filled(string text) => text.Split('\t').Count(c => !string.IsNullOrWhiteSpace(c));
}
