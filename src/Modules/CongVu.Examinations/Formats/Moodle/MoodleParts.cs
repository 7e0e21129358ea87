using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Moodle;

/// <summary>Answers of Moodle's question types as parts.</summary>
internal static partial class MoodleParts
{
    public static Part Choice(MoodleQuestion q)
    {
        var choices = q.Answers.Select((a, i) => new Choice(ItemForm.Letter(i), q.Formatted(a))).ToList();
        if (choices.Count == 0) throw new ItemFileException("Câu trắc nghiệm không có phương án.");
        var isSingle = q.Child("single")?.Value.Trim() is not ("false" or "0");
        var shares = q.Answers.Select(Fraction).ToList();
        return Of(choices, shares, isSingle, q.Points, q.Child("shuffleanswers")?.Value.Trim() is "1" or "true");
    }

    /// <summary>A choice part from shares of the points in percent.</summary>
    public static Part Of(IReadOnlyList<Choice> choices, IReadOnlyList<decimal> percent, bool isSingle, decimal points, bool shuffle, string id = "RESPONSE")
    {
        var part = new Part { Id = id, Kind = PartKind.SingleChoice, Choices = choices, Points = points, Shuffle = shuffle };
        if (isSingle)
        {
            var best = percent.Max();
            part = part with
            {
                Kind = TrueFalseWords.Are(choices) ? PartKind.TrueFalse : PartKind.SingleChoice,
                Key = [.. choices.Where((_, i) => best > 0 && percent[i] == best).Select(c => c.Id).Take(1)],
                Scores = [.. choices.Select((c, i) => new AnswerScore(c.Id, percent[i] * points / 100)).Where((s, i) => percent[i] != 0 && percent[i] != best)],
            };
            return part;
        }
        var key = choices.Where((_, i) => percent[i] > 0).Select(c => c.Id).ToList();
        var even = key.Count > 0 ? 100m / key.Count : 0;
        var isEven = key.Count > 1 && percent.All(p => p == 0 || (p > 0 && Math.Abs(p - even) < 0.001m));
        return part with
        {
            Kind = PartKind.MultipleResponse,
            Key = key,
            PerElement = isEven,
            Scores = isEven ? [] : [.. choices.Select((c, i) => new AnswerScore(c.Id, Math.Round(percent[i] * points / 100, 6))).Where(s => s.Points != 0)],
        };
    }

    public static Part TrueFalse(MoodleQuestion q)
    {
        var right = q.Answers.OrderByDescending(Fraction).First();
        var word = MoodleQuestion.TextOf(right).ToLowerInvariant();
        return new Part { Id = "RESPONSE", Kind = PartKind.TrueFalse, Choices = TrueFalseWords.Choices(), Key = [word is "true" or "đúng" ? "true" : "false"], Points = q.Points };
    }

    public static Part Text(MoodleQuestion q)
    {
        var answers = q.Answers.Select(a => (Text: MoodleQuestion.TextOf(a), Percent: Fraction(a))).Where(a => a.Percent > 0).ToList();
        if (answers.Exists(a => a.Text.Contains('*', StringComparison.Ordinal))) q.Lose("Dấu * trong đáp án (thay cho chữ bất kỳ) được hiểu là chữ.");
        return TextOf(answers, q.Points, q.Child("usecase")?.Value.Trim() is "1" or "true");
    }

    public static Part TextOf(IReadOnlyList<(string Text, decimal Percent)> answers, decimal points, bool caseSensitive, string id = "RESPONSE")
    {
        var best = answers.Count > 0 ? answers.Max(a => a.Percent) : 0;
        return new Part
        {
            Id = id,
            Kind = PartKind.GapText,
            Points = points,
            CaseSensitive = caseSensitive,
            Key = [.. answers.Where(a => a.Percent == best).Select(a => a.Text).Distinct()],
            Scores = [.. answers.Where(a => a.Percent != best).Select(a => new AnswerScore(a.Text, Math.Round(a.Percent * points / 100, 6)))],
        };
    }

    public static Part Numeric(MoodleQuestion q)
    {
        List<(decimal Value, decimal Tolerance, decimal Percent)> answers = [];
        foreach (var answer in q.Answers.Where(a => Fraction(a) > 0))
        {
            var text = MoodleQuestion.TextOf(answer);
            if (text == "*") { q.Lose("Đáp án “*” (mọi số) bị bỏ."); continue; }
            answers.Add((MoodleReader.Decimal(text, 0), MoodleReader.Decimal(answer.Element("tolerance")?.Value, 0), Fraction(answer)));
        }
        return NumericOf(answers, q.Points);
    }

    public static Part NumericOf(IReadOnlyList<(decimal Value, decimal Tolerance, decimal Percent)> answers, decimal points, string id = "RESPONSE")
    {
        var best = answers.Count > 0 ? answers.Max(a => a.Percent) : 0;
        return new Part
        {
            Id = id,
            Kind = PartKind.GapNumeric,
            Points = points,
            Numbers = [.. answers.OrderByDescending(a => a.Percent).Select(a => new AcceptedNumber(a.Value, a.Tolerance, a.Percent == best ? null : Math.Round(a.Percent * points / 100, 6)))],
        };
    }

    public static Part Matching(MoodleQuestion q)
    {
        List<Choice> left = [], right = [];
        List<string> key = [];
        foreach (var sub in q.Children("subquestion"))
        {
            var asked = q.Formatted(sub);
            var answer = ContentForm.Plain(MoodleQuestion.TextOf(sub.Element("answer")));
            if (answer.IsEmpty) continue;
            var target = right.Find(r => r.Content == answer);
            if (target is null) right.Add(target = new Choice($"T{right.Count + 1}", answer) { Set = 2 });
            if (asked.IsEmpty) continue;
            left.Add(new Choice($"S{left.Count + 1}", asked) { Set = 1 });
            key.Add($"S{left.Count} {target.Id}");
        }
        if (left.Count == 0) throw new ItemFileException("Câu ghép đôi không có cặp nào.");
        return Matched(left, right, key, q.Points, q.Child("shuffleanswers")?.Value.Trim() is "1" or "true");
    }

    /// <summary>A matching part where several on the left may share one on the right, each right pair earning its share.</summary>
    public static Part Matched(IEnumerable<Choice> left, IEnumerable<Choice> right, IReadOnlyList<string> key, decimal points, bool shuffle) => new()
    {
        Id = "RESPONSE",
        Kind = PartKind.Matching,
        Choices = [.. left, .. right.Select(r => r with { MatchMax = Math.Max(1, key.Count(k => k.EndsWith(" " + r.Id, StringComparison.Ordinal))) })],
        Key = key,
        Points = points,
        PerElement = key.Count > 1,
        Shuffle = shuffle,
    };

    public static Part Ordering(MoodleQuestion q)
    {
        // The answers stand in their right order.
        var choices = q.Answers.Select((a, i) => new Choice(ItemForm.Letter(i), q.Formatted(a))).ToList();
        if (q.Child("gradingtype")?.Value.Trim() is { } how && how is not ("ALL_OR_NOTHING" or "-1")) q.Lose("Cách chấm từng phần của câu sắp thứ tự bị bỏ: đúng cả thứ tự mới có điểm.");
        return new Part { Id = "RESPONSE", Kind = PartKind.Ordering, Choices = choices, Key = [.. choices.Select(c => c.Id)], Points = q.Points, Shuffle = true };
    }

    public static (Content, List<Part>) Selects(MoodleQuestion q, XElement? text)
    {
        var options = (q.Children("selectoption").Any() ? q.Children("selectoption") : q.Children("dragbox"))
            .Select(o => (Text: MoodleQuestion.TextOf(o), Group: o.Element("group")?.Value.Trim() ?? "1")).ToList();
        if (q.Children("dragbox").Any()) q.Lose("Kéo chữ vào chỗ trống trở thành chọn trong danh sách.");
        var gaps = SelectGap().Matches(MoodleQuestion.TextOf(text)).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        List<Part> parts = [];
        foreach (var n in gaps)
        {
            if (n < 1 || n > options.Count) throw new ItemFileException($"Chỗ trống [[{n}]] không có phương án.");
            var choices = options.Select((o, i) => (o, i)).Where(o => o.o.Group == options[n - 1].Group).Select(o => new Choice(ItemForm.Letter(o.i), q.Markup(o.o.Text, "html"))).ToList();
            parts.Add(new Part { Id = gaps.Count == 1 ? "RESPONSE" : $"R{parts.Count + 1}", Kind = PartKind.InlineChoice, Choices = choices, Key = [ItemForm.Letter(n - 1)], Points = Math.Round(q.Points / gaps.Count, 6), Shuffle = true });
        }
        if (parts.Count == 0) throw new ItemFileException("Câu chọn chữ không có chỗ trống [[n]] nào.");
        var at = 0;
        var marked = SelectGap().Replace(MoodleQuestion.TextOf(text), _ => $"<gap id=\"{parts[at++].Id}\"></gap>");
        var copy = new XElement("questiontext", text?.Attribute("format"), new XElement("text", marked), text?.Elements("file"));
        return (q.Formatted(copy), parts);
    }

    private static decimal Fraction(XElement answer) => MoodleReader.Decimal(answer.Attribute("fraction")?.Value ?? answer.Element("fraction")?.Value, 0);

    [GeneratedRegex(@"\[\[(\d{1,4})\]\]")]
    private static partial Regex SelectGap();
}
