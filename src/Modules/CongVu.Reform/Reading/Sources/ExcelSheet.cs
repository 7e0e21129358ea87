using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CongVu.Reform.Reading;

/// <summary>One sheet as a table: cells by column, merged cells with their spans, those merged downwards repeated below.</summary>
internal sealed class ExcelSheet(string name, ExcelValues values, PlanReadLimits limits)
{
    private readonly SortedDictionary<int, SortedDictionary<int, (string Text, bool Bold)>> rows = [];
    private readonly List<(int Top, int Left, int Bottom, int Right)> merges = [];
    private readonly Dictionary<int, string> lastNumber = [];

    public TableBlock Read(XmlReader reader)
    {
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                TakeRow((XElement)XNode.ReadFrom(reader));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "mergeCell")
            {
                TakeMerge(reader.GetAttribute("ref") ?? "");
                reader.Read();
            }
            else
            {
                reader.Read();
            }
        }
        return Build();
    }

    private void TakeRow(XElement element)
    {
        var number = int.TryParse(element.Attribute("r")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : (rows.Count > 0 ? rows.Keys.Max() + 1 : 1);
        var cells = new SortedDictionary<int, (string, bool)>();
        var column = 0;
        foreach (var cell in element.Elements().Where(e => e.Name.LocalName == "c"))
        {
            column = Place(cell.Attribute("r")?.Value ?? "") is { } at ? at.Column : column + 1;
            var text = values.TextOf(cell, out var bold, out var isNumber);
            if (text.Length > 0 && column <= limits.MaxColumns)
            {
                cells[column] = (isNumber ? AsItemNumber(column, text) : text, bold);
            }
        }
        if (cells.Count == 0)
        {
            return;
        }
        rows[number] = cells;
        if (rows.Count > limits.MaxTableRows)
        {
            throw new PlanReadException(PlanReadError.TooLarge, $"Trang “{name}” có hơn {limits.MaxTableRows} hàng. Tách tệp, chỉ giữ lại kế hoạch, rồi đọc lại.");
        }
    }

    /// <summary>A sheet keeps 1.10 as the number 1.1; after 1.9 it can only have been 1.10.</summary>
    private string AsItemNumber(int column, string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && lastNumber.TryGetValue(column, out var last) && text.Length == dot + 2 && text[^1] != '0'
            && last == text[..dot] + "." + ((text[^1] - '0') * 10 - 1).ToString(CultureInfo.InvariantCulture))
        {
            text += "0";
        }
        lastNumber[column] = text;
        return text;
    }

    private void TakeMerge(string reference)
    {
        var ends = reference.Split(':');
        if (ends.Length == 2 && Place(ends[0]) is { } a && Place(ends[1]) is { } b && merges.Count < 500_000)
        {
            merges.Add((Math.Min(a.Row, b.Row), Math.Min(a.Column, b.Column), Math.Max(a.Row, b.Row), Math.Min(Math.Max(a.Column, b.Column), limits.MaxColumns)));
        }
    }

    private TableBlock Build()
    {
        var table = new TableBlock(new PlanSource(1, $"trang “{name}”")) { Caption = name };
        var spans = merges.GroupBy(m => m.Top).ToDictionary(g => g.Key, g => g.ToDictionary(m => m.Left, m => m));
        List<((int Top, int Left, int Bottom, int Right) Area, string Text)> hanging = [];
        var previous = 0;
        foreach (var (number, cells) in rows)
        {
            hanging.RemoveAll(h => h.Area.Bottom < number);
            var row = new List<GridCell>();
            foreach (var (column, (text, bold)) in cells)
            {
                var source = new PlanSource(number, $"trang “{name}”, ô {Letters(column)}{number}");
                (int Top, int Left, int Bottom, int Right) area = spans.TryGetValue(number, out var here) && here.TryGetValue(column, out var found) ? found : (number, column, number, column);
                row.Add(new GridCell(column - 1, Math.Max(1, area.Right - column + 1), text, source) { Bold = bold });
                if (area.Bottom > number)
                {
                    hanging.Add((area, text));
                }
            }
            foreach (var (area, text) in hanging.Where(h => h.Area.Top < number && !cells.ContainsKey(h.Area.Left)))
            {
                row.Add(new GridCell(area.Left - 1, area.Right - area.Left + 1, text, new PlanSource(number, $"trang “{name}”, ô {Letters(area.Left)}{number}")) { FromAbove = true, Lines = [] });
            }
            row.Sort((a, b) => a.Start.CompareTo(b.Start));
            if (previous > 0 && number > previous + 1 && hanging.Count == 0)
            {
                table.Rows.Add(new GridRow(new PlanSource(previous + 1, $"trang “{name}”, hàng {previous + 1}"), []));
            }
            previous = number;
            table.Rows.Add(new GridRow(new PlanSource(number, $"trang “{name}”, hàng {number}"), row));
        }
        return table;
    }

    private static (int Row, int Column)? Place(string reference)
    {
        var (i, column, row) = (0, 0, 0);
        for (; i < reference.Length && char.IsAsciiLetter(reference[i]) && i < 4; i++)
        {
            column = (column * 26) + (char.ToUpperInvariant(reference[i]) - 'A' + 1);
        }
        for (; i < reference.Length && char.IsAsciiDigit(reference[i]) && row < 10_000_000; i++)
        {
            row = (row * 10) + (reference[i] - '0');
        }
        return column > 0 && row > 0 && i == reference.Length ? (row, column) : null;
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }
        return letters;
    }
}
