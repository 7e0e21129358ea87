using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CongVu.Examinations.Formats.Moodle;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Gift;

/// <summary>Writes GIFT. It is a text format: pictures are named as losses, kinds it has no form for are refused.</summary>
internal sealed class GiftWriter(ExportAccount account)
{
    public string Write(IReadOnlyList<ExamItem> items)
    {
        var text = new StringBuilder();
        var topic = "";
        foreach (var item in items)
        {
            var (answers, isInside) = item.Parts is [var only] ? Answers(item, only) : (null, false);
            if (answers is null)
            {
                account.Refuse(item.Id, $"GIFT không có dạng câu tương ứng với “{PartKinds.TypeOf(item)}” này.");
                continue;
            }
            if (item.Topic != topic) text.Append(CultureInfo.InvariantCulture, $"$CATEGORY: {topic = item.Topic}\n\n");
            if (item.Media.Count > 0) account.Lose(item.Id, "GIFT không chứa tệp: hình, âm thanh bị bỏ.");
            if (item.Parts[0] is { Shuffle: false, Kind: PartKind.SingleChoice or PartKind.MultipleResponse or PartKind.InlineChoice or PartKind.Matching }) account.Lose(item.Id, "GIFT không giữ thứ tự phương án cố định; nơi nhận sẽ xáo trộn.");
            if (item.Points != 1) account.Lose(item.Id, "GIFT không ghi điểm của câu.");
            text.Append(CultureInfo.InvariantCulture, $"// [id:{item.Id}]\n::{GiftText.Escape(item.Title)}::");
            var explanation = item.Explanation.IsEmpty ? "" : "####" + GiftText.Escape(Html(item.Explanation));
            var block = $"{{{answers}{explanation}}}";
            const string Gap = "<gap id=\"RESPONSE\"></gap>";
            var stem = Html(item.Stem);
            if (isInside && item.Parts[0].Id != "RESPONSE") stem = stem.Replace($"<gap id=\"{item.Parts[0].Id}\"></gap>", Gap, StringComparison.Ordinal);
            var at = stem.IndexOf(Gap, StringComparison.Ordinal);
            text.Append("[html]").Append(at < 0 ? $"{GiftText.Escape(stem)} {block}" : $"{GiftText.Escape(stem[..at])}{block}{GiftText.Escape(stem[(at + Gap.Length)..])}").Append("\n\n");
        }
        return text.ToString();
    }

    private (string? Answers, bool IsInside) Answers(ExamItem item, Part part)
    {
        var isInside = item.Stem.Xml.Contains("<gap ", StringComparison.Ordinal);
        string Percent(decimal points) => $"%{(part.Points == 0 ? 0 : Math.Round(points * 100 / part.Points, 5)).ToString("0.#####", CultureInfo.InvariantCulture)}%";
        switch (part.Kind)
        {
            case PartKind.TrueFalse when part.Choices.Count == 2 && part.Choices[0] == TrueFalseWords.Choices()[0]:
                return (part.Key.Contains("true") ? "TRUE" : "FALSE", false);
            case PartKind.ExtendedText:
                if (part.Lines > 0) account.Lose(item.Id, "GIFT không ghi số dòng của bài luận.");
                return ("", false);
            case PartKind.SingleChoice or PartKind.TrueFalse:
                return (Choices(item, part, Percent), false);
            case PartKind.InlineChoice when isInside:
                return (Choices(item, part, Percent), true);
            case PartKind.MultipleResponse:
                if (!part.PerElement && part.Scores.Count == 0) account.Lose(item.Id, "GIFT cho điểm từng phần ở câu nhiều lựa chọn.");
                return (string.Join(' ', part.Choices.Select(c => $"~{Percent(Share(part, c.Id))}{Text(item, c)}")), false);
            case PartKind.Matching when part.Key.Count > 0 && part.Choices.All(c => c.Set > 0) && part.Key.Select(k => k.Split(' ')[0]).Distinct().Count() == part.Key.Count:
                return (Pairs(item, part), false);
            case PartKind.GapText:
                if (part.CaseSensitive) account.Lose(item.Id, "GIFT không phân biệt chữ hoa, chữ thường ở câu điền chữ.");
                return (string.Join(' ', part.Key.Select(k => "=" + GiftText.Escape(k)).Concat(part.Scores.Select(s => $"={Percent(s.Points)}{GiftText.Escape(s.Answer)}"))), isInside);
            case PartKind.GapNumeric:
                return ("#" + (part.Numbers is [var one] ? Number(one) : string.Join(' ', part.Numbers.Select(n => $"={(n.Points is { } p ? Percent(p) : "")}{Number(n)}"))), isInside);
            default:
                return (null, false);
        }
    }

    private static decimal Share(Part part, string id) => part.Scores.FirstOrDefault(s => s.Answer == id) is { } some ? some.Points
        : part.Scores.Count > 0 || !part.Key.Contains(id) ? part.PerElement || part.Scores.Count > 0 ? 0 : -part.Points : part.Points / part.Key.Count;

    private string Choices(ExamItem item, Part part, Func<decimal, string> percent) => string.Join(' ', part.Choices.Select(c =>
        (part.Key.Contains(c.Id) ? "=" : "~" + (part.Scores.FirstOrDefault(s => s.Answer == c.Id) is { } some ? percent(some.Points) : "")) + Text(item, c)));

    private string Pairs(ExamItem item, Part part)
    {
        string Word(Choice c)
        {
            if (c.Content != ContentForm.Plain(c.Content.Text())) account.Lose(item.Id, "Hai vế của câu ghép đôi trong GIFT chỉ là chữ.");
            return GiftText.Escape(c.Content.Text());
        }
        var pairs = part.Key.Select(k => k.Split(' ')).Select(k => $"={Word(part.Choices.First(c => c.Id == k[0]))} -> {Word(part.Choices.First(c => c.Set == 2 && c.Id == k[1]))}");
        var others = part.Choices.Where(c => c.Set == 2 && !part.Key.Any(k => k.EndsWith(" " + c.Id, StringComparison.Ordinal))).Select(c => $"= -> {Word(c)}");
        return string.Join('\n', pairs.Concat(others));
    }

    private static string Text(ExamItem item, Choice choice) => GiftText.Escape(Html(choice.Content));

    // Files stay behind; the words that describe them go along.
    private static string Html(Content content)
    {
        var root = new XElement("c", content.Nodes());
        foreach (var shown in root.Descendants().Where(e => e.Name.LocalName is "img" or "audio" or "video").ToList()) shown.ReplaceWith(new XText(shown.Attribute("alt")?.Value ?? ""));
        return MoodleHtml.Of(new ContentForm(n => n, _ => { }).Of(root.Nodes().ToList()));
    }

    private static string Number(AcceptedNumber n) => $"{Plain(n.Value)}:{Plain(n.Tolerance)}";

    private static string Plain(decimal value) => (value / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
