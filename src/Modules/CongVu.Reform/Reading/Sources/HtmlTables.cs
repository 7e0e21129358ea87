using System.Globalization;
using System.Text;

namespace CongVu.Reform.Reading;

/// <summary>HTML tables inside a text or Markdown file: rows, cells, colspan and rowspan; everything else is passed over.</summary>
internal static class HtmlTables
{
    public static bool StartsAt(List<TextLine> lines, int i) => lines[i].Text.Contains("<table", StringComparison.OrdinalIgnoreCase);

    public static TableBlock Read(List<TextLine> lines, ref int i)
    {
        var grid = new SpanGrid(new TableBlock(lines[i].Source));
        var cell = default(OpenCell);
        var depth = 0;
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            for (var at = 0; at < line.Text.Length;)
            {
                var tag = TagAt(line.Text, at);
                if (tag is not { } t)
                {
                    var next = line.Text.IndexOf('<', at + 1);
                    var end = next < 0 ? line.Text.Length : next;
                    Take(grid, ref cell, line, line.Text[at..end], depth);
                    at = end;
                    continue;
                }
                at = t.End;
                switch (t.Name)
                {
                    case "table":
                        depth++;
                        break;
                    case "/table":
                        Close(grid, ref cell);
                        if (--depth <= 0)
                        {
                            i++;
                            grid.Complete();
                            return grid.Table;
                        }
                        break;
                    case "tr" when depth == 1:
                        Close(grid, ref cell);
                        grid.BeginRow(line.Source);
                        break;
                    case "td" or "th" when depth == 1:
                        Close(grid, ref cell);
                        cell = new OpenCell(line, Span(t.Body, "colspan"), Span(t.Body, "rowspan"));
                        break;
                    case "/td" or "/th" or "/tr" when depth == 1:
                        Close(grid, ref cell);
                        break;
                    default:
                        Take(grid, ref cell, line, line.Text[(t.End - t.Body.Length)..t.End], depth);
                        break;
                }
            }
            cell?.Text.Append('\n');
        }
        Close(grid, ref cell);
        grid.Complete();
        return grid.Table;
    }

    private static void Take(SpanGrid grid, ref OpenCell? cell, TextLine line, string text, int depth)
    {
        if (cell is not null)
        {
            cell.Text.Append(text);
            if (!string.IsNullOrWhiteSpace(text) && cell.Lines[^1].Source.Line != line.Number)
            {
                cell.Lines.Add(line.AsTableLine);
            }
        }
        else if (depth > 0 && InlineMarkup.Strip(text).Any(char.IsLetterOrDigit) && !text.StartsWith('<') && grid.Table.Strays.All(s => s.Source.Line != line.Number))
        {
            grid.Table.Strays.Add(line.AsTableLine);
        }
    }

    private static void Close(SpanGrid grid, ref OpenCell? cell)
    {
        if (cell is null)
        {
            return;
        }
        var text = InlineMarkup.Strip(cell.Text.ToString().Trim(), out var bold);
        grid.Add(text, cell.Columns, cell.Rows, cell.Lines[0].Source, bold, cell.Lines);
        cell = null;
    }

    private static (string Name, string Body, int End)? TagAt(string text, int at)
    {
        if (text[at] != '<' || at + 1 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!'))
        {
            return null;
        }
        var end = text.IndexOf('>', at);
        if (end < 0)
        {
            return null;
        }
        var body = text[at..(end + 1)];
        var name = body[1..^1].Trim().Split(' ', '\t', '/')[0].ToLowerInvariant();
        return (body[1] == '/' ? "/" + body[2..^1].Trim().ToLowerInvariant() : name, body, end + 1);
    }

    private static int Span(string tag, string attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 1;
        }
        var digits = new string([.. tag[(at + attribute.Length)..].SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit).Take(4)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 1000) : 1;
    }

    private sealed class OpenCell(TextLine line, int columns, int rows)
    {
        public StringBuilder Text { get; } = new();

        public int Columns { get; } = columns;

        public int Rows { get; } = rows;

        public List<TableLine> Lines { get; } = [line.AsTableLine];
    }
}
