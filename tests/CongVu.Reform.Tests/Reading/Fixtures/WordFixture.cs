using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CongVu.Reform.Tests.Reading.Fixtures;

/// <summary>Writes a model as a Word table: group titles over all columns, the number and title of a task merged down over its products.</summary>
internal static class WordFixture
{
    public static byte[] Write(PlanModel model)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var body = new Body(model.Head.SelectMany(line => (OpenXmlElement[])[Line(line), new Paragraph()]));
            body.Append(Table(model));
            body.Append(Line("Nơi nhận: như trên"));
            word.AddMainDocumentPart().Document = new Document(body);
        }
        return file.ToArray();
    }

    private static Table Table(PlanModel model)
    {
        var table = new Table(new TableGrid(model.Columns.SelectMany(c => Enumerable.Range(0, c.Width)).Select(_ => new GridColumn())));
        table.Append(new TableRow(model.Columns.Select(c => Cell(c.Label, c.Width, null, true))));
        for (var i = 0; i < model.Rows.Count; i++)
        {
            var row = model.Rows[i];
            var more = i + 1 < model.Rows.Count && model.Rows[i + 1].GoesOn;
            table.Append(row.IsGroup && model.Columns[0].Field == ModelField.Number && model.Columns[1].Field == ModelField.Title
                ? new TableRow(Cell(row.Number, model.Columns[0].Width, null, true), Cell(row.Title, model.Columns.Skip(1).Sum(c => c.Width), null, true))
                : new TableRow(model.Columns.Select(c => Cell(row.Text(c.Field), c.Width, Merge(row, c, more), row.IsGroup))));
        }
        return table;
    }

    private static MergedCellValues? Merge(ModelRow row, ModelColumn column, bool more) =>
        column.Field is not (ModelField.Number or ModelField.Title) ? null : row.GoesOn ? MergedCellValues.Continue : more && !row.IsGroup ? MergedCellValues.Restart : null;

    private static TableCell Cell(string text, int width, MergedCellValues? merge, bool bold)
    {
        var properties = new TableCellProperties();
        if (width > 1)
        {
            properties.Append(new GridSpan { Val = width });
        }
        if (merge is { } value)
        {
            // Word leaves the value out for a cell that goes on.
            properties.Append(value == MergedCellValues.Restart ? new VerticalMerge { Val = value } : new VerticalMerge());
        }
        return new TableCell(properties, Line(text, bold));
    }

    /// <summary>Words split over runs, as Word likes to do.</summary>
    private static Paragraph Line(string text, bool bold = false)
    {
        var half = text.Length / 2;
        return new Paragraph(((string[])[text[..half], text[half..]]).Select(t => new Run(
            bold ? new RunProperties(new Bold()) : new RunProperties(), new Text(t) { Space = SpaceProcessingModeValues.Preserve })));
    }
}
