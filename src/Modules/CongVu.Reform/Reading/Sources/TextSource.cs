namespace CongVu.Reform.Reading;

/// <summary>Text and Markdown: finds the tables of every style, the rest are paragraphs.</summary>
internal static class TextSource
{
    public static PlanDocument Read(string text)
    {
        TextDecoding.RefuseFontEncodings(text);
        var lines = TextLine.Of(text);
        List<Block> blocks = [];
        var gap = true;
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].IsBlank && !FlattenedTables.IsCell(lines[i].Text))
            {
                gap = true;
                i++;
                continue;
            }
            var table = TableAt(lines, ref i);
            if (table is not null)
            {
                blocks.Add(table);
                gap = false;
                continue;
            }
            if (!lines[i].IsBlank)
            {
                Paragraphs.Add(blocks, lines[i], gap);
                gap = false;
            }
            i++;
        }
        return new PlanDocument(PlanFileFormat.Text, blocks);
    }

    private static TableBlock? TableAt(List<TextLine> lines, ref int i)
    {
        if (PipeTables.StartsAt(lines, i))
        {
            return PipeTables.Read(lines, ref i);
        }
        if (TabTables.StartsAt(lines, i))
        {
            return TabTables.Read(lines, ref i);
        }
        if (FlattenedTables.StartsAt(lines, i))
        {
            return FlattenedTables.Read(lines, ref i);
        }
        return HtmlTables.StartsAt(lines, i) ? HtmlTables.Read(lines, ref i) : UntabbedTables.Read(lines, ref i);
    }
}
