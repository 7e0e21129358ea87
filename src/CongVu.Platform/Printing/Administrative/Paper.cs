using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>The few shapes every part of the paper is made of.</summary>
internal static class Paper
{
    public static Paragraph Line(string style, params Span[] spans) => Line(style, (IEnumerable<Span>)spans);

    public static Paragraph Line(string style, IEnumerable<Span> spans)
    {
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } });
        foreach (var span in spans)
        {
            paragraph.Append(ToRun(span));
        }

        return paragraph;
    }

    /// <summary>Centred text of one or more well-broken lines, and the length of the longest.</summary>
    public static (Paragraph Paragraph, int LineWidth) Balanced(string style, string text, double points, int available)
    {
        var lines = LineBreaks.Split(text, points, available);

        // The space stays in front of the break, so that copying the title gives whole words.
        return (Line(style, string.Join(" \n", lines)), lines.Max(l => LetterWidths.BoldTwips(l, points)));
    }

    /// <summary>A solid rule of the given length in the middle of a column.</summary>
    public static Paragraph Rule(int length, int columnWidth)
    {
        var rule = Line("DuongKe");
        var properties = rule.ParagraphProperties!;
        properties.ParagraphBorders = new ParagraphBorders
        {
            BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" },
        };
        properties.SpacingBetweenLines = new SpacingBetweenLines { Line = "50", LineRule = LineSpacingRuleValues.Exact };
        Indent(rule, (columnWidth - length) / 2);
        return rule;
    }

    /// <summary>Words in a single frame: DỰ THẢO, KHẨN.</summary>
    public static Paragraph Framed(string text, int columnWidth, string color)
    {
        var line = Line("DongKhung", text);
        if (color != "000000")
        {
            foreach (var run in line.Elements<Run>())
            {
                run.RunProperties = new RunProperties { Color = new Color { Val = color } };
            }
        }

        var width = LetterWidths.BoldTwips(text, PaperLayout.Mark) + 400;
        line.ParagraphProperties!.ParagraphBorders = new ParagraphBorders
        {
            TopBorder = new TopBorder { Val = BorderValues.Single, Size = 8, Space = 2, Color = color },
            LeftBorder = new LeftBorder { Val = BorderValues.Single, Size = 8, Space = 4, Color = color },
            BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = 8, Space = 2, Color = color },
            RightBorder = new RightBorder { Val = BorderValues.Single, Size = 8, Space = 4, Color = color },
        };
        Indent(line, Math.Max(0, (columnWidth - width) / 2));
        return line;
    }

    /// <summary>A table without rules, used to set boxes side by side.</summary>
    public static Table SideBySide(params int[] widths) => new(
        new TableProperties(
            new TableWidth { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
        new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));

    /// <summary>A row that never breaks across pages.</summary>
    public static TableRow Row(params TableCell[] cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(cells.AsEnumerable<OpenXmlElement>());
        return row;
    }

    public static TableCell Cell(int width, IEnumerable<Paragraph> content)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }));
        cell.Append(content);
        return cell;
    }

    public static void Indent(Paragraph paragraph, int bothSides) => paragraph.ParagraphProperties!.Indentation =
        new Indentation { Left = Text(bothSides), Right = Text(bothSides) };

    public static void KeepWithNext(Paragraph paragraph) => paragraph.ParagraphProperties!.KeepNext = new KeepNext();

    public static string Text(int twips) => twips.ToString(CultureInfo.InvariantCulture);

    private static Run ToRun(Span span)
    {
        var run = new Run();
        if (span.Bold || span.Italic)
        {
            run.RunProperties = new RunProperties
            {
                Bold = span.Bold ? new Bold() : null,
                Italic = span.Italic ? new Italic() : null,
            };
        }

        var lines = PrintText.Clean(span.Text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new WordText(lines[i].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
