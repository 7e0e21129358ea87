using System.Text;
using CongVu.Platform.Text;

namespace CongVu.Personnel.Domain;

/// <summary>
/// Search on name and personal id. Each word typed must begin a word of the name, in the order typed, with any words between:
/// "nguyen a" finds "Nguyễn Văn An". Digits may stand anywhere in the id.
/// </summary>
internal static class PersonSearch
{
    /// <summary>What is searched: folded words, each after a space, so that a word's beginning can be asked for.</summary>
    public static string Key(string fullName, string personalId) => $" {VietnameseText.Fold(fullName)} {personalId}";

    /// <summary>The LIKE pattern for what was typed; null when nothing was.</summary>
    public static string? Pattern(string? typed)
    {
        var words = Words(typed);
        if (words.Length == 0) return null;
        var pattern = new StringBuilder("%");
        foreach (var word in words)
        {
            if (!word.All(char.IsAsciiDigit)) pattern.Append(' ');
            foreach (var c in word)
            {
                if (c is '%' or '_' or '\\') pattern.Append('\\');
                pattern.Append(c);
            }
            pattern.Append('%');
        }
        return pattern.ToString();
    }

    /// <summary>Those words typed that can only begin words of the name: the ones without a digit.</summary>
    public static string[] NameWords(string? typed) => [.. Words(typed).Where(w => !w.Any(char.IsAsciiDigit)).Distinct()];

    private static string[] Words(string? typed) => VietnameseText.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
