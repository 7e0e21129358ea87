namespace CongVu.Reform.Reading;

/// <summary>One physical line of a text file, normalised, tabs kept.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Text">Normalised text.</param>
/// <param name="HadBlanks">True for a line that shows nothing but is not empty: a hard blank that came out of a table cell.</param>
internal readonly record struct TextLine(int Number, string Text, bool HadBlanks)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>A blank line that parts things, unlike one made of hard blanks inside a cell.</summary>
    public bool IsGap => IsBlank && !HadBlanks && !Text.Contains('\t', StringComparison.Ordinal);

    public PlanSource Source => new(Number, $"dòng {Number}");

    public TableLine AsTableLine => new(Source, Text);

    public static List<TextLine> Of(string text)
    {
        List<TextLine> lines = [];
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029'))
            {
                continue;
            }
            var raw = text[start..i];
            lines.Add(new TextLine(lines.Count + 1, Vietnamese.Normalise(raw), raw.Contains('\u00A0', StringComparison.Ordinal)));
            if (i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n')
            {
                i++;
            }
            start = i + 1;
        }
        return lines;
    }
}
