using System.Globalization;
using System.Text;

namespace CongVu.Platform.Files.Inspection;

/// <summary>Names as browsers send them: with folders, with signs that reverse the reading direction, or with nothing at all.</summary>
internal static class SafeFileName
{
    private const int Longest = 150;
    private static readonly string[] Reserved = ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"];

    public static string Of(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // Control and format signs include U+202E, which makes "exe.pdf" out of "fdp.exe".
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate)
                && rune != Rune.ReplacementChar && !(rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value)))
            {
                kept.Append(rune.ToString());
            }
        }

        var clean = kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ').TrimEnd(' ', '.');
        var extension = Path.GetExtension(clean);
        var stem = clean[..^extension.Length].TrimEnd(' ', '.');
        if (stem.Length == 0 || Reserved.Contains(stem, StringComparer.OrdinalIgnoreCase))
        {
            stem = "tep" + (stem.Length == 0 ? "" : "-" + stem);
        }

        return stem[..Math.Min(stem.Length, Longest)] + extension;
    }
}
