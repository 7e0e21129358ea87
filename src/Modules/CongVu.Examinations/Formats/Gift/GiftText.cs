using System.Text;

namespace CongVu.Examinations.Formats.Gift;

/// <summary>The escapes of GIFT.</summary>
internal static class GiftText
{
    private const string Special = "~=#{}:\\";

    public static string Escape(string text)
    {
        var made = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c == '\n') made.Append("\\n");
            else if (Special.Contains(c, StringComparison.Ordinal)) made.Append('\\').Append(c);
            else made.Append(c);
        }
        return made.ToString();
    }

    public static string Unescape(string text)
    {
        var made = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) made.Append(text[i]);
            else if (text[i + 1] == 'n') { made.Append('\n'); i++; }
            else if (Special.Contains(text[i + 1], StringComparison.Ordinal)) made.Append(text[++i]);
            else made.Append(text[i]);
        }
        return made.ToString();
    }

    /// <summary>First place of a mark that is not escaped; -1 when there is none.</summary>
    public static int Find(string text, string mark, int from = 0)
    {
        for (var i = from; i <= text.Length - mark.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0) return i;
        }
        return -1;
    }
}
