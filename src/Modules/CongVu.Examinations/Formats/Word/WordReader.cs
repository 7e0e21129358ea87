using System.Xml;
using System.Xml.Linq;

namespace CongVu.Examinations.Formats.Word;

/// <summary>Lines of a Word document: paragraphs with their automatic numbers and the look of their runs; tables; pictures; formulas.</summary>
internal sealed class WordReader
{
    private readonly FileBundle _files;
    private readonly WordNumbers _numbers;
    private readonly Dictionary<string, string> _relations;
    private readonly List<PaperLine> _lines = [];
    private int _paragraphs;
    private int _tables;

    private WordReader(FileBundle files)
    {
        _files = files;
        _numbers = WordNumbers.Of(Part("word/numbering.xml"), Part("word/styles.xml"));
        _relations = Part("word/_rels/document.xml.rels")?.Elements().Where(r => r.Attribute("TargetMode")?.Value != "External")
            .DistinctBy(r => r.Attribute("Id")?.Value).ToDictionary(r => r.Attribute("Id")?.Value ?? "", r => r.Attribute("Target")?.Value ?? "") ?? [];
    }

    public static ReadSet Read(string name, FileBundle files)
    {
        var reader = new WordReader(files);
        var document = reader.Part("word/document.xml") ?? throw new ItemFileException("Tệp không phải tài liệu Word (.docx).");
        if (document.Elements().FirstOrDefault(e => e.Name.LocalName == "body") is { } body) reader.Take(body);
        var media = new MediaShelf(href => files.Read(href));
        return PaperReader.Read("docx", name, reader._lines, media);
    }

    private XElement? Part(string name)
    {
        try { return _files.Read(name) is { } bytes ? SafeXml.Load(bytes) : null; }
        catch (XmlException broken) { throw new ItemFileException($"Phần “{name}” của tệp Word hỏng ở dòng {broken.LineNumber}. Mở bằng Word, lưu lại rồi nhập lại.", broken); }
    }

    private void Take(XElement container)
    {
        foreach (var e in container.Elements())
        {
            switch (e.Name.LocalName)
            {
                case "p":
                    _paragraphs++;
                    foreach (var line in Paragraph(e)) _lines.Add(new PaperLine(line, $"đoạn {_paragraphs}"));
                    break;
                case "tbl":
                    Table(e);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "smartTag":
                    Take(e);
                    break;
            }
        }
    }

    private void Table(XElement table)
    {
        _tables++;
        var rows = Rows(table).Select(r => r.Elements().Where(c => c.Name.LocalName == "tc").ToList()).ToList();
        var texts = rows.Select(r => r.Select(c => string.Join(' ', c.Descendants().Where(t => t.Name.LocalName == "t").Select(t => t.Value)).Trim()).ToList()).ToList();
        if (KeyTable.Pairs(texts) is { Count: > 0 } pairs)
        {
            _lines.Add(new PaperLine([new Piece("Đáp án", Look.None)], $"bảng {_tables}"));
            _lines.Add(new PaperLine([new Piece(string.Join("  ", pairs.Select(p => $"{p.Number}. {p.Key}")), Look.None)], $"bảng {_tables}"));
        }
        else if (texts.SelectMany(r => r).Any(KeyTable.IsLayout))
        {
            // Questions or choices laid out in a table are read as lines.
            foreach (var cell in rows.SelectMany(r => r)) Take(cell);
        }
        else
        {
            var made = new XElement("table", new XElement("tbody", rows.Select(r => new XElement("tr", r.Select(c => new XElement("td", c.Elements().Where(p => p.Name.LocalName == "p").SelectMany(Paragraph)
                .Where(l => l.Count > 0).SelectMany((l, i) => i == 0 ? Draft.Show(l) : [new XElement("br"), .. Draft.Show(l)])))))));
            _lines.Add(new PaperLine([new Piece("", Look.None, made)], $"bảng {_tables}"));
        }
    }

    private static IEnumerable<XElement> Rows(XElement table) => table.Elements().SelectMany(e => e.Name.LocalName switch { "tr" => [e], "sdt" or "sdtContent" => Rows(e), _ => (IEnumerable<XElement>)[] });

    /// <summary>One line, or several when the paragraph has manual breaks.</summary>
    private List<List<Piece>> Paragraph(XElement paragraph)
    {
        List<List<Piece>> lines = [[]];
        if (_numbers.Label(paragraph) is { Length: > 0 } label)
        {
            var mark = LookOf(paragraph.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "rPr"));
            lines[0].Add(new Piece(label + " ", mark));
        }
        Walk(paragraph, lines);
        return lines;
    }

    private void Walk(XElement element, List<List<Piece>> lines)
    {
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r": Run(child, lines); break;
                case "oMath": lines[^1].Add(new Piece("", Look.None, OfficeMath.ToMathMl(child))); break;
                case "del" or "moveFrom" or "pPr" or "Fallback": break;
                default: Walk(child, lines); break;
            }
        }
    }

    private void Run(XElement run, List<List<Piece>> lines)
    {
        var properties = run.Elements().FirstOrDefault(e => e.Name.LocalName == "rPr");
        if (properties?.Elements().Any(e => e.Name.LocalName == "vanish" && IsOn(e)) == true) return;
        var look = LookOf(properties);
        foreach (var piece in run.Elements())
        {
            switch (piece.Name.LocalName)
            {
                case "t": lines[^1].Add(new Piece(piece.Value.Normalize(), look)); break;
                case "tab": lines[^1].Add(new Piece(" ", look)); break;
                case "noBreakHyphen": lines[^1].Add(new Piece("-", look)); break;
                case "br" or "cr": lines.Add([]); break;
                case "sym": lines[^1].Add(new Piece("□", look)); break;
                case "drawing" or "pict" or "object" or "AlternateContent":
                    if (Picture(piece) is { } shown) lines[^1].Add(new Piece("", look, shown));
                    else if (piece.Name.LocalName == "AlternateContent") Walk(piece, lines);
                    break;
            }
        }
    }

    private XElement? Picture(XElement drawing)
    {
        var id = drawing.Descendants().Where(e => e.Name.LocalName is "blip" or "imagedata").Attributes().FirstOrDefault(a => a.Name.LocalName is "embed" or "id" && a.Name.NamespaceName.Length > 0)?.Value;
        if (id is null || !_relations.TryGetValue(id, out var target) || FileBundle.Resolve("word/document.xml", target) is not { } name) return null;
        var said = drawing.Descendants().FirstOrDefault(e => e.Name.LocalName == "docPr")?.Attribute("descr")?.Value ?? "";
        return new XElement("img", new XAttribute("alt", said), new XAttribute("src", name));
    }

    private static Look LookOf(XElement? properties)
    {
        var look = Look.None;
        foreach (var e in properties?.Elements() ?? [])
        {
            var value = e.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;
            look |= e.Name.LocalName switch
            {
                "b" when IsOn(e) => Look.Bold,
                "i" when IsOn(e) => Look.Italic,
                "u" when value is not (null or "none") => Look.Underline,
                "color" when IsColour(value) => Look.Colour,
                "highlight" when value is not (null or "none") => Look.Highlight,
                "shd" when e.Attributes().FirstOrDefault(a => a.Name.LocalName == "fill")?.Value is { } fill && fill is not ("auto" or "FFFFFF") => Look.Highlight,
                "vertAlign" when value == "superscript" => Look.Super,
                "vertAlign" when value == "subscript" => Look.Sub,
                _ => Look.None,
            };
        }
        return look;
    }

    private static bool IsColour(string? value) => value is not null && !value.Equals("auto", StringComparison.OrdinalIgnoreCase) && value.TrimStart('0').Length > 0
        && !(value.Length == 6 && value[..2] == value[2..4] && value[2..4] == value[4..]);

    private static bool IsOn(XElement e) => e.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value is null or "1" or "true" or "on";
}
