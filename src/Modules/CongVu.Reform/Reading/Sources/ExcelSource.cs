using System.Xml;
using System.Xml.Linq;

namespace CongVu.Reform.Reading;

/// <summary>Excel workbooks: each visible sheet is one table; rows above its heading are the head of the plan.</summary>
internal static class ExcelSource
{
    public static PlanDocument Read(OfficePackage package, string main)
    {
        var relations = package.Relations(main);
        var values = ExcelValues.Of(package, relations);
        List<TableBlock> sheets = [];
        foreach (var (name, part) in Sheets(package, main, relations))
        {
            var sheet = new ExcelSheet(name, values, package.Limits);
            using var reader = package.Open(part);
            if (reader is not null)
            {
                sheets.Add(sheet.Read(reader));
            }
        }
        sheets.RemoveAll(s => s.Rows.Count == 0);
        TextDecoding.RefuseFontEncodings(string.Join('\n', sheets.SelectMany(s => s.Rows).Take(500).SelectMany(r => r.Cells).Select(c => c.Text)));
        List<Block> blocks = [];
        foreach (var sheet in sheets)
        {
            if (sheets.Count > 1)
            {
                blocks.Add(new TextBlock(new PlanSource(1, $"trang “{sheet.Caption}”"), sheet.Caption!) { HeadingLevel = 1, AfterGap = true });
            }
            blocks.Add(sheet);
        }
        return new PlanDocument(PlanFileFormat.Excel, blocks);
    }

    private static List<(string Name, string Part)> Sheets(OfficePackage package, string main, Dictionary<string, string> relations)
    {
        List<(string, string)> sheets = [];
        using var reader = package.Open(main) ?? throw new InvalidDataException("no workbook");
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "sheet" || reader.GetAttribute("state") is "hidden" or "veryHidden")
            {
                continue;
            }
            var element = (XElement)XNode.ReadFrom(reader.ReadSubtree().Prepared());
            var id = element.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value ?? "";
            if (relations.TryGetValue(id, out var part))
            {
                sheets.Add((element.Attribute("name")?.Value ?? "", part));
            }
        }
        return sheets;
    }

    private static XmlReader Prepared(this XmlReader reader)
    {
        reader.Read();
        return reader;
    }
}
