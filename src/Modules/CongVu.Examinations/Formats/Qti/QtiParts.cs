using System.Globalization;
using System.Xml.Linq;
using CongVu.Examinations.Items;
using CongVu.Examinations.Marking;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>An interaction of QTI as a part of a bank item.</summary>
internal static class QtiParts
{
    private static readonly HashSet<string> Known =
    [
        "choiceInteraction", "orderInteraction", "associateInteraction", "matchInteraction", "gapMatchInteraction", "inlineChoiceInteraction", "textEntryInteraction",
        "extendedTextInteraction", "hottextInteraction", "hotspotInteraction", "selectPointInteraction", "graphicOrderInteraction", "graphicAssociateInteraction",
        "graphicGapMatchInteraction", "sliderInteraction",
    ];

    public static bool Knows(XElement interaction) => Known.Contains(interaction.Name.LocalName);

    public static Part Read(QtiItemReading item, XElement e)
    {
        var id = e.Attribute("responseIdentifier")?.Value.Trim() ?? "RESPONSE";
        if (!item.State.IsDeclared(id)) throw new ItemFileException($"Chỗ trả lời dùng biến “{id}” chưa khai báo (responseDeclaration).");
        var declaration = item.State.Declared(id);
        var key = Key(declaration);
        var part = new Part { Id = id, Kind = PartKind.ExtendedText, Key = key, Shuffle = e.Attribute("shuffle")?.Value is "true" or "1" };
        return e.Name.LocalName switch
        {
            "choiceInteraction" => Choice(item, e, part, declaration),
            "orderInteraction" => part with { Kind = PartKind.Ordering, Choices = Choices(item, e, "simpleChoice", 0) },
            "matchInteraction" => part with { Kind = PartKind.Matching, Choices = MatchSets(item, e) },
            "associateInteraction" => part with { Kind = PartKind.Matching, Choices = Choices(item, e, "simpleAssociableChoice", 0) },
            "gapMatchInteraction" => GapMatch(item, e, part),
            "inlineChoiceInteraction" => part with { Kind = PartKind.InlineChoice, Choices = Choices(item, e, "inlineChoice", 0) },
            "textEntryInteraction" => TextEntry(item, e, part, declaration),
            "sliderInteraction" => Slider(item, e, part, declaration),
            "extendedTextInteraction" => Extended(item, e, part, declaration),
            "hottextInteraction" => Hottext(item, e, part, declaration),
            "hotspotInteraction" => part with { Kind = PartKind.Hotspot, Choices = Spots(e, "hotspotChoice"), Picture = Picture(item, e) },
            "selectPointInteraction" => part with { Kind = PartKind.Hotspot, FreePoint = true, Choices = Areas(declaration), Picture = Picture(item, e), Scores = [] },
            "graphicOrderInteraction" => part with { Kind = PartKind.Ordering, Choices = Labelled(item, e, "hotspotChoice", 0) },
            "graphicAssociateInteraction" => part with { Kind = PartKind.Matching, Choices = Labelled(item, e, "associableHotspot", 0) },
            "graphicGapMatchInteraction" => part with { Kind = PartKind.Matching, Choices = [.. GapChoices(item, e), .. Labelled(item, e, "associableHotspot", 2)] },
            _ => throw new ItemFileException($"Không biết loại câu <{e.Name.LocalName}>."),
        };
    }

    /// <summary>What an interaction says before its choices; a picture it works on stays in the text where the kind has none of its own.</summary>
    public static Content Prompt(QtiItemReading item, XElement e)
    {
        var prompt = e.Element("prompt") is { } said ? item.Text(said.Nodes()) : Content.Empty;
        return e.Name.LocalName switch
        {
            "gapMatchInteraction" => ContentForm.Join(prompt, item.Text(e.Nodes().Where(n => n is not XElement { Name.LocalName: "prompt" or "gapText" or "gapImg" }).Select(Numbered))),
            "hottextInteraction" => ContentForm.Join(prompt, item.Text(e.Nodes().Where(n => n is not XElement { Name.LocalName: "prompt" }).Select(Underlined))),
            "graphicOrderInteraction" or "graphicAssociateInteraction" or "graphicGapMatchInteraction" =>
                ContentForm.Join(prompt, item.Text(e.Elements().Where(c => c.Name.LocalName is "object" or "img" or "picture").Take(1))),
            _ => prompt,
        };
    }

    /// <summary>Declared right answers; without them those the mapping rewards.</summary>
    private static List<string> Key(Declaration declaration)
    {
        var correct = declaration.Correct()?.Items.Select(QtiValue.Write).ToList() ?? [];
        if (correct.Count > 0 || declaration.Mapping is null) return correct;
        var entries = declaration.Mapping.Elements("mapEntry").Select(e => (Key: e.Attribute("mapKey")?.Value ?? "", Value: QtiRules.Number(e, "mappedValue") ?? 0)).Where(e => e.Value > 0).ToList();
        if (entries.Count == 0) return [];
        var best = entries.Max(e => e.Value);
        return [.. entries.Where(e => declaration.Cardinality != Cardinality.Single || e.Value == best).Select(e => e.Key)];
    }

    private static Part Choice(QtiItemReading item, XElement e, Part part, Declaration declaration)
    {
        var choices = Choices(item, e, "simpleChoice", 0);
        var many = declaration.Cardinality != Cardinality.Single;
        return part with { Kind = many ? PartKind.MultipleResponse : TrueFalseWords.Are(choices) ? PartKind.TrueFalse : PartKind.SingleChoice, Choices = choices };
    }

    private static Part TextEntry(QtiItemReading item, XElement e, Part part, Declaration declaration)
    {
        if (e.Attribute("base")?.Value.Trim() is { } written and not ("" or "10")) item.Lose($"Ô điền “{part.Id}” nhận số ở hệ {written}; ngân hàng chỉ nhận số ở hệ 10.");
        if (declaration.Type is BaseType.Integer or BaseType.Float)
            return part with { Kind = PartKind.GapNumeric, Key = [], Numbers = [.. part.Key.Select(k => new AcceptedNumber(decimal.Parse(k, NumberStyles.Float, CultureInfo.InvariantCulture), 0))] };
        return part with { Kind = PartKind.GapText, CaseSensitive = true };
    }

    private static Part Slider(QtiItemReading item, XElement e, Part part, Declaration declaration)
    {
        item.Lose("Thanh trượt trở thành ô điền số.");
        return declaration.Type is BaseType.Integer or BaseType.Float ? TextEntry(item, e, part, declaration) : throw new ItemFileException("Thanh trượt không có kiểu số.");
    }

    private static Part Extended(QtiItemReading item, XElement e, Part part, Declaration declaration)
    {
        if (declaration.Cardinality is Cardinality.Multiple or Cardinality.Ordered) item.Lose("Nhiều ô viết của một câu (maxStrings) trở thành một ô.");
        if (part.Key.Count > 0) item.Lose("Đáp án mẫu của câu tự luận chỉ dùng để tham khảo.");
        return part with { Kind = PartKind.ExtendedText, Lines = (int)Math.Clamp(QtiRules.Number(e, "expectedLines") ?? 0, 0, 500), Shuffle = false };
    }

    private static Part Hottext(QtiItemReading item, XElement e, Part part, Declaration declaration)
    {
        item.Lose("Chọn chữ trong đoạn văn trở thành chọn phương án; đoạn văn gạch chân các chữ được chọn.");
        var choices = e.Descendants("hottext").Select(h => new Choice(Attribute(h, "identifier"), item.Text(h.Nodes()))).ToList();
        return part with { Kind = declaration.Cardinality == Cardinality.Single ? PartKind.SingleChoice : PartKind.MultipleResponse, Choices = choices };
    }

    private static Part GapMatch(QtiItemReading item, XElement e, Part part)
    {
        item.Lose("Kéo chữ vào chỗ trống trở thành câu ghép đôi với các chỗ trống đánh số.");
        var gaps = e.Descendants("gap").Select((g, i) => new Choice(Attribute(g, "identifier"), ContentForm.Plain($"({i + 1})")) { Set = 2 });
        return part with { Kind = PartKind.Matching, Choices = [.. GapChoices(item, e), .. gaps] };
    }

    private static IEnumerable<Choice> GapChoices(QtiItemReading item, XElement e) =>
        e.Elements().Where(c => c.Name.LocalName is "gapText" or "gapImg").Select(c => Make(item, c, 1));

    private static List<Choice> Choices(QtiItemReading item, XElement e, string name, int set) => [.. e.Elements(name).Select(c => Make(item, c, set))];

    private static List<Choice> MatchSets(QtiItemReading item, XElement e) =>
        [.. e.Elements("simpleMatchSet").SelectMany((s, i) => s.Elements("simpleAssociableChoice").Select(c => Make(item, c, i + 1)))];

    private static Choice Make(QtiItemReading item, XElement c, int set) => new(Attribute(c, "identifier"), item.Text(c.Nodes()))
    {
        Set = set,
        Fixed = c.Attribute("fixed")?.Value is "true" or "1",
        MatchMax = (int)Math.Clamp(QtiRules.Number(c, "matchMax") ?? 1, 0, 10_000),
    };

    private static List<Choice> Spots(XElement e, string name) =>
        [.. e.Elements(name).Select(h => new Choice(Attribute(h, "identifier"), ContentForm.Plain(h.Attribute("hotspotLabel")?.Value ?? h.Attribute("aria-label")?.Value ?? "")) { Shape = h.Attribute("shape")?.Value ?? "default", Coords = h.Attribute("coords")?.Value ?? "" })];

    private static List<Choice> Areas(Declaration declaration) =>
        [.. (declaration.AreaMapping?.Elements("areaMapEntry") ?? []).Select((a, i) => new Choice($"V{i + 1}", Content.Empty) { Shape = a.Attribute("shape")?.Value ?? "default", Coords = a.Attribute("coords")?.Value ?? "" })];

    private static List<Choice> Labelled(QtiItemReading item, XElement e, string name, int set)
    {
        item.Lose("Vị trí trên hình bị bỏ; các điểm trên hình trở thành phương án có nhãn.");
        return [.. Spots(e, name).Select(s => s with { Content = s.Content.IsEmpty ? ContentForm.Plain(s.Id) : s.Content, Set = set, Shape = null, Coords = null })];
    }

    private static Picture? Picture(QtiItemReading item, XElement e)
    {
        var shown = e.Descendants().FirstOrDefault(c => c.Name.LocalName is "img" or "object");
        var source = shown?.Attribute("src")?.Value ?? shown?.Attribute("data")?.Value;
        var name = source is null ? null : item.Media.Take(source);
        if (name is null)
        {
            item.Lose(source is null ? "Câu chọn trên hình không có hình." : $"Không có tệp hình “{source}” trong gói.");
            return null;
        }
        return new Picture(name, Size(shown!, "width"), Size(shown!, "height"), (shown!.Attribute("alt")?.Value ?? shown.Value).Trim());
    }

    private static int Size(XElement e, string name) => (int)Math.Clamp(QtiRules.Number(e, name) ?? 0, 0, 20_000);

    private static XNode Numbered(XNode node)
    {
        if (node is not XElement element) return node;
        var all = element.Parent!.Descendants("gap").ToList();
        var copy = new XElement(element);
        var own = element.DescendantsAndSelf("gap").ToList();
        foreach (var (gap, i) in copy.DescendantsAndSelf("gap").ToList().Select((g, i) => (g, i)))
        {
            var mark = new XElement("strong", $"({all.IndexOf(own[i]) + 1}) ____");
            if (gap == copy) return mark;
            gap.ReplaceWith(mark);
        }
        return copy;
    }

    private static XNode Underlined(XNode node)
    {
        if (node is not XElement element) return node;
        var copy = new XElement(element);
        foreach (var hot in copy.DescendantsAndSelf("hottext").ToList())
        {
            var mark = new XElement("u", hot.Nodes());
            if (hot == copy) return mark;
            hot.ReplaceWith(mark);
        }
        return copy;
    }

    private static string Attribute(XElement e, string name) => e.Attribute(name)?.Value.Trim() is { Length: > 0 } value ? value : throw new ItemFileException($"<{e.Name.LocalName}> thiếu thuộc tính {name}.");
}
