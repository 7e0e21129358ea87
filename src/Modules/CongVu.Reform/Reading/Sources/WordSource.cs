using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CongVu.Reform.Reading;

/// <summary>Word documents: paragraphs with their automatic numbers, tables with merged cells. One block of the body is in memory at a time.</summary>
internal sealed class WordSource
{
    private readonly WordNumbering numbering;
    private readonly PlanReadLimits limits;
    private readonly List<Block> blocks = [];
    private int line;
    private int tables;
    private int rows;
    private bool gap = true;

    private WordSource(OfficePackage package, string main)
    {
        limits = package.Limits;
        numbering = WordNumbering.Of(package, main);
    }

    public static PlanDocument Read(OfficePackage package, string main)
    {
        var source = new WordSource(package, main);
        using var reader = package.Open(main) ?? throw new InvalidDataException("no document");
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "body" && !reader.IsEmptyElement)
            {
                source.ReadBody(reader);
                break;
            }
        }
        TextDecoding.RefuseFontEncodings(string.Join('\n', source.blocks.SelectMany(Texts).Take(2000)));
        return new PlanDocument(PlanFileFormat.Word, source.blocks);
    }

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        TextBlock text => [text.Text],
        TableBlock table => table.Rows.SelectMany(r => r.Cells).Select(c => c.Text),
        _ => [],
    };

    private void ReadBody(XmlReader reader)
    {
        reader.Read();
        while (!reader.EOF && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Take((XElement)XNode.ReadFrom(reader));
            }
            else
            {
                reader.Read();
            }
        }
    }

    private void Take(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "p":
                TakeParagraph(element);
                break;
            case "tbl":
                TakeTable(element);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "smartTag":
                foreach (var child in element.Elements())
                {
                    Take(child);
                }
                break;
        }
    }

    private void TakeParagraph(XElement paragraph)
    {
        var text = WordText.Of(paragraph, numbering, out var bold).Trim();
        if (text.Length == 0)
        {
            gap = true;
            return;
        }
        line++;
        var level = numbering.HeadingLevel(paragraph);
        // A manual line break inside a title parts lines just as a new paragraph does.
        foreach (var piece in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            blocks.Add(new TextBlock(new PlanSource(line, $"đoạn {line}"), piece) { HeadingLevel = level, Bold = bold, AfterGap = gap });
            gap = false;
        }
    }

    private void TakeTable(XElement element)
    {
        tables++;
        var table = new TableBlock(new PlanSource(line + 1, $"bảng {tables}"));
        var above = new Dictionary<int, GridCell>();
        foreach (var row in Rows(element))
        {
            if (++rows > limits.MaxTableRows)
            {
                throw new PlanReadException(PlanReadError.TooLarge, $"Các bảng trong tệp có hơn {limits.MaxTableRows} hàng. Tách tệp, chỉ giữ lại kế hoạch, rồi đọc lại.");
            }
            line++;
            table.Rows.Add(Row(row, table.Rows.Count + 1, above));
        }
        if (table.Rows.Count > 0)
        {
            blocks.Add(table);
        }
        gap = false;
    }

    private static IEnumerable<XElement> Rows(XElement container) => container.Elements().SelectMany(e => e.Name.LocalName switch
    {
        "tr" when e.Elements().FirstOrDefault(p => p.Name.LocalName == "trPr")?.Elements().Any(d => d.Name.LocalName == "del") != true => [e],
        "sdt" or "sdtContent" or "customXml" or "ins" => Rows(e),
        _ => (IEnumerable<XElement>)[],
    });

    private static IEnumerable<XElement> Cells(XElement container) => container.Elements().SelectMany(e => e.Name.LocalName switch
    {
        "tc" => [e],
        "sdt" or "sdtContent" or "customXml" => Cells(e),
        _ => (IEnumerable<XElement>)[],
    });

    private GridRow Row(XElement row, int number, Dictionary<int, GridCell> above)
    {
        List<GridCell> cells = [];
        var column = Whole(WordText.Property(row, "trPr", "gridBefore"), 0);
        foreach (var cell in Cells(row))
        {
            var span = Math.Clamp(Whole(WordText.Property(cell, "tcPr", "gridSpan"), 1), 1, limits.MaxColumns);
            var merge = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "tcPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "vMerge");
            var source = new PlanSource(line, $"bảng {tables}, hàng {number}, cột {cells.Count + 1}");
            if (merge is not null && WordText.Value(merge) is null or "continue" && above.TryGetValue(column, out var origin))
            {
                cells.Add(new GridCell(column, span, origin.Text, source) { FromAbove = true, Lines = [] });
            }
            else
            {
                var text = WordText.OfCell(cell, numbering, out var bold);
                var made = new GridCell(column, span, text, source) { Bold = bold };
                cells.Add(made);
                above[column] = made;
            }
            column += span;
            if (column > limits.MaxColumns)
            {
                break;
            }
        }
        return new GridRow(new PlanSource(line, $"bảng {tables}, hàng {number}"), cells);
    }

    private static int Whole(string? value, int otherwise) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Min(n, 10_000) : otherwise;
}
