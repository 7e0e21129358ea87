using System.Globalization;
using System.Text;

namespace CongVu.Platform.Text;

/// <summary>Folding and ordering of Vietnamese text.</summary>
public static class VietnameseText
{
    // Dictionary order of letters and tones: a ă â b c d đ e ê …; ngang, huyền, hỏi, ngã, sắc, nặng.
    private const string Letters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>
    /// Search key: lower case, no diacritics, đ as d, single spaces. "Nguyễn Văn Ân" gives "nguyen van an".
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(c)) { if (result.Length > 0 && result[^1] != ' ') result.Append(' '); continue; }
            result.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }
        return result.ToString().TrimEnd();
    }

    /// <summary>
    /// Sort key of a person's name for byte order (collation "C"): given name, then family name, then middle
    /// names; letters in Vietnamese order first, tones decide only between equal letters of the same word.
    /// </summary>
    public static string NameSortKey(string fullName)
    {
        var words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return "";
        var key = new StringBuilder();
        AppendWord(key, words[^1]);
        for (var i = 0; i < words.Length - 1; i++) AppendWord(key, words[i]);
        return key.ToString();
    }

    /// <summary>Sort key of any text in Vietnamese alphabetical order, word by word from the left.</summary>
    public static string SortKey(string text)
    {
        var key = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) AppendWord(key, word);
        return key.ToString();
    }

    private static void AppendWord(StringBuilder key, string word)
    {
        var tone = 0;
        var letters = new StringBuilder();
        foreach (var c in word.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            var (letter, t) = Split(c);
            if (t > 0) tone = t;
            var rank = Letters.IndexOf(letter, StringComparison.Ordinal);
            letters.Append(rank >= 0 ? (char)('A' + rank) : char.IsAsciiDigit(letter) ? letter : '!');
        }
        key.Append(letters).Append(' ').Append((char)('0' + tone)).Append(' ');
    }

    private static (char Letter, int Tone) Split(char c)
    {
        if (c is 'đ') return (c, 0);
        var tone = 0;
        var rest = new StringBuilder(3);
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            var t = Tones.IndexOf(part, StringComparison.Ordinal);
            if (t >= 0) tone = t + 1; else rest.Append(part);
        }
        return (rest.ToString().Normalize(NormalizationForm.FormC)[0], tone);
    }
}
