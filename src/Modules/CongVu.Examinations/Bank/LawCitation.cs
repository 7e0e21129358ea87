using System.Text.RegularExpressions;
using CongVu.Law;

namespace CongVu.Examinations.Bank;

/// <summary>What a question rests on: an instrument, or one article of it. Kept as one text: "170/2025/NĐ-CP" or "170/2025/NĐ-CP, Điều 7 khoản 2".</summary>
/// <param name="Detail">The article with clause and point, in the order of the register; null for the whole instrument.</param>
internal sealed partial record LawCitation(string Instrument, string? Detail)
{
    private const string Between = ", ";
    private const string Form = "Ghi dạng “Điều 7 khoản 2 Nghị định 170/2025/NĐ-CP”; nhiều căn cứ cách nhau bằng dấu chấm phẩy.";

    /// <summary>The article by which a change is found; null for the whole instrument.</summary>
    public string? Provision => Provisions.In(Detail).FirstOrDefault();

    public override string ToString() => Detail is null ? Instrument : Instrument + Between + Detail;

    /// <summary>As it is kept.</summary>
    public static LawCitation Of(string kept) => kept.IndexOf(Between, StringComparison.Ordinal) is > 0 and var at ? new(kept[..at], kept[(at + Between.Length)..]) : new(kept, null);

    /// <summary>As people read it: "Điều 7 khoản 2, Nghị định 170/2025/NĐ-CP".</summary>
    public string Words(LawBook book) => $"{(Detail is null ? "" : Detail + ", ")}{book.Instruments.GetValueOrDefault(Instrument)?.ShortName ?? Instrument}";

    /// <summary>What somebody typed, in either order ("Điều 7 Nghị định 170/2025/NĐ-CP", "170/2025/NĐ-CP, Điều 7"); or what is wrong with it.</summary>
    public static (IReadOnlyList<LawCitation> Cited, string? Error) Read(string? typed, Func<string, bool> isKnown)
    {
        List<LawCitation> cited = [];
        foreach (var part in (typed ?? "").Normalize().Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadOne(part, isKnown, cited) is { } error) return ([], error);
        }
        return ([.. cited.Distinct()], null);
    }

    // Between two semicolons: words that stand before the first number belong to the number after them, words after it to the number before.
    private static string? ReadOne(string text, Func<string, bool> isKnown, List<LawCitation> cited)
    {
        List<(string Number, List<string> Words)> found = [];
        List<string> waiting = [];
        foreach (var piece in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = new List<string>();
            var number = Number().Match(piece) is { Success: true } match ? match.Value : null;
            var rest = Said().Replace(number is null ? piece : piece.Replace(number, " ", StringComparison.Ordinal), m => { words.Add(m.Value); return " "; });
            if (Silent().Replace(rest, " ").Trim() is { Length: > 0 } unknown) return number is null && words.Count == 0 ? Unknown(piece) : $"Không hiểu “{unknown}”. {Form}";
            if (number is not null)
            {
                if (!isKnown(number)) return Unknown(number);
                found.Add((number, [.. waiting, .. words]));
                waiting.Clear();
            }
            else if (found.Count > 0 && !StartsWithArticle(text)) found[^1].Words.AddRange(words);
            else waiting.AddRange(words);
        }
        if (waiting.Count > 0) return $"Ghi số, ký hiệu văn bản của “{string.Join(' ', waiting)}”. {Form}";
        foreach (var (number, words) in found)
        {
            if (words.Count == 0) cited.Add(new(number, null));
            else if (Articles(words) is { } articles) cited.AddRange(articles.Select(a => new LawCitation(number, a)));
            else return $"Ghi cả điều của “{string.Join(' ', words)}”. {Form}";
        }
        return null;
    }

    // "điểm a khoản 2 Điều 7" and "Điều 7 khoản 2 điểm a" are the same; kept in the second order.
    private static List<string>? Articles(List<string> words)
    {
        List<string> articles = [], before = [];
        var upwards = Provisions.In(words[0]).Count == 0;
        foreach (var word in words)
        {
            if (Provisions.In(word) is { Count: > 0 } named)
            {
                articles.AddRange(named);
                before.Reverse();
                if (before.Count > 0) articles[^1] += " " + string.Join(' ', before);
                before.Clear();
            }
            else if (upwards) before.Add(word.ToLowerInvariant());
            else articles[^1] += " " + word.ToLowerInvariant();
        }
        return before.Count > 0 ? null : articles;
    }

    private static bool StartsWithArticle(string text) => Said().Match(text) is { Success: true } said && (!Number().Match(text).Success || said.Index < Number().Match(text).Index);

    private static string Unknown(string number) => $"Văn bản “{number}” không có trong hệ thống văn bản pháp luật. Ghi đúng số, ký hiệu, ví dụ 170/2025/NĐ-CP.";

    [GeneratedRegex(@"\d[^\s,;()]*/[^\s,;()]+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\bđiều\s+\d+[a-zđ]?\b(?:\s*(?:và|đến|-|–)\s*(?:điều\s+)?\d+[a-zđ]?\b)*|\bphụ\s+lục\s+(?:số\s+)?(?:[IVXLC]+|\d+)\b|\bkhoản\s+\d+[a-zđ]?\b|\bđiểm\s+[a-zđ]\b", RegexOptions.IgnoreCase)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:nghị định|bộ luật|luật|pháp lệnh|nghị quyết|quyết định|thông tư liên tịch|thông tư|thông báo|số|của|và|các|theo|tại)\b|[.()]", RegexOptions.IgnoreCase)]
    private static partial Regex Silent();
}
