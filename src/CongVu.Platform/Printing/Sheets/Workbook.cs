using CongVu.Platform.Printing.Packaging;

namespace CongVu.Platform.Printing.Sheets;

/// <summary>
/// A workbook of a few laid-out sheets, for reports: titles, merged headings, groups, totals, signatures.
/// It is kept in memory; long lists belong to <see cref="XlsxTable"/>. The same content gives the same bytes.
/// </summary>
public sealed class Workbook(string title, string creator)
{
    private readonly List<ReportSheet> _sheets = [];

    /// <summary>Adds a sheet; the widths, in characters, also say how many columns it has.</summary>
    public ReportSheet AddSheet(string name, IReadOnlyList<double> columnWidths, bool landscape = true)
    {
        var sheet = new ReportSheet(WorkbookParts.SheetName(name, [.. _sheets.Select(s => s.Name)]), columnWidths, landscape);
        _sheets.Add(sheet);
        return sheet;
    }

    /// <summary>The whole .xlsx file.</summary>
    /// <exception cref="InvalidOperationException">No sheet was added.</exception>
    public byte[] ToArray()
    {
        if (_sheets.Count == 0)
        {
            throw new InvalidOperationException("A workbook needs a sheet.");
        }

        var package = new OpcPackage();
        package.Add(WorkbookParts.Workbook, WorkbookParts.WorkbookType, xml => WorkbookParts.WriteWorkbook(xml, [.. _sheets.Select(s => s.Listed())]));
        package.Add(WorkbookParts.Styles, WorkbookParts.StylesType, XlsxStyles.Write);
        for (var i = 0; i < _sheets.Count; i++)
        {
            package.Add(WorkbookParts.SheetPart(i + 1), WorkbookParts.SheetType, _sheets[i].Write);
        }

        package.Add(DocumentProperties.PartName, DocumentProperties.ContentType, new DocumentProperties(title, creator).Write);
        foreach (var link in WorkbookParts.PackageLinks())
        {
            package.Link("", link.Id, link.Type, link.Target);
        }

        foreach (var link in WorkbookParts.WorkbookLinks(_sheets.Count))
        {
            package.Link(WorkbookParts.Workbook, link.Id, link.Type, link.Target);
        }

        return package.ToArray();
    }
}
