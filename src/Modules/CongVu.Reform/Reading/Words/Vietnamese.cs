using System.Globalization;
using System.Text;

namespace CongVu.Reform.Reading;

/// <summary>Text as the reader compares it: one Unicode form, plain blanks, and a folding that keeps every position.</summary>
internal static class Vietnamese
{
    private static readonly char[] Folded = BuildFolding();

    /// <summary>NFC, plain blanks, no invisible characters. Line breaks and tabs stay.</summary>
    public static string Normalise(string text)
    {
        if (!text.IsNormalized(NormalizationForm.FormC))
        {
            text = text.Normalize(NormalizationForm.FormC);
        }
        var needs = false;
        foreach (var c in text)
        {
            if (c == '\u00A0' || c == '\u00AD' || (c >= '\u2000' && c != '\u2013' && c != '\u2014' && Replacement(c) != c))
            {
                needs = true;
                break;
            }
        }
        if (!needs)
        {
            return text;
        }
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var r = Replacement(c);
            if (r != '\0')
            {
                plain.Append(r);
            }
        }
        return plain.ToString();
    }

    /// <summary>All runs of white space become one blank.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }
        if (line.Length > 0 && line[^1] == ' ')
        {
            line.Length--;
        }
        return line.ToString();
    }

    /// <summary>Lower case without marks, the same length as the text, so that a place found here is the place there.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = Folded[from[i]];
        }
    });

    /// <summary>True when all letters are capitals and there are at least two.</summary>
    public static bool IsCapitals(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }
            letters += char.IsUpper(c) ? 1 : 0;
        }
        return letters >= 2;
    }

    /// <summary>True when the first letter is a small one, and nothing but quotes or brackets stands before it.</summary>
    public static bool StartsSmall(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return char.IsLower(c);
            }
            if (c is not ('(' or '"' or '“' or '‘' or ' '))
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Whether <paramref name="phrase"/> stands at a word boundary in a folded text.</summary>
    public static int IndexOfPhrase(string folded, string phrase, int from = 0)
    {
        for (var at = folded.IndexOf(phrase, from, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || !char.IsLetterOrDigit(folded[at - 1])) && (end == folded.Length || !char.IsLetterOrDigit(folded[end])))
            {
                return at;
            }
        }
        return -1;
    }

    public static bool HasPhrase(string folded, string phrase) => IndexOfPhrase(folded, phrase) >= 0;

    public static bool HasAny(string folded, IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (HasPhrase(folded, phrase))
            {
                return true;
            }
        }
        return false;
    }

    public static bool StartsWithPhrase(string folded, string phrase) =>
        folded.StartsWith(phrase, StringComparison.Ordinal) && (folded.Length == phrase.Length || !char.IsLetterOrDigit(folded[phrase.Length]));

    private static char Replacement(char c) => c switch
    {
        '\u00A0' or '\u202F' or '\u2007' or '\u2009' or '\u2002' or '\u2003' or '\u3000' => ' ',
        '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD' => '\0',
        '\u2010' or '\u2011' or '\u2212' => '-',
        _ => c,
    };

    private static char[] BuildFolding()
    {
        var map = new char[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            map[i] = (char)i;
        }
        for (var c = 'A'; c <= 'Z'; c++)
        {
            map[c] = (char)(c + 32);
        }
        for (var i = 0xC0; i < 0x1F00; i++)
        {
            var c = (char)i;
            if (!char.IsLetter(c))
            {
                continue;
            }
            var first = c.ToString().Normalize(NormalizationForm.FormD)[0];
            map[i] = char.IsAscii(first) ? char.ToLowerInvariant(first) : char.ToLower(c, CultureInfo.InvariantCulture);
        }
        map['Đ'] = map['đ'] = map['Ð'] = map['ð'] = 'd';
        map['–'] = map['—'] = map['−'] = map['‐'] = map['‑'] = '-';
        map['“'] = map['”'] = '"';
        map['‘'] = map['’'] = '\'';
        map['\u00A0'] = map['\t'] = ' ';
        return map;
    }
}
