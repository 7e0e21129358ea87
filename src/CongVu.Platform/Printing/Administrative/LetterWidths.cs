using System.Text;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>
/// Widths of Times New Roman Bold in thousandths of the size. The decree measures its rules by the words above them
/// ("as long as the line", "a third to a half of the line"), so the printer must know how long a line is.
/// </summary>
internal static class LetterWidths
{
    // From the space to the tilde, in the order of ASCII.
    private static readonly short[] Bold =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
        930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
        611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
        333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
        556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    /// <summary>Length of a line of bold text in twips (twentieths of a point).</summary>
    public static int BoldTwips(string text, double points)
    {
        var thousandths = 0;
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            thousandths += Width(rune.Value);
        }

        return (int)Math.Round(thousandths * points * 20 / 1000, MidpointRounding.AwayFromZero);
    }

    private static int Width(int rune) => rune switch
    {
        >= ' ' and <= '~' => Bold[rune - ' '],
        0x031B => 60, // the horn of ơ and ư makes the letter wider
        >= 0x0300 and <= 0x036F => 0,
        'Đ' => 722,
        'đ' => 556,
        '–' => 500,
        '—' => 1000,
        _ => 500,
    };
}
