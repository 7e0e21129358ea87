using System.Globalization;
using System.Text.RegularExpressions;

namespace CongVu.Reform.Reading;

/// <summary>The issuing body: from the head of the document, the enclosing decision, the preamble, the title or the signature.</summary>
internal static class IssuerName
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Name = @"(\p{Lu}[\p{L}\-]*)(\s(-\s)?\p{Lu}[\p{L}\-]*){0,5}";

    private static readonly Regex Committee = new(
        @"(Ủy ban nhân dân|Uỷ ban nhân dân|UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s+(?<level>tỉnh|thành phố|Thành phố|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)\s+(?<name>" + Name + ")", Options);

    private static readonly Regex PlaceName = new(
        @"(?<level>tỉnh|thành phố|Thành phố|TỈNH|THÀNH PHỐ)\s+(?<name>" + Name + ")", Options);

    private static readonly Regex PlaceLine = new(@"^(?<name>\p{Lu}[\p{L}\s]{1,30}),\s*ngày\s", Options);

    private static readonly string[] OtherBodies =
        ["SỞ ", "BAN CHỈ ĐẠO", "BỘ ", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "HỘI ĐỒNG NHÂN DÂN", "BAN TỔ CHỨC", "CỤC ", "CHI CỤC", "THANH TRA", "TRƯỜNG ", "BAN QUẢN LÝ", "VĂN PHÒNG"];

    public static string? Of(List<TextBlock> text, List<TextBlock> head, string? title)
    {
        var lines = head.ConvertAll(b => Vietnamese.OneLine(b.Text));
        return FromHead(lines)
            ?? FromEnclosure(text)
            ?? head.Select(b => InPreamble(Vietnamese.OneLine(b.Text))).FirstOrDefault(i => i is not null)
            ?? FromPlace(lines, title, text)
            ?? text.Select(b => First(Vietnamese.OneLine(b.Text))).FirstOrDefault(i => i is not null);
    }

    /// <summary>The agency's lines above the number, before the title.</summary>
    private static string? FromHead(List<string> lines)
    {
        var top = lines.Take(12).ToList();
        for (var i = 0; i < top.Count; i++)
        {
            if (!Vietnamese.IsCapitals(top[i]))
            {
                continue;
            }
            var joined = i + 1 < top.Count && Vietnamese.IsCapitals(top[i + 1]) ? top[i] + " " + top[i + 1] : top[i];
            if (Committee.Match(joined) is { Success: true } m && m.Index <= 12)
            {
                // "UBND TỈNH X / SỞ NỘI VỤ": the line below the committee is the body that issues.
                var below = top.Skip(i + 1).Take(2).FirstOrDefault(l => IsOtherBody(l));
                return below is null ? Formal(m) : $"{InWords(below)} {Place(m)}";
            }
            if (IsOtherBody(top[i]) && lines.Take(15).Any(l => l.StartsWith("Số", StringComparison.Ordinal)))
            {
                return InWords(top[i]);
            }
        }
        return null;
    }

    private static string? FromEnclosure(List<TextBlock> text) => text
        .Select(b => Vietnamese.OneLine(b.Text))
        .Where(l => l.Contains("kèm theo", StringComparison.OrdinalIgnoreCase) || l.Contains("hành kèm", StringComparison.OrdinalIgnoreCase))
        .Select(First).FirstOrDefault(i => i is not null);

    private static string? InPreamble(string line) =>
        line.Contains("ban hành", StringComparison.Ordinal) || line.Contains("xây dựng", StringComparison.Ordinal) || line.Contains("CHỦ TỊCH", StringComparison.Ordinal) ? Last(line) : null;

    private static string? FromPlace(List<string> lines, string? title, List<TextBlock> text)
    {
        var committee = text.Any(b => b.Text.Contains("BAN NHÂN DÂN", StringComparison.Ordinal) || b.Text.Contains("UBND", StringComparison.Ordinal));
        if (title is not null && PlaceName.Matches(title).LastOrDefault() is { } named && committee)
        {
            return Formal(named);
        }
        var place = lines.Select(l => PlaceLine.Match(l)).FirstOrDefault(m => m.Success);
        return place is not null && committee ? "Ủy ban nhân dân tỉnh " + place.Groups["name"].Value.Trim() : null;
    }

    private static string? First(string line) => Committee.Match(line) is { Success: true } m ? Formal(m) : null;

    private static string? Last(string line) => Committee.Matches(line).LastOrDefault() is { } m ? Formal(m) : null;

    private static bool IsOtherBody(string line) =>
        line.Length < 60 && Vietnamese.IsCapitals(line) && OtherBodies.Any(b => line.StartsWith(b, StringComparison.Ordinal)) && !line.Contains("NHÂN DÂN", StringComparison.Ordinal);

    private static string Formal(Match m) => $"Ủy ban nhân dân {Place(m)}";

    private static string Place(Match m)
    {
        var level = m.Groups["level"].Value;
        level = level is "TỈNH" or "HUYỆN" or "QUẬN" or "THỊ XÃ" or "XÃ" or "PHƯỜNG" ? level.ToLower(CultureInfo.InvariantCulture)
            : level is "THÀNH PHỐ" or "TP" or "TP." or "Thành phố" ? "Thành phố" : level;
        return $"{level} {ProperName(m.Groups["name"].Value)}";
    }

    /// <summary>"HỒ CHÍ MINH GIAI ĐOẠN" → "Hồ Chí Minh".</summary>
    private static string ProperName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var stop = words.FindIndex(w => Vietnamese.Fold(w) is "giai" or "nam" or "ban" or "doc" or "cong" or "so" or "ve" or "trong" or "den" or "ke" or "theo" or "quy");
        if (stop > 0 && !(stop == 1 && Vietnamese.Fold(words[1]) is "nam" or "ninh"))
        {
            words.RemoveRange(stop, words.Count - stop);
        }
        return string.Join(' ', words.Select(w => w == "-" ? w : char.ToUpper(w[0], CultureInfo.InvariantCulture) + (Vietnamese.IsCapitals(w) || w.Length == 1 ? w[1..].ToLower(CultureInfo.InvariantCulture) : w[1..])));
    }

    /// <summary>"SỞ NỘI VỤ" → "Sở Nội vụ".</summary>
    private static string InWords(string capitals)
    {
        var words = capitals.ToLower(CultureInfo.InvariantCulture).Split(' ');
        words[0] = Raised(words[0]);
        if (words.Length > 1 && words[0] is "Sở" or "Bộ" or "Cục")
        {
            words[1] = Raised(words[1]);
        }
        return string.Join(' ', words);
    }

    private static string Raised(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
