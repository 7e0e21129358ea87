using System.Globalization;
using CongVu.Examinations.Formats.Moodle;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Gift;

/// <summary>One question of a GIFT file.</summary>
internal sealed class GiftQuestion(ReadSet set, string id, string topic)
{
    private readonly List<string> _lost = [];
    private string _format = "moodle";

    public void Read(string block)
    {
        var (title, text) = Title(block);
        (_format, text) = Format(text, "moodle");
        var open = GiftText.Find(text, "{");
        if (open < 0)
        {
            set.Refuse(id, "Đoạn văn không có phần trả lời {…}, không phải là câu hỏi.");
            return;
        }
        var close = GiftText.Find(text, "}", open);
        if (close < 0) throw new ItemFileException("Thiếu dấu } kết thúc phần trả lời. Nếu dấu { là chữ, viết \\{.");
        var (before, answers, after) = (text[..open].TrimEnd(), text[(open + 1)..close].Trim(), text[(close + 1)..].Trim());
        var explanation = "";
        if (GiftText.Find(answers, "####") is var general and >= 0) (answers, explanation) = (answers[..general].Trim(), answers[(general + 4)..].Trim());
        if (GiftText.Find(after, "{") >= 0) throw new ItemFileException("Một câu GIFT chỉ có một phần trả lời {…}.");
        var part = Part(answers, after.Length > 0);
        // A sentence may go on after its answer.
        var stem = after.Length == 0 ? Text(before) : part.Kind.IsInline() ? Text($"{before} \u0001 {after}", isGapped: true) : Text($"{before} _____ {after}");
        set.Add(new ExamItem { Id = id, Title = GiftText.Unescape(title), Stem = stem, Parts = [part], Explanation = Text(explanation), Topic = topic });
        foreach (var what in _lost.Distinct()) set.Lose(set.Items[^1].Id, what);
    }

    private static (string Title, string Body) Title(string block)
    {
        if (!block.StartsWith("::", StringComparison.Ordinal)) return ("", block);
        var end = GiftText.Find(block, "::", 2);
        return end < 0 ? ("", block[2..]) : (block[2..end].Trim(), block[(end + 2)..].Trim());
    }

    private static (string Format, string Body) Format(string text, string otherwise)
    {
        foreach (var format in (string[])["html", "moodle", "plain", "markdown"])
        {
            if (text.StartsWith($"[{format}]", StringComparison.OrdinalIgnoreCase)) return (format, text[(format.Length + 2)..].TrimStart());
        }
        return (otherwise, text);
    }

    private Content Text(string raw, bool isGapped = false)
    {
        var (format, text) = Format(raw.Trim(), _format);
        var plain = GiftText.Unescape(text);
        var form = new ContentForm(_ => null, _lost.Add);
        if (!isGapped) return format == "plain" || (format == "moodle" && !plain.Contains('<', StringComparison.Ordinal) && !plain.Contains('&', StringComparison.Ordinal)) ? ContentForm.Plain(plain) : MoodleText.Content(form, plain, format, _lost.Add);
        var marked = format is "html" or "moodle" ? plain : System.Net.WebUtility.HtmlEncode(plain);
        return MoodleText.Content(form, marked.Replace("\u0001", "<gap id=\"RESPONSE\"></gap>", StringComparison.Ordinal), "moodle", _lost.Add);
    }

    private Part Part(string answers, bool isInside)
    {
        if (answers.Length == 0) return new Part { Id = "RESPONSE", Kind = PartKind.ExtendedText };
        if (answers.StartsWith('#')) return Numeric(answers[1..]);
        var word = answers.Split('#')[0].Trim().ToUpperInvariant();
        if (word is "T" or "TRUE" or "F" or "FALSE")
        {
            if (answers.Contains('#', StringComparison.Ordinal)) _lost.Add("Phản hồi riêng của từng phương án bị bỏ.");
            return new Part { Id = "RESPONSE", Kind = PartKind.TrueFalse, Choices = TrueFalseWords.Choices(), Key = [word[0] == 'T' ? "true" : "false"] };
        }
        var options = Options(answers);
        if (options.Count == 0) throw new ItemFileException("Phần trả lời {…} không có phương án nào bắt đầu bằng = hoặc ~.");
        if (options.TrueForAll(o => o.Mark == '=' && GiftText.Find(o.Text, "->") >= 0)) return Matching(options);
        if (options.TrueForAll(o => o.Mark == '=')) return MoodleParts.TextOf([.. options.Select(o => (GiftText.Unescape(o.Text), o.Percent ?? 100)).Where(o => o.Item2 > 0)], 1, caseSensitive: false);
        var isMany = options.TrueForAll(o => o.Mark == '~') && options.Exists(o => o.Percent is not null);
        var choices = options.Select((o, i) => new Choice(ItemForm.Letter(i), Text(o.Text))).ToList();
        var shares = options.Select(o => o.Percent ?? (o.Mark == '=' ? 100 : 0)).ToList();
        if (!isMany && options.Count(o => o.Mark == '=') > 1) throw new ItemFileException("Câu chọn một phương án có nhiều dấu =. Dùng ~%50% cho câu nhiều phương án đúng.");
        var part = MoodleParts.Of(choices, shares, !isMany, 1, shuffle: true);
        return isInside && !isMany && part.Kind == PartKind.SingleChoice ? part with { Kind = PartKind.InlineChoice } : part;
    }

    private Part Numeric(string answers)
    {
        // A single number may stand without its mark; ~ brings what is said to everybody else.
        var options = Options(answers.TrimStart() is { Length: > 0 } text && text[0] is '=' or '~' ? answers : $"={answers}");
        return MoodleParts.NumericOf([.. options.Where(o => o.Percent is not <= 0 && o.Mark == '=').Select(o =>
        {
            var (value, tolerance) = Range(o.Text);
            return (value, tolerance, o.Percent ?? 100);
        })], 1);
    }

    private static (decimal Value, decimal Tolerance) Range(string text)
    {
        if (text.IndexOf("..", StringComparison.Ordinal) is var dots and > 0)
        {
            var (low, high) = (Number(text[..dots]), Number(text[(dots + 2)..]));
            if (low > high) throw new ItemFileException($"Khoảng “{text}” có đầu lớn hơn cuối.");
            return ((low + high) / 2, (high - low) / 2);
        }
        var two = text.Split(':');
        return (Number(two[0]), two.Length > 1 ? Number(two[1]) : 0);
    }

    private Part Matching(List<(char Mark, decimal? Percent, string Text)> options)
    {
        List<Choice> left = [], right = [];
        List<string> key = [];
        foreach (var (_, _, text) in options)
        {
            var arrow = GiftText.Find(text, "->");
            var (asked, answer) = (Text(text[..arrow]), ContentForm.Plain(GiftText.Unescape(text[(arrow + 2)..])));
            var target = right.Find(r => r.Content == answer);
            if (target is null) right.Add(target = new Choice($"T{right.Count + 1}", answer) { Set = 2 });
            if (asked.IsEmpty) continue;
            left.Add(new Choice($"S{left.Count + 1}", asked) { Set = 1 });
            key.Add($"S{left.Count} {target.Id}");
        }
        return MoodleParts.Matched(left, right, key, 1, shuffle: true);
    }

    private List<(char Mark, decimal? Percent, string Text)> Options(string answers)
    {
        List<(char, decimal?, string)> options = [];
        var at = 0;
        while (at < answers.Length)
        {
            if (answers[at] is not ('=' or '~')) { at++; continue; }
            var end = at + 1;
            while (end < answers.Length && answers[end] is not ('=' or '~')) end += answers[end] == '\\' ? 2 : 1;
            var option = answers[(at + 1)..Math.Min(end, answers.Length)].Trim();
            decimal? percent = null;
            if (option.StartsWith('%') && option.IndexOf('%', 1) is var close and > 1)
            {
                percent = Number(option[1..close]);
                option = option[(close + 1)..].Trim();
            }
            options.Add((answers[at], percent, Said(option)));
            at = end;
        }
        return options;
    }

    private string Said(string option)
    {
        var hash = GiftText.Find(option, "#");
        if (hash >= 0 && option[(hash + 1)..].Trim().Length > 0) _lost.Add("Phản hồi riêng của từng phương án bị bỏ.");
        return (hash < 0 ? option : option[..hash]).Trim();
    }

    private static decimal Number(string text) => decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new ItemFileException($"“{text.Trim()}” không phải là số.");
}
