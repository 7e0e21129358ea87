using System.Globalization;

namespace CongVu.Platform.Printing.Sheets;

/// <summary>What stands in a worksheet part before and after its rows, in the order the schema asks.</summary>
internal static class SheetFrame
{
    public static void Begin(Utf8Buffer to, int frozenRows, IEnumerable<double> columnWidths)
    {
        to.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        to.Raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"u8);
        if (frozenRows > 0)
        {
            to.Plain(string.Create(CultureInfo.InvariantCulture, $"<pane ySplit=\"{frozenRows}\" topLeftCell=\"A{frozenRows + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>"));
        }

        to.Raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15.75\"/><cols>"u8);
        var column = 0;
        foreach (var width in columnWidths)
        {
            column++;
            to.Plain(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>"));
        }

        to.Raw("</cols><sheetData>"u8);
    }

    public static void End(Utf8Buffer to, bool landscape, string? filterRange, IReadOnlyList<string> merges, string usedRange)
    {
        to.Raw("</sheetData>"u8);
        if (filterRange is not null)
        {
            to.Plain($"<autoFilter ref=\"{filterRange}\"/>");
        }

        if (merges.Count > 0)
        {
            to.Plain($"<mergeCells count=\"{merges.Count}\">");
            foreach (var merge in merges)
            {
                to.Plain($"<mergeCell ref=\"{merge}\"/>");
            }

            to.Raw("</mergeCells>"u8);
        }

        to.Raw("<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.59\" right=\"0.39\" top=\"0.59\" bottom=\"0.59\" header=\"0.3\" footer=\"0.3\"/>"u8);
        to.Raw(landscape
            ? "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"u8
            : "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"portrait\"/>"u8);
        to.Raw("<headerFooter><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter></headerFooter>"u8);

        // Personal ids are digits kept as text on purpose; Excel need not mark every one of them.
        to.Plain($"<ignoredErrors><ignoredError sqref=\"{usedRange}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>");
    }
}
