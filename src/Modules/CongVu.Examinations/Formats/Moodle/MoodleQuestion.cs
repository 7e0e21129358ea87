using System.Globalization;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Moodle;

/// <summary>One question of Moodle while it is read.</summary>
internal sealed class MoodleQuestion
{
    private readonly ReadSet _set;
    private readonly XElement _q;
    private readonly string _id;
    private readonly string _topic;
    private readonly ContentForm _form;
    private readonly MediaShelf _media;
    private readonly List<string> _lost = [];

    public MoodleQuestion(ReadSet set, XElement question, string id, string topic)
    {
        (_set, _q, _id, _topic) = (set, question, id, topic);
        _media = new MediaShelf(File);
        _form = new ContentForm(_media.Take, _lost.Add);
        Points = MoodleReader.Decimal(question.Element("defaultgrade")?.Value, 1);
        if (Points <= 0) Points = 1;
    }

    public decimal Points { get; }
    public IReadOnlyList<XElement> Answers => [.. _q.Elements("answer")];

    public void Read(string type)
    {
        if (Refusal(type) is { } reason)
        {
            _set.Refuse(_id, reason);
            return;
        }
        var stem = Formatted(_q.Element("questiontext"));
        var parts = new List<Part>();
        switch (type)
        {
            case "multichoice": parts.Add(MoodleParts.Choice(this)); break;
            case "truefalse": parts.Add(MoodleParts.TrueFalse(this)); break;
            case "shortanswer": parts.Add(MoodleParts.Text(this)); break;
            case "numerical": parts.Add(MoodleParts.Numeric(this)); break;
            case "matching" or "ddmatch": parts.Add(MoodleParts.Matching(this)); break;
            case "ordering": parts.Add(MoodleParts.Ordering(this)); break;
            case "essay": parts.Add(new Part { Id = "RESPONSE", Kind = PartKind.ExtendedText, Points = Points, Lines = Lines() }); break;
            case "multianswer" or "cloze": (stem, parts) = MoodleCloze.Read(this, _q.Element("questiontext")); break;
            case "gapselect" or "ddwtos": (stem, parts) = MoodleParts.Selects(this, _q.Element("questiontext")); break;
        }
        Losses(type);
        _set.Add(new ExamItem
        {
            Id = _id,
            Title = TextOf(_q.Element("name")),
            Stem = ContentForm.Join(stem, OldPicture()),
            Parts = parts,
            Explanation = Formatted(_q.Element("generalfeedback")),
            Topic = _topic,
            Media = _media.All,
        });
        foreach (var what in _lost.Distinct()) _set.Lose(_set.Items[^1].Id, what);
    }

    public void Lose(string what) => _lost.Add(what);

    public XElement? Child(string name) => _q.Element(name);

    public IEnumerable<XElement> Children(string name) => _q.Elements(name);

    /// <summary>The text of an element in the format it names.</summary>
    public Content Formatted(XElement? holder, string otherwise = "moodle_auto_format")
    {
        if (holder is null) return Content.Empty;
        var text = TextOf(holder);
        foreach (var file in holder.Elements("file")) Keep(file);
        return Markup(text, holder.Attribute("format")?.Value ?? otherwise);
    }

    public Content Markup(string text, string format) => MoodleText.Content(_form, text, format, _lost.Add);

    public static string TextOf(XElement? holder) => (holder?.Element("text") ?? holder)?.Value.Trim() ?? "";

    private string? Refusal(string type) => type switch
    {
        "multichoice" or "truefalse" or "shortanswer" or "numerical" or "matching" or "ddmatch" or "ordering" or "essay" or "multianswer" or "cloze" or "gapselect" or "ddwtos" => null,
        "description" => "Đoạn giới thiệu (description) không phải là câu hỏi.",
        "calculated" or "calculatedsimple" or "calculatedmulti" => "Câu tính toán sinh số ngẫu nhiên khi thi, không phải một câu cố định.",
        "random" or "randomsamatch" => "Câu lấy ngẫu nhiên từ ngân hàng khác, không có nội dung riêng.",
        "" => "Câu hỏi không ghi loại (type).",
        _ => $"Ngân hàng không có loại câu “{type}” của Moodle.",
    };

    private void Losses(string type)
    {
        if (Answers.Any(a => !Formatted(a.Element("feedback")).IsEmpty)) Lose("Phản hồi riêng của từng phương án bị bỏ.");
        if (new[] { "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback" }.Any(n => _q.Element(n) is { } f && TextOf(f) is { Length: > 0 } text && !MoodleText.IsStock(text))) Lose("Phản hồi theo kết quả bị bỏ.");
        if (_q.Elements("hint").Any(h => TextOf(h).Length > 0)) Lose("Gợi ý khi làm lại bị bỏ (thi không có gợi ý).");
        if (_q.Elements("tags").Elements("tag").Any()) Lose("Nhãn (tags) bị bỏ: " + string.Join(", ", _q.Elements("tags").Elements("tag").Select(t => TextOf(t))));
        if (type == "essay" && TextOf(_q.Element("graderinfo")).Length > 0) Lose("Hướng dẫn chấm của câu tự luận bị bỏ.");
        if (type == "essay" && TextOf(_q.Element("responsetemplate")).Length > 0) Lose("Mẫu bài làm cho sẵn bị bỏ.");
        if (type == "numerical" && (_q.Element("units")?.HasElements == true || _q.Element("unit") is not null)) Lose("Đơn vị của đáp số bị bỏ; chỉ chấm con số.");
    }

    private int Lines() => int.TryParse(_q.Element("responsefieldlines")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) ? Math.Min(lines, 500) : 0;

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private void Keep(XElement file)
    {
        var path = (file.Attribute("path")?.Value ?? "/").Trim('/');
        var name = file.Attribute("name")?.Value ?? "";
        try { _files[path.Length == 0 ? name : $"{path}/{name}"] = Convert.FromBase64String(file.Value.Trim()); }
        catch (FormatException) { Lose($"Tệp “{name}” kèm theo bị hỏng."); }
    }

    // Moodle 1.9 kept one picture of a question beside its text.
    private Content OldPicture()
    {
        if (Path.GetFileName(_q.Element("image")?.Value.Trim()) is not { Length: > 0 } name) return Content.Empty;
        if (_q.Element("image_base64") is { } bytes) Keep(new XElement("file", new XAttribute("name", name), bytes.Value));
        return Markup($"<img src=\"@@PLUGINFILE@@/{Uri.EscapeDataString(name)}\" alt=\"\">", "html");
    }

    private byte[]? File(string href)
    {
        const string Prefix = "@@PLUGINFILE@@/";
        if (!href.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var name = href[Prefix.Length..].Split('?')[0];
        return _files.GetValueOrDefault(name) ?? _files.GetValueOrDefault(Uri.UnescapeDataString(name));
    }
}
