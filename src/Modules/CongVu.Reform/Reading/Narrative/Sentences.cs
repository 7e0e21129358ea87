namespace CongVu.Reform.Reading;

/// <summary>Cuts a paragraph at full stops that end a sentence.</summary>
internal static class Sentences
{
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> sentences = [];
        var start = 0;
        for (var i = 0; i < text.Length - 2; i++)
        {
            if (text[i] is '.' or '!' or '?' && text[i + 1] is ' ' or '\n' && !char.IsLower(text[i + 2]) && !EndsAbbreviation(text, i))
            {
                sentences.Add(text[start..(i + 1)].Trim());
                start = i + 2;
            }
        }
        if (start < text.Length)
        {
            sentences.Add(text[start..].Trim());
        }
        return [.. sentences.Where(s => s.Length > 0)];
    }

    /// <summary>"TP. Hồ Chí Minh", "1. Mục tiêu", "TM. ỦY BAN".</summary>
    private static bool EndsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && text[start - 1] != ' ')
        {
            start--;
        }
        var word = text.AsSpan(start, dot - start);
        return word.Length is 0 or <= 2 && (word.Length == 0 || char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]));
    }
}
