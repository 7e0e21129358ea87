namespace CongVu.Reform.Reading;

/// <summary>Joins the lines of a text file that a narrow page has broken into paragraphs.</summary>
internal static class Paragraphs
{
    public static void Add(List<Block> blocks, TextLine line, bool gap)
    {
        var plain = InlineMarkup.Strip(line.Text, out var bold);
        var level = 0;
        var trimmed = plain.Trim();
        while (level < trimmed.Length && level < 6 && trimmed[level] == '#')
        {
            level++;
        }
        if (level > 0 && level < trimmed.Length && trimmed[level] == ' ')
        {
            plain = InlineMarkup.Strip(line.Text.Trim()[level..].Trim(), out bold);
            trimmed = plain.Trim();
        }
        else
        {
            level = 0;
        }
        if (trimmed.Length == 0 || trimmed.All(c => c is '-' or '_' or '*' or '=' or '.' or '~'))
        {
            return;
        }
        if (!gap && level == 0 && blocks.Count > 0 && blocks[^1] is TextBlock before && GoesOn(before, trimmed))
        {
            blocks[^1] = new TextBlock(before.Source, before.Text + "\n" + trimmed)
            {
                HeadingLevel = before.HeadingLevel, Bold = before.Bold, AfterGap = before.AfterGap, TouchesTable = before.TouchesTable,
            };
            return;
        }
        var touches = !gap && blocks.Count > 0 && blocks[^1] is TableBlock;
        blocks.Add(new TextBlock(line.Source, trimmed) { HeadingLevel = level, Bold = bold, AfterGap = gap, TouchesTable = touches });
    }

    private static bool GoesOn(TextBlock before, string next)
    {
        var last = before.Text.AsSpan(before.Text.LastIndexOf('\n') + 1).TrimEnd();
        var open = last.Length > 0 && last[^1] is not ('.' or ';' or ':' or '!' or '?');
        if (next[0] == '(' && !Vietnamese.StartsSmall(next))
        {
            return false;
        }
        if (!open || before.HeadingLevel > 0 || ItemNumber.OfStart(next) is not null || next[0] is '-' or '+' or '•' or '*' or '–')
        {
            return false;
        }
        // A capital may begin the next line of a long one, but not of a heading or a short one.
        return Vietnamese.StartsSmall(next) || (last.Length >= 70 && !Vietnamese.IsCapitals(last.ToString()) && !Vietnamese.IsCapitals(next));
    }
}
