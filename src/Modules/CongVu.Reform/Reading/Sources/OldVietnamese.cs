namespace CongVu.Reform.Reading;

/// <summary>Tells apart the encodings Vietnamese offices used before Unicode, only to name them in a refusal.</summary>
internal static class OldVietnamese
{
    // Common words as they look when TCVN3 (.VnTime) or VNI text is shown as Latin-1.
    private static readonly string[] Tcvn3 = ["c¬ quan", "nhiÖm vô", "kÕ ho¹ch", "KÕ ho¹ch", "thùc hiÖn", "®Þnh", "®­îc", "c«ng", "Së ", "tØnh", "cña", "n¨m", "ViÖt Nam", "céng hßa", "®éc lËp"];
    private static readonly string[] Vni = ["keá hoaïch", "Keá hoaïch", "nhieäm vuï", "thöïc hieän", "cuûa", "tænh", "coâng", "naêm", "Vieät Nam", "ñöôïc", "quyeát ñònh", "Sôû", "cô quan"];

    /// <summary>Name of the single-byte encoding the bytes are probably in, or null.</summary>
    public static string? Guess(byte[] bytes)
    {
        var high = 0;
        var marks = 0;
        var tcvn = 0;
        foreach (var b in bytes.AsSpan(0, Math.Min(bytes.Length, 200_000)))
        {
            if (b < 0x80)
            {
                continue;
            }
            high++;
            // 1258 writes tones as separate bytes; TCVN3 uses A1–FE densely, with đ = AE and ơ, ư = ac, ad.
            marks += b is 0xCC or 0xEC or 0xDE or 0xD2 or 0xF2 ? 1 : 0;
            tcvn += b is 0xAE or 0xAD or 0xAC or 0xB5 or 0xB8 or 0xB9 or 0xD6 or 0xD5 or 0xA8 or 0xA9 ? 1 : 0;
        }
        if (high == 0)
        {
            return null;
        }
        return tcvn * 3 >= high ? "TCVN3 (ABC, phông .VnTime)" : marks * 6 >= high ? "Windows-1258" : "một byte (Windows-1258, TCVN3 hoặc VNI)";
    }

    /// <summary>Name of the font encoding the text was typed in, or null for true Unicode.</summary>
    public static string? FontEncoding(string text)
    {
        var sample = text.Length > 100_000 ? text[..100_000] : text;
        if (Hits(sample, Tcvn3) >= 3)
        {
            return "TCVN3 (ABC, phông .VnTime)";
        }
        return Hits(sample, Vni) >= 3 ? "VNI (phông VNI-Times)" : null;
    }

    private static int Hits(string text, string[] words) => words.Count(w => text.Contains(w, StringComparison.Ordinal));
}
