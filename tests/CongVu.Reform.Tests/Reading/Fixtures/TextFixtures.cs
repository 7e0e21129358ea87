using System.Text;

namespace CongVu.Reform.Tests.Reading.Fixtures;

/// <summary>Writes a model as Markdown, tab-separated, one cell a line, and HTML.</summary>
internal static class TextFixtures
{
    public static string Markdown(PlanModel model, int rowsPerPage = int.MaxValue)
    {
        var text = Head(model);
        var onPage = int.MaxValue;
        foreach (var row in model.Rows)
        {
            if (onPage >= rowsPerPage)
            {
                text.AppendLine().AppendLine(Pipe(model.Columns.Select(c => c.Label))).AppendLine(Pipe(model.Columns.Select(_ => "---")));
                onPage = 0;
            }
            onPage++;
            text.AppendLine(Pipe(model.Columns.Select(c => Escape(row, c))));
        }
        return text.AppendLine().ToString();
    }

    /// <summary>Tab-separated; an editor may have cut the tabs at the end of lines.</summary>
    public static string Tabbed(PlanModel model, bool trimmed = false)
    {
        var text = Head(model);
        text.AppendLine(string.Join('\t', model.Columns.Select(c => c.Label)));
        foreach (var row in model.Rows)
        {
            var line = string.Join('\t', model.Columns.Select(c => row.Text(c.Field)));
            text.AppendLine(trimmed ? line.TrimEnd('\t') : line);
        }
        return text.AppendLine().ToString();
    }

    /// <summary>One cell a line, merged cells repeated, rows parted by blank lines; ragged: the borders of the cells do not fall on those of the heading.</summary>
    public static string Flattened(PlanModel model, bool ragged = false)
    {
        var borders = new Random(model.Rows.Count);
        var text = Head(model);
        void Cells(IEnumerable<string> cells)
        {
            foreach (var cell in cells)
            {
                text.Append('\t').AppendLine(cell.Length > 0 ? cell : "\u00A0");
            }
            text.AppendLine();
        }
        Cells(model.Columns.SelectMany(c => Enumerable.Repeat(c.Label, c.Width)));
        ModelRow? above = null;
        foreach (var row in model.Rows)
        {
            var widths = ragged ? Widths(model, borders) : [.. model.Columns.Select(c => c.Width)];
            var shown = row.GoesOn ? row with { Number = above!.Number, Title = above.Title } : row;
            above = shown;
            Cells(row.IsGroup
                ? model.Columns.SelectMany((c, i) => Enumerable.Repeat(c.Field == ModelField.Number ? row.Number : row.Title, widths[i]))
                : model.Columns.SelectMany((c, i) => Enumerable.Repeat(shown.Text(c.Field), widths[i])));
        }
        return text.AppendLine().ToString();
    }

    /// <summary>The same total width dealt out anew.</summary>
    private static List<int> Widths(PlanModel model, Random borders)
    {
        var widths = model.Columns.Select(_ => 1).ToList();
        for (var left = model.Columns.Sum(c => c.Width) - widths.Count; left > 0; left--)
        {
            widths[borders.Next(widths.Count)]++;
        }
        return widths;
    }

    public static string Html(PlanModel model)
    {
        var text = Head(model);
        text.AppendLine("<table>").AppendLine("<tr>" + string.Concat(model.Columns.Select(c => $"<th>{c.Label}</th>")) + "</tr>");
        for (var i = 0; i < model.Rows.Count; i++)
        {
            var row = model.Rows[i];
            var below = model.Rows.Skip(i + 1).TakeWhile(r => r.GoesOn).Count();
            text.Append("<tr>");
            foreach (var column in model.Columns)
            {
                var held = column.Field is ModelField.Number or ModelField.Title;
                if (row.GoesOn && held)
                {
                    continue;
                }
                text.Append(held && below > 0 ? $"<td rowspan=\"{below + 1}\">" : "<td>").Append(row.Text(column.Field)).Append("</td>");
            }
            text.AppendLine("</tr>");
        }
        return text.AppendLine("</table>").AppendLine().ToString();
    }

    private static StringBuilder Head(PlanModel model) => model.Head.Aggregate(new StringBuilder(), (t, line) => t.AppendLine(line).AppendLine());

    private static string Pipe(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    private static string Escape(ModelRow row, ModelColumn column)
    {
        var text = row.Text(column.Field).Replace("|", "\\|", StringComparison.Ordinal);
        return row.IsGroup && text.Length > 0 ? $"<b>{text}</b>" : text;
    }
}
