using DocumentFormat.OpenXml.Wordprocessing;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>A table with rules; heading rows repeat, rows stay whole.</summary>
internal static class RuledTable
{
    private const int CellMargin = 85; // 1.5 mm

    public static Table Build(PrintTable content, int width)
    {
        if (content.Columns.Count == 0)
        {
            throw new ArgumentException("A printed table needs a column.", nameof(content));
        }

        var (widths, size) = TableFit.Fit(content, width, CellMargin);
        content = content with { FontSize = size };
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Paper.Text(width), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(),
                    Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = CellMargin, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = CellMargin, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = Paper.Text(w) })));
        table.Append(HeaderRows(content, widths));
        foreach (var row in content.Rows)
        {
            table.Append(ToRow(row, content, widths));
        }

        return table;
    }

    private static IEnumerable<TableRow> HeaderRows(PrintTable content, int[] widths)
    {
        var rows = content.AllHeaderRows();
        var placed = HeaderGrid.Place(rows, widths.Length);
        for (var r = 0; r < rows.Count; r++)
        {
            var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
            foreach (var p in placed.Where(p => p.Row <= r && r < p.Row + p.Cell.Rows).OrderBy(p => p.Column))
            {
                row.Append(HeaderCellOf(p, r, widths, content.FontSize, ordinals: content.NumberColumns && r == rows.Count - 1));
            }

            yield return row;
        }
    }

    private static TableCell HeaderCellOf(PlacedHeader placed, int row, int[] widths, double size, bool ordinals)
    {
        var cell = NewCell(widths.Skip(placed.Column).Take(placed.Cell.Columns).Sum());
        var properties = cell.TableCellProperties!;
        properties.GridSpan = placed.Cell.Columns > 1 ? new GridSpan { Val = placed.Cell.Columns } : null;
        properties.VerticalMerge = placed.Cell.Rows == 1 ? null : row == placed.Row ? new VerticalMerge { Val = MergedCellValues.Restart } : new VerticalMerge();
        properties.TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center };
        cell.Append(Sized(Paper.Line(ordinals ? "SoThuTuCot" : "TieuDeBang", row == placed.Row ? placed.Cell.Text : ""), size));
        return cell;
    }

    private static TableRow ToRow(PrintRow row, PrintTable content, int[] widths)
    {
        var line = Paper.Row();
        switch (row)
        {
            case PrintRow.Group group:
                var whole = NewCell(widths.Sum());
                whole.TableCellProperties!.GridSpan = new GridSpan { Val = widths.Length };
                var name = Sized(Paper.Line("NoiDungBang", Span.Strong(group.Text)), content.FontSize);
                Paper.KeepWithNext(name);
                whole.Append(name);
                line.Append(whole);
                break;
            case PrintRow.Cells cells when cells.Texts.Count <= widths.Length:
                for (var c = 0; c < widths.Length; c++)
                {
                    var text = c < cells.Texts.Count ? cells.Texts[c] : RichText.Empty;
                    var cell = NewCell(widths[c]);
                    cell.TableCellProperties!.TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center };
                    if (cells.Picture is { } picture && picture.Column == c)
                    {
                        cell.Append(Paper.Line("NoiDungBang"));
                        cell.GetFirstChild<Paragraph>()!.Append(new Run(PictureDrawing.Of(picture.Content)));
                        line.Append(cell);
                        continue;
                    }

                    cell.Append(BodyCell(cells.Bold ? text.With(s => s with { Bold = true }) : text, content.Columns[c].Alignment, content.FontSize));
                    line.Append(cell);
                }

                break;
            default:
                throw new ArgumentException($"A row has more cells than the table has columns ({widths.Length}).", nameof(row));
        }

        return line;
    }

    private static Paragraph BodyCell(RichText text, CellAlignment alignment, double size)
    {
        var paragraph = Sized(Paper.Line("NoiDungBang", text.Spans), size);
        if (alignment != CellAlignment.Left)
        {
            paragraph.ParagraphProperties!.Justification = new Justification
            {
                Val = alignment == CellAlignment.Center ? JustificationValues.Center : JustificationValues.Right,
            };
        }

        return paragraph;
    }

    // The table styles are 12 points; only another size is written on the runs.
    private static Paragraph Sized(Paragraph paragraph, double size)
    {
        if (size != 12)
        {
            foreach (var run in paragraph.Elements<Run>())
            {
                run.RunProperties ??= new RunProperties();
                run.RunProperties.FontSize = new FontSize { Val = DocumentStyles.HalfPoints(size) };
                run.RunProperties.FontSizeComplexScript = new FontSizeComplexScript { Val = DocumentStyles.HalfPoints(size) };
            }
        }

        return paragraph;
    }

    private static TableCell NewCell(int width) =>
        new(new TableCellProperties(new TableCellWidth { Width = Paper.Text(width), Type = TableWidthUnitValues.Dxa }));

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
}
