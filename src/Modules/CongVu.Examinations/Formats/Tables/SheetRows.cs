using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace CongVu.Examinations.Formats.Tables;

/// <summary>Rows of text of a CSV file or of the first sheet of a workbook. A row keeps the number its file shows.</summary>
internal static class SheetRows
{
    private const int MostRows = 50_000;
    private const int MostColumns = 200;

    public static List<(int Row, string[] Cells)> Csv(string text)
    {
        var head = text.Split('\n')[0];
        var delimiter = new[] { ";", "\t", "," }.MaxBy(d => head.Split(d).Length)!;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, HasHeaderRecord = false, BadDataFound = null, MaxFieldSize = 1_000_000 };
        using var parser = new CsvParser(new StringReader(text), configuration);
        List<(int, string[])> rows = [];
        try
        {
            while (parser.Read())
            {
                rows.Add((parser.RawRow, parser.Record ?? []));
                if (rows.Count > MostRows) throw new ItemFileException($"Tệp có hơn {MostRows} hàng. Chia tệp rồi nhập lại.");
            }
        }
        catch (CsvHelperException broken)
        {
            throw new ItemFileException($"Hàng {rows.Count + 1} của tệp CSV không đọc được (dấu nháy kép không đóng?).", broken);
        }
        return rows;
    }

    public static List<(int Row, string[] Cells)> Workbook(FileBundle files)
    {
        var shared = Part(files, "xl/sharedStrings.xml")?.Elements().Where(e => e.Name.LocalName == "si").Select(Text).ToList() ?? [];
        var sheet = FirstSheet(files) ?? throw new ItemFileException("Sổ Excel không có trang tính nào đọc được.");
        List<(int, string[])> rows = [];
        foreach (var row in sheet.Descendants().Where(e => e.Name.LocalName == "row"))
        {
            if (rows.Count >= MostRows) throw new ItemFileException($"Trang tính có hơn {MostRows} hàng. Chia tệp rồi nhập lại.");
            List<string> cells = [];
            foreach (var cell in row.Elements().Where(e => e.Name.LocalName == "c"))
            {
                var column = Column(cell.Attribute("r")?.Value) ?? cells.Count;
                if (column >= MostColumns) break;
                while (cells.Count <= column) cells.Add("");
                cells[column] = Value(cell, shared);
            }
            var number = int.TryParse(row.Attribute("r")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : rows.Count + 1;
            rows.Add((number, [.. cells]));
        }
        return rows;
    }

    private static XElement? FirstSheet(FileBundle files)
    {
        var workbook = Part(files, "xl/workbook.xml");
        var relations = Part(files, "xl/_rels/workbook.xml.rels")?.Elements().ToDictionary(r => r.Attribute("Id")?.Value ?? "", r => r.Attribute("Target")?.Value ?? "") ?? [];
        foreach (var sheet in workbook?.Descendants().Where(e => e.Name.LocalName == "sheet" && e.Attribute("state") is null) ?? [])
        {
            var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value ?? "";
            if (relations.TryGetValue(id, out var target) && FileBundle.Resolve("xl/workbook.xml", target) is { } name && Part(files, name) is { } found) return found;
        }
        return Part(files, "xl/worksheets/sheet1.xml");
    }

    private static XElement? Part(FileBundle files, string name) => files.Read(name) is { } bytes ? SafeXml.Load(bytes) : null;

    private static string Value(XElement cell, List<string> shared)
    {
        var value = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "v")?.Value ?? "";
        return cell.Attribute("t")?.Value switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < shared.Count ? shared[i] : "",
            "inlineStr" => cell.Elements().FirstOrDefault(e => e.Name.LocalName == "is") is { } inline ? Text(inline) : "",
            "b" => value == "1" ? "Đúng" : "Sai",
            "str" or "e" => value,
            // Numbers in full: 0.1 is stored as 0.1 or 0.10000000000000001.
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.###############", CultureInfo.InvariantCulture) : value,
        };
    }

    private static string Text(XElement rich)
    {
        var text = new StringBuilder();
        foreach (var t in rich.Descendants().Where(e => e.Name.LocalName == "t" && e.Parent?.Name.LocalName != "rPh")) text.Append(t.Value);
        return text.ToString();
    }

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = column * 26 + (c - 'A' + 1);
            if (column > 20_000) break;
        }
        return column == 0 ? null : column - 1;
    }
}
