using System.Globalization;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Moodle;

/// <summary>Writes Moodle XML. Kinds Moodle has no question type for are named in the account, not bent.</summary>
internal sealed class MoodleWriter(ExportAccount account)
{
    public XDocument Write(IReadOnlyList<ExamItem> items)
    {
        var quiz = new XElement("quiz");
        var topic = "";
        foreach (var item in items)
        {
            if (item.Topic != topic) quiz.Add(Category(topic = item.Topic));
            if (Question(item) is { } question) quiz.Add(question);
        }
        return new XDocument(new XDeclaration("1.0", "UTF-8", null), quiz);
    }

    private static XElement Category(string topic) => new("question", new XAttribute("type", "category"),
        new XElement("category", new XElement("text", "$course$/top" + string.Concat(topic.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(p => "/" + p)))));

    private XElement? Question(ExamItem item)
    {
        var body = item.Parts is [var only] ? One(item, only) : item.Parts.All(MoodleCloze.Carries) ? Cloze(item) : null;
        if (body is null)
        {
            account.Refuse(item.Id, $"Moodle không có loại câu tương ứng với “{PartKinds.TypeOf(item)}” này.");
            return null;
        }
        body.AddFirst(new XElement("name", new XElement("text", item.Title)));
        body.Add(new XElement("generalfeedback", Html(item, item.Explanation)), new XElement("defaultgrade", Number(item.Points)), new XElement("idnumber", item.Id));
        return body;
    }

    private XElement? One(ExamItem item, Part part)
    {
        var type = part.Kind switch
        {
            PartKind.SingleChoice or PartKind.MultipleResponse => "multichoice",
            PartKind.TrueFalse => part.Choices.Count == 2 && part.Choices[0] == TrueFalseWords.Choices()[0] && part.Choices[1] == TrueFalseWords.Choices()[1] ? "truefalse" : "multichoice",
            PartKind.Matching when part.Choices.All(c => c.Set > 0) && Functional(part) => "matching",
            PartKind.Ordering => "ordering",
            PartKind.ExtendedText => "essay",
            PartKind.GapText when !HasGap(item) => "shortanswer",
            PartKind.GapNumeric when !HasGap(item) => "numerical",
            _ => null,
        };
        if (type is null) return MoodleCloze.Carries(part) ? Cloze(item) : null;
        var q = new XElement("question", new XAttribute("type", type), Text(item));
        switch (type)
        {
            case "multichoice":
                var isSingle = part.Kind != PartKind.MultipleResponse;
                if (!isSingle && !part.PerElement && part.Scores.Count == 0 && part.Key.Count > 1) account.Lose(item.Id, "Moodle cho điểm từng phần ở câu nhiều lựa chọn; phương án sai bị trừ hết.");
                q.Add(new XElement("single", isSingle ? "true" : "false"), new XElement("shuffleanswers", part.Shuffle ? "true" : "false"), new XElement("answernumbering", "ABCD"),
                    part.Choices.Select(c => Answer(item, Fraction(part, c.Id), c.Content)));
                break;
            case "truefalse":
                q.Add(new[] { "true", "false" }.Select(v => new XElement("answer", new XAttribute("fraction", part.Key.Contains(v) ? "100" : "0"), new XElement("text", v))));
                break;
            case "shortanswer":
                q.Add(new XElement("usecase", part.CaseSensitive ? "1" : "0"),
                    part.Key.Select(k => PlainAnswer(100, k)), part.Scores.Select(s => PlainAnswer(Percent(part, s.Points), s.Answer)));
                break;
            case "numerical":
                q.Add(part.Numbers.Select(n => new XElement("answer", new XAttribute("fraction", Number(n.Points is { } p ? Percent(part, p) : 100)), new XElement("text", Number(n.Value)), new XElement("tolerance", Number(n.Tolerance)))));
                break;
            case "matching":
                if (!part.PerElement && part.Key.Count > 1) account.Lose(item.Id, "Moodle cho điểm từng cặp ở câu ghép đôi.");
                q.Add(new XElement("shuffleanswers", part.Shuffle ? "true" : "false"), Pairs(item, part));
                break;
            case "ordering":
                q.Add(new XElement("gradingtype", "ALL_OR_NOTHING"), part.Key.Select(k => Answer(item, 1, part.Choices.First(c => c.Id == k).Content)));
                if (!part.Key.SequenceEqual(part.Choices.Select(c => c.Id))) account.Lose(item.Id, "Thứ tự hiện ban đầu của câu sắp thứ tự không giữ được.");
                break;
            case "essay":
                q.Add(new XElement("responseformat", "editor"), new XElement("responserequired", "1"), part.Lines > 0 ? new XElement("responsefieldlines", part.Lines) : null, new XElement("attachments", "0"));
                break;
        }
        return q;
    }

    private XElement Cloze(ExamItem item)
    {
        var stem = item.Stem;
        if (item.Parts is [var only] && !HasGap(item)) stem = ContentForm.Join(stem, new Content($"<p><gap id=\"{only.Id}\"/></p>"));
        if (item.Parts.Any(p => p.Points != Math.Floor(p.Points))) account.Lose(item.Id, "Moodle chỉ nhận điểm nguyên cho từng ô; tổng điểm của câu giữ nguyên.");
        var text = Fields(item, stem);
        return new XElement("question", new XAttribute("type", "cloze"), text);
    }

    private static XElement Fields(ExamItem item, Content stem)
    {
        // The fields are Moodle's own syntax inside HTML: put in after the HTML was written.
        var html = MoodleHtml.Of(stem);
        foreach (var part in item.Parts) html = html.Replace($"<gap id=\"{part.Id}\"></gap>", MoodleCloze.Write(part), StringComparison.Ordinal);
        return new XElement("questiontext", new XAttribute("format", "html"), new XElement("text", new XCData(html)), Files(item, stem));
    }

    private static bool HasGap(ExamItem item) => item.Stem.Xml.Contains("<gap ", StringComparison.Ordinal);

    private static bool Functional(Part part) => part.Key.Count > 0 && part.Key.Select(k => k.Split(' ')[0]).Distinct().Count() == part.Key.Count
        && part.Choices.Where(c => c.Set == 1).All(c => part.Key.Any(k => k.StartsWith(c.Id + " ", StringComparison.Ordinal)));

    private IEnumerable<XElement> Pairs(ExamItem item, Part part)
    {
        var used = new HashSet<string>();
        foreach (var pair in part.Key.Select(k => k.Split(' ')))
        {
            var target = part.Choices.First(c => c.Set == 2 && c.Id == pair[1]);
            used.Add(target.Id);
            if (target.Content != ContentForm.Plain(target.Content.Text())) account.Lose(item.Id, "Vế phải của câu ghép đôi trong Moodle chỉ là chữ; hình và định dạng bị bỏ.");
            yield return new XElement("subquestion", new XAttribute("format", "html"), Html(item, part.Choices.First(c => c.Set == 1 && c.Id == pair[0]).Content).Elements(), new XElement("answer", new XElement("text", target.Content.Text())));
        }
        foreach (var other in part.Choices.Where(c => c.Set == 2 && !used.Contains(c.Id)))
            yield return new XElement("subquestion", new XAttribute("format", "html"), new XElement("text", ""), new XElement("answer", new XElement("text", other.Content.Text())));
    }

    private static decimal Fraction(Part part, string id)
    {
        if (part.Scores.FirstOrDefault(s => s.Answer == id) is { } some) return Percent(part, some.Points);
        if (part.Kind != PartKind.MultipleResponse) return part.Key.Contains(id) ? 100 : 0;
        if (part.Scores.Count > 0 || part.Key.Count == 0) return 0;
        var isKey = part.Key.Contains(id);
        return isKey ? Math.Round(100m / part.Key.Count, 5) : part.PerElement || part.Key.Count == 1 ? 0 : -100;
    }

    private static decimal Percent(Part part, decimal points) => part.Points == 0 ? 0 : Math.Round(points * 100 / part.Points, 5);

    private static XElement Answer(ExamItem item, decimal fraction, Content content)
    {
        var answer = Html(item, content);
        return new XElement("answer", new XAttribute("fraction", Number(fraction)), answer.Attributes(), answer.Nodes());
    }

    private static XElement PlainAnswer(decimal fraction, string text) => new("answer", new XAttribute("fraction", Number(fraction)), new XAttribute("format", "plain_text"), new XElement("text", text));

    private static XElement Text(ExamItem item) => new("questiontext", Html(item, item.Stem).Attributes(), Html(item, item.Stem).Nodes());

    private static XElement Html(ExamItem item, Content content)
    {
        var html = MoodleHtml.Of(content);
        return new XElement("t", new XAttribute("format", "html"), new XElement("text", html.Contains('<', StringComparison.Ordinal) || html.Contains('&', StringComparison.Ordinal) ? new XCData(html) : html), Files(item, content));
    }

    private static IEnumerable<XElement> Files(ExamItem item, Content content) => item.Media.Where(m => content.Xml.Contains($"src=\"{m.Name}\"", StringComparison.Ordinal))
        .Select(m => new XElement("file", new XAttribute("name", m.Name), new XAttribute("path", "/"), new XAttribute("encoding", "base64"), Convert.ToBase64String(m.Bytes)));

    private static string Number(decimal value) => (value / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
