using System.Xml;
using CongVu.Platform.Printing.Packaging;

namespace CongVu.Platform.Printing.Sheets;

/// <summary>A sheet as the workbook part lists it.</summary>
/// <param name="Name">Its name, already fit for Excel.</param>
/// <param name="TitleRows">Rows repeated on every printed page, such as "$3:$4", or null.</param>
/// <param name="Filter">The filtered range, such as "$A$4:$C$90", or null.</param>
internal sealed record ListedSheet(string Name, string? TitleRows, string? Filter);

/// <summary>The parts every workbook has besides its sheets.</summary>
internal static class WorkbookParts
{
    public const string Workbook = "xl/workbook.xml";
    public const string Styles = "xl/styles.xml";
    public const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string StylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    public const string OfficeLinks = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int LongestSheetName = 31;

    public static string SheetPart(int number) => $"xl/worksheets/sheet{number}.xml";

    public static void WriteWorkbook(XmlWriter xml, IReadOnlyList<ListedSheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, OfficeLinks);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            xml.WriteAttributeString("r", "id", OfficeLinks, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (sheets.Any(s => s.TitleRows is not null || s.Filter is not null))
        {
            xml.WriteStartElement("definedNames", Main);
            for (var i = 0; i < sheets.Count; i++)
            {
                DefinedName(xml, "_xlnm._FilterDatabase", i, sheets[i].Name, sheets[i].Filter, hidden: true);
                DefinedName(xml, "_xlnm.Print_Titles", i, sheets[i].Name, sheets[i].TitleRows, hidden: false);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Links of the package as a whole.</summary>
    public static IReadOnlyList<Relationship> PackageLinks() =>
    [
        new("rId1", OfficeLinks + "/officeDocument", Workbook),
        new("rId2", DocumentProperties.RelationshipType, DocumentProperties.PartName),
    ];

    /// <summary>Links of the workbook to its sheets and styles.</summary>
    public static IReadOnlyList<Relationship> WorkbookLinks(int sheets) =>
    [
        .. Enumerable.Range(1, sheets).Select(n => new Relationship($"rId{n}", OfficeLinks + "/worksheet", $"worksheets/sheet{n}.xml")),
        new($"rId{sheets + 1}", OfficeLinks + "/styles", "styles.xml"),
    ];

    /// <summary>A sheet name Excel accepts: no signs it reserves, at most 31 characters, not yet taken.</summary>
    public static string SheetName(string wanted, IReadOnlyCollection<string> taken)
    {
        var kept = new string([.. PrintText.Clean(wanted).Where(c => !"[]:*?/\\\n\t".Contains(c))]).Trim(' ', '\'');
        var name = Cut(kept.Length == 0 ? "Trang" : kept, LongestSheetName);
        for (var n = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); n++)
        {
            var suffix = $" ({n})";
            name = Cut(kept, LongestSheetName - suffix.Length) + suffix;
        }

        return name;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd();

    private static void DefinedName(XmlWriter xml, string name, int sheet, string sheetName, string? range, bool hidden)
    {
        if (range is null)
        {
            return;
        }

        xml.WriteStartElement("definedName", Main);
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("localSheetId", $"{sheet}");
        if (hidden)
        {
            xml.WriteAttributeString("hidden", "1");
        }

        xml.WriteString($"'{sheetName.Replace("'", "''")}'!{range}");
        xml.WriteEndElement();
    }
}
