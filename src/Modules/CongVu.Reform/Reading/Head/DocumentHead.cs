using System.Text.RegularExpressions;

namespace CongVu.Reform.Reading;

/// <summary>Title, number, issuer, day of issue and period of the plan.</summary>
internal sealed record DocumentHead(string? Title, string? Number, string? Issuer, DateOnly? Issued, PlanReadPeriod Period)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex NumberLine = new(
        @"^Số\s*:?\s*(?<n>\d{1,6}(\s?/\s?\d{4})?)\s*(?<sep>[/\-])\s*(?<symbol>\p{Lu}[\p{L}\d]*(\s?[-/&.]\s?\p{Lu}[\p{L}\d]*)*)", Options);

    private static readonly Regex EnclosedWith = new(
        @"(ban hành )?(kèm theo|kèm)\s+(?<type>Quyết định|Kế hoạch|Công văn|Văn bản|Nghị quyết|Đề án|Chương trình)\s+số\s*:?\s*(?<n>\d{1,6}(\s?/\s?\d{4})?)\s*(?<sep>[/\-])\s*(?<symbol>\p{Lu}[\p{L}\d]*(\s?[-/&.]\s?\p{Lu}[\p{L}\d]*)*)", Options | RegexOptions.IgnoreCase);

    private static readonly Regex PlaceAndDate = new(
        @"^(?<place>\p{L}[\p{L}\s.\-]{1,40}),\s*ngày\s+\d{1,2}\s*(tháng|/|\.|-)", Options);

    public static DocumentHead Of(IReadOnlyList<PlanPart> parts)
    {
        var text = parts.OfType<TextPart>().Select(p => p.Block).ToList();
        var firstTable = parts.TakeWhile(p => p is TextPart).Count();
        var head = text.Take(Math.Min(80, Math.Max(firstTable, 12))).ToList();
        var enclosed = text.Select(b => EnclosedWith.Match(Vietnamese.OneLine(b.Text))).FirstOrDefault(m => m.Success);
        var ownNumber = head.Select(b => NumberLine.Match(Vietnamese.OneLine(b.Text))).FirstOrDefault(m => m.Success);
        var title = PlanTitle.Of(text);
        var issued = IssuedOf(head) ?? (enclosed is null ? null : DateAfter(text, enclosed));
        var number = ownNumber is null && text.Take(40).Any(b => IsBlankNumber(b.Text)) ? null : NumberOf(ownNumber ?? enclosed);
        return new DocumentHead(title, number, IssuerName.Of(text, head, title), issued, PeriodOf(title, text, issued));
    }

    private static string? NumberOf(Match? m) =>
        m is null ? null : WithoutBlanks(m.Groups["n"].Value) + m.Groups["sep"].Value + WithoutBlanks(m.Groups["symbol"].Value);

    /// <summary>"Số:      /KH-UBND" of a draft.</summary>
    private static bool IsBlankNumber(string text)
    {
        var folded = Vietnamese.Fold(text.Trim());
        return folded.StartsWith("so", StringComparison.Ordinal) && folded.Length < 40 && folded[2..].TrimStart(':', ' ', '.', '…', '_') is ['/' or '-', ..];
    }

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static DateOnly? IssuedOf(List<TextBlock> head)
    {
        foreach (var block in head)
        {
            var line = Vietnamese.OneLine(block.Text);
            if (line.Length <= 100 && PlaceAndDate.IsMatch(line) && FirstDay(line) is { } day)
            {
                return day;
            }
        }
        return null;
    }

    private static DateOnly? DateAfter(List<TextBlock> text, Match enclosed)
    {
        var line = text.Select(b => Vietnamese.OneLine(b.Text)).First(l => l.Contains(enclosed.Value, StringComparison.Ordinal));
        var at = line.IndexOf(enclosed.Value, StringComparison.Ordinal) + enclosed.Length;
        return FirstDay(line[at..Math.Min(line.Length, at + 60)]);
    }

    private static DateOnly? FirstDay(string text) =>
        DateMentions.Find(text).FirstOrDefault(m => m is { Precision: DatePrecision.Day, First: not null })?.First;

    private static PlanReadPeriod PeriodOf(string? title, List<TextBlock> text, DateOnly? issued)
    {
        if (title is not null && Span(title, issued) is { } own)
        {
            return own;
        }
        foreach (var block in text)
        {
            var line = Vietnamese.OneLine(block.Text);
            var folded = Vietnamese.Fold(line.Length > 80 ? line[..80] : line);
            var at = Math.Max(Vietnamese.IndexOfPhrase(folded, "thoi gian thuc hien"), Math.Max(Vietnamese.IndexOfPhrase(folded, "thoi gian trien khai"), Vietnamese.IndexOfPhrase(folded, "thoi han thuc hien")));
            if (at is >= 0 and < 12 && Span(Sentences.Split(line[at..])[0], issued) is { } written)
            {
                return written;
            }
        }
        return default;
    }

    /// <summary>The span a text names: "giai đoạn 2020 - 2025", "năm 2026", "từ nay đến hết tháng 10 năm 2015".</summary>
    private static PlanReadPeriod? Span(string text, DateOnly? issued)
    {
        var folded = Vietnamese.Fold(text);
        var mentions = DateMentions.Find(text).Where(m => m.First is not null && m.Precision != DatePrecision.Day).ToList();
        var stage = Vietnamese.IndexOfPhrase(folded, "giai doan");
        var outlook = Vietnamese.IndexOfPhrase(folded, "dinh huong");
        outlook = outlook < 0 ? Vietnamese.IndexOfPhrase(folded, "tam nhin") : outlook;
        var inside = mentions.Where(m => outlook < 0 || m.Start < outlook).ToList();
        if (stage >= 0 && inside.Where(m => m.Start > stage).ToList() is { Count: > 0 } staged)
        {
            // Several stages: the last one is the plan's own, the others belong to what it rests on.
            var from = staged.FindLastIndex(m => Vietnamese.Fold(text[..m.Start]).TrimEnd().EndsWith("giai doan", StringComparison.Ordinal));
            var run = staged.Skip(Math.Max(0, from)).Take(2).ToList();
            return new PlanReadPeriod(run.Min(m => m.First), run.Max(m => m.Last));
        }
        if (inside.Count == 0)
        {
            var days = DateMentions.Find(text).Where(m => m is { Precision: DatePrecision.Day, First: not null }).ToList();
            return days.Count == 0 ? null : new PlanReadPeriod(days.Count > 1 ? days[0].First : Vietnamese.HasPhrase(folded, "tu nay") ? issued : null, days[^1].Last);
        }
        if (Vietnamese.HasAny(folded, ["tu nay", "tu khi", "ke tu"]))
        {
            return new PlanReadPeriod(issued, inside[^1].Last);
        }
        var toOnly = inside.Count == 1 && Vietnamese.Fold(text[..inside[0].Start]).TrimEnd() is var before && (before.EndsWith("den", StringComparison.Ordinal) || before.EndsWith("den het", StringComparison.Ordinal));
        return new PlanReadPeriod(toOnly ? null : inside.Min(m => m.First), inside.Max(m => m.Last));
    }
}
