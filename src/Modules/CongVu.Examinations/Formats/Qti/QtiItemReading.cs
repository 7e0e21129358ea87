using System.Xml.Linq;
using CongVu.Examinations.Items;
using CongVu.Examinations.Marking;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>One item while it is read.</summary>
internal sealed class QtiItemReading
{
    private static readonly HashSet<string> Feedback = ["feedbackInline", "feedbackBlock", "templateBlock", "templateInline"];

    // What stands beside a question, and how the loss of it is told.
    private static readonly Dictionary<string, string> Beside = new(StringComparer.Ordinal)
    {
        ["infoControl"] = "Gợi ý mở ra khi cần (infoControl) bị bỏ.",
        ["companionMaterialsInfo"] = "Chỉ dẫn về dụng cụ, tài liệu kèm theo (companionMaterialsInfo) bị bỏ.",
        ["catalogInfo"] = "Nội dung hỗ trợ tiếp cận (catalogInfo: bản dịch, lời đọc, ngôn ngữ ký hiệu) bị bỏ.",
    };
    private static readonly HashSet<string> NoBankItem = ["customInteraction", "portableCustomInteraction", "drawingInteraction", "uploadInteraction", "positionObjectInteraction"];

    private readonly QtiPackage _package;
    private readonly QtiItemFile _file;
    private readonly ReadSet _set;
    private readonly string _id;
    private readonly XElement _item;
    private readonly ContentForm _form;
    private readonly List<string> _lost = [];
    private bool _areRulesKept = true;

    public QtiItemReading(QtiPackage package, QtiItemFile file, ReadSet set, string id)
    {
        (_package, _file, _set, _id, _item) = (package, file, set, id, file.Item);
        Media = new MediaShelf(href => FileBundle.Resolve(file.Name, href) is { } name ? package.Files.Read(name) : null);
        _form = new ContentForm(Media.Take, _lost.Add);
        State = new ItemState(_item);
    }

    public MediaShelf Media { get; }
    public ItemState State { get; }

    public Content Text(IEnumerable<XNode> nodes) => _form.Of(nodes.Select(WithoutFeedback));

    public void Lose(string what) => _lost.Add(what);

    /// <summary>A loss after which nobody expects the points to be as the file gives them.</summary>
    public void LoseRules(string what)
    {
        _areRulesKept = false;
        _lost.Add(what);
    }

    public double? ScoreOf(Func<string, bool>? only) => ItemScorer.ScoreOfCorrect(_item, href => _package.Fragment(_file.Name, href), only);

    public void Read()
    {
        if (Refusal() is { } reason)
        {
            _set.Refuse(_id, reason);
            return;
        }
        var body = new XElement(_item.Element("itemBody")!);
        var explanation = Explanation();
        PrintVariables(body);
        var interactions = Interactions(body).Where(i => i.Name.LocalName is not ("endAttemptInteraction" or "mediaInteraction")).ToList();
        Side(body);
        var isComposite = interactions.Count(i => !IsInline(i)) > 1 || (interactions.Any(IsInline) && !interactions.TrueForAll(IsInline));
        List<Part> parts = [];
        List<Content> prompts = [];
        foreach (var interaction in interactions)
        {
            var part = QtiParts.Read(this, interaction);
            parts.Add(part);
            var prompt = IsInline(interaction) ? Content.Empty : QtiParts.Prompt(this, interaction);
            var gap = new XElement(Content.Gap, new XAttribute("id", part.Id));
            if (IsInline(interaction)) interaction.ReplaceWith(gap);
            else if (isComposite) interaction.ReplaceWith(ContentForm.IsBlocks(prompt) ? new XElement("div", prompt.Nodes()) : new XElement("p", prompt.Nodes()), gap);
            else
            {
                interaction.Remove();
                prompts.Add(prompt);
            }
        }
        var stem = ContentForm.Join([.. Stimuli(), Text(body.Nodes()), .. prompts]);
        QtiRules.Apply(this, _item, parts);
        var made = new ExamItem
        {
            Id = _id,
            Title = _item.Attribute("title")?.Value ?? "",
            Stem = stem,
            Parts = parts,
            Explanation = explanation,
            Topic = _item.Attribute("label")?.Value ?? "",
            Media = Media.All,
        };
        if (_areRulesKept && !parts.Exists(p => p.FreePoint || p.Kind == PartKind.ExtendedText) && !QtiProbe.IsAlike(_item, href => _package.Fragment(_file.Name, href), made)) Lose(QtiRules.OwnRules);
        _set.Add(made);
        foreach (var what in _lost.Distinct()) _set.Lose(_set.Items[^1].Id, what);
    }

    private string? Refusal()
    {
        if (_item.Element("itemBody") is not { } body) return "Câu hỏi không có nội dung (itemBody).";
        var interactions = Interactions(body).Where(i => i.Name.LocalName is not ("endAttemptInteraction" or "mediaInteraction")).ToList();
        var strange = interactions.Find(i => NoBankItem.Contains(i.Name.LocalName) || !QtiParts.Knows(i));
        if (strange is not null) return $"Ngân hàng không có loại câu <{strange.Name.LocalName}>.";
        if (_item.Element("templateProcessing") is not null) return "Câu mẫu (template): số liệu và đáp án sinh ra khi thi, không phải một câu cố định.";
        if (interactions.Exists(i => i.Ancestors().Any(a => Feedback.Contains(a.Name.LocalName)))) return "Câu nhiều bước: có chỗ trả lời chỉ hiện ra sau một lượt trả lời khác (nằm trong phản hồi). Phòng thi hỏi mỗi câu một lượt.";
        if (interactions.GroupBy(i => i.Attribute("responseIdentifier")?.Value).FirstOrDefault(g => g.Count() > 1) is { } shared) return $"Nhiều chỗ trả lời dùng chung một biến “{shared.Key}”; mỗi ý của câu trong ngân hàng có câu trả lời riêng.";
        if (interactions.Count == 0) return "Không có chỗ trả lời: đây là nội dung để đọc, không phải câu hỏi.";
        return null;
    }

    private static IEnumerable<XElement> Interactions(XElement body) => body.Descendants().Where(e => e.Name.LocalName.EndsWith("Interaction", StringComparison.Ordinal));

    private static bool IsInline(XElement interaction) => interaction.Name.LocalName is "textEntryInteraction" or "inlineChoiceInteraction";

    // Parts of the body that are no question: feedback, marking guides, buttons.
    private void Side(XElement body)
    {
        if (body.Descendants().Where(e => Feedback.Contains(e.Name.LocalName)).ToList() is { Count: > 0 } feedback)
        {
            Lose("Phản hồi hiện khi làm bài bị bỏ (thi không hiện phản hồi).");
            foreach (var element in feedback.Where(f => f.Parent is not null)) element.Remove();
        }
        foreach (var element in body.Descendants().Where(e => Beside.ContainsKey(e.Name.LocalName)).ToList())
        {
            Lose(Beside[element.Name.LocalName]);
            element.Remove();
        }
        foreach (var element in _item.Elements().Where(e => Beside.ContainsKey(e.Name.LocalName))) Lose(Beside[element.Name.LocalName]);
        foreach (var rubric in body.Descendants("rubricBlock").ToList())
        {
            if (rubric.Attribute("view")?.Value is { } view && !view.Split(' ').Contains("candidate"))
            {
                Lose($"Hướng dẫn dành cho {view} (rubricBlock) bị bỏ.");
                rubric.Remove();
            }
        }
        foreach (var button in body.Descendants("endAttemptInteraction").ToList())
        {
            Lose("Nút kết thúc lượt trả lời bị bỏ.");
            button.Remove();
        }
        foreach (var media in body.Descendants("mediaInteraction").ToList())
        {
            Lose("Đếm số lần nghe, xem bị bỏ; tệp vẫn giữ.");
            media.ReplaceWith(media.Nodes());
        }
        if (_item.Attribute("adaptive")?.Value is "true" or "1") Lose("Câu thích ứng (trả lời nhiều lượt) trở thành câu trả lời một lượt.");
        if (_item.Attribute("timeDependent")?.Value is "true" or "1") Lose("Điểm phụ thuộc thời gian làm bài bị bỏ.");
    }

    private static XNode WithoutFeedback(XNode node)
    {
        if (node is not XElement element || !element.Descendants().Any(e => Feedback.Contains(e.Name.LocalName))) return node;
        var copy = new XElement(element);
        copy.Descendants().Where(e => Feedback.Contains(e.Name.LocalName)).Remove();
        return copy;
    }

    // A declared variable with a fixed value prints as that value.
    private void PrintVariables(XElement body)
    {
        foreach (var printed in body.Descendants("printedVariable").ToList())
        {
            var id = printed.Attribute("identifier")?.Value ?? "";
            var value = State.Has(id) ? State[id] : null;
            if (value is null) Lose($"Giá trị “{id}” in trong câu hỏi chưa có.");
            printed.ReplaceWith(new XText(value is null ? "" : string.Join(' ', value.Items.Select(QtiValue.Write))));
        }
    }

    private IEnumerable<Content> Stimuli()
    {
        foreach (var reference in _item.Elements("assessmentStimulusRef"))
        {
            var href = reference.Attribute("href")?.Value ?? "";
            var root = _package.Fragment(_file.Name, href);
            var body = root?.Element("stimulusBody") ?? root?.Descendants("stimulusBody").FirstOrDefault();
            if (body is null)
            {
                Lose($"Không có đoạn đọc dùng chung “{href}” trong gói.");
                continue;
            }
            var at = FileBundle.Resolve(_file.Name, href)!;
            var form = new ContentForm(src => FileBundle.Resolve(at, src) is { } name && _package.Files.Read(name) is { } bytes ? Media.Put(name, Path.GetFileName(name), bytes) : null, _lost.Add);
            yield return form.Of(body.Nodes());
        }
    }

    private Content Explanation()
    {
        var feedback = _item.Elements("modalFeedback").ToList();
        var own = feedback.Find(f => f.Attribute("identifier")?.Value == QtiWriter.ExplanationId);
        if (feedback.Count > (own is null ? 0 : 1)) Lose("Phản hồi theo kết quả (modalFeedback) bị bỏ.");
        return own is null ? Content.Empty : Text((own.Element("contentBody") ?? own).Nodes());
    }
}
