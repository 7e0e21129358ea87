using System.Text.RegularExpressions;

namespace CongVu.Reform.Reading;

/// <summary>Numbers and dates of other instruments inside a sentence ("Nghị định số 108/2014/NĐ-CP ngày 20/11/2014"): they are never times or targets of the plan.</summary>
internal static class LegalReference
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex Instrument = new(
        @"\d{1,5}\s?(/\s?\d{4}\s?)?/\s?\p{Lu}{2}[\p{L}\d]*(\s?-\s?\p{Lu}[\p{L}\d]*)*|\d{1,5}\s?-\s?\p{Lu}{2}[\p{L}]*\s?/\s?\p{Lu}{2}[\p{L}]*|\d{1,5}/\d{4}/QH\d{1,2}", Options);

    private static readonly Regex DateAfter = new(
        @"^\s?,?\s?(ký |ban hành )?ngày\s+\d{1,2}\s?(/|\.|-|\s?tháng\s)\s?\d{1,2}\s?(/|\.|-|,?\s?năm\s)\s?\d{4}", Options | RegexOptions.IgnoreCase);

    private static readonly Regex NamedWithDate = new(
        @"(Luật|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận|Kế hoạch|Công văn|Thông báo|Văn bản|Tờ trình)[^;.:()]{0,60}?ngày\s+\d{1,2}\s?(/|\.|-|\s?tháng\s)\s?\d{1,2}\s?(/|\.|-|,?\s?năm\s)\s?\d{4}", Options);

    // "… Kế hoạch trước ngày 30/6/2026" dates the task, not the instrument.
    private static readonly string[] DeadlineWords = ["truoc", "den", "nhat", "tu", "han", "qua", "vao", "hoan thanh"];

    /// <summary>The same text with every reference overwritten, so that positions stay.</summary>
    public static string Mask(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return text;
        }
        char[]? masked = null;
        foreach (Match m in Instrument.Matches(text))
        {
            masked ??= text.ToCharArray();
            var end = m.Index + m.Length;
            var tail = text.Substring(end, Math.Min(60, text.Length - end));
            var date = DateAfter.Match(tail);
            Fill(masked, m.Index, end + (date.Success ? date.Length : 0));
        }
        if (masked is not null || text.Contains("ngày", StringComparison.OrdinalIgnoreCase))
        {
            foreach (Match m in NamedWithDate.Matches(masked is null ? text : new string(masked)))
            {
                var day = m.Value.LastIndexOf("ngày", StringComparison.OrdinalIgnoreCase);
                if (DeadlineWords.Any(w => Vietnamese.Fold(m.Value[..day]).TrimEnd().EndsWith(w, StringComparison.Ordinal)))
                {
                    continue;
                }
                masked ??= text.ToCharArray();
                Fill(masked, m.Index + day, m.Index + m.Length);
            }
        }
        return masked is null ? text : new string(masked);
    }

    private static void Fill(char[] text, int from, int to) => text.AsSpan(from, to - from).Fill('§');
}
