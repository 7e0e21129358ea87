using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>The body of one item: text, pictures, interactions.</summary>
internal sealed class QtiItemWriting(ExamItem item, string folder, bool qti3)
{
    public IEnumerable<XNode> Body()
    {
        var root = new XElement("c", item.Stem.Nodes());
        List<Part> left = [.. item.Parts];
        foreach (var gap in root.Descendants(Content.Gap).ToList())
        {
            var part = left.Find(p => p.Id == gap.Attribute("id")?.Value);
            if (part is null) { gap.Remove(); continue; }
            left.Remove(part);
            gap.ReplaceWith(Interaction(part));
        }
        Sources(root);
        if (left is [var last] && last.Kind.IsInline())
        {
            // The gap at the end of the text is implied in the bank and must stand in the file.
            var isBlocks = root.Nodes().Any() && root.Nodes().All(n => n is XElement e && ContentElements.IsBlock(e.Name.LocalName));
            return isBlocks ? [.. root.Nodes(), new XElement("div", Interaction(last))] : [new XElement("div", root.Nodes(), " ", Interaction(last))];
        }
        var text = Wrapped(root);
        return [.. text, .. left.Select(p => p.Kind.IsInline() ? new XElement("div", Interaction(p)) : Interaction(p))];
    }

    public IReadOnlyList<XNode> Blocks(Content content)
    {
        var root = new XElement("c", content.Nodes());
        Sources(root);
        return Wrapped(root);
    }

    private XElement Interaction(Part part)
    {
        var e = part.Kind switch
        {
            PartKind.SingleChoice or PartKind.TrueFalse or PartKind.MultipleResponse => new XElement("choiceInteraction", Shuffle(part),
                new XAttribute("maxChoices", part.Kind == PartKind.MultipleResponse ? "0" : "1"), part.Choices.Select(c => Choice("simpleChoice", c))),
            PartKind.Ordering => new XElement("orderInteraction", Shuffle(part), part.Choices.Select(c => Choice("simpleChoice", c))),
            PartKind.Matching when part.Choices.Any(c => c.Set == 0) => new XElement("associateInteraction", Shuffle(part), new XAttribute("maxAssociations", "0"), part.Choices.Select(Associable)),
            PartKind.Matching => new XElement("matchInteraction", Shuffle(part), new XAttribute("maxAssociations", "0"),
                new[] { 1, 2 }.Select(set => new XElement("simpleMatchSet", part.Choices.Where(c => c.Set == set).Select(Associable)))),
            PartKind.InlineChoice => new XElement("inlineChoiceInteraction", Shuffle(part), part.Choices.Select(c => Choice("inlineChoice", c))),
            PartKind.GapText or PartKind.GapNumeric => new XElement("textEntryInteraction"),
            PartKind.ExtendedText => new XElement("extendedTextInteraction", part.Lines > 0 ? new XAttribute("expectedLines", part.Lines) : null),
            PartKind.Hotspot when part.FreePoint => new XElement("selectPointInteraction", new XAttribute("maxChoices", Math.Max(1, part.Key.Count)), Shown(part.Picture)),
            PartKind.Hotspot => new XElement("hotspotInteraction", new XAttribute("maxChoices", part.Key.Count > 1 ? 0 : 1), Shown(part.Picture), part.Choices.Select(Spot)),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        e.SetAttributeValue("responseIdentifier", part.Id);
        return e;
    }

    private static XAttribute Shuffle(Part part) => new("shuffle", part.Shuffle ? "true" : "false");

    private XElement Choice(string name, Choice choice)
    {
        var e = new XElement(name, new XAttribute("identifier", choice.Id), choice.Fixed ? new XAttribute("fixed", "true") : null, choice.Content.Nodes());
        Sources(e);
        return e;
    }

    private XElement Associable(Choice choice)
    {
        var e = Choice("simpleAssociableChoice", choice);
        e.Add(new XAttribute("matchMax", choice.MatchMax));
        return e;
    }

    private static XElement Spot(Choice choice) => new("hotspotChoice", new XAttribute("identifier", choice.Id), new XAttribute("shape", choice.Shape ?? "default"), new XAttribute("coords", choice.Coords ?? ""),
        choice.Content.IsEmpty ? null : new XAttribute("hotspotLabel", choice.Content.Text()));

    private XElement? Shown(Picture? picture)
    {
        if (picture is null) return null;
        var size = new[] { ("width", picture.Width), ("height", picture.Height) }.Where(s => s.Item2 > 0).Select(s => new XAttribute(s.Item1, s.Item2)).ToList();
        return qti3
            ? new XElement("img", new XAttribute("src", folder + picture.Name), new XAttribute("alt", picture.Alt), size)
            : new XElement("object", new XAttribute("data", folder + picture.Name), new XAttribute("type", MediaTypes.Of(picture.Name)), size, picture.Alt);
    }

    // Names of media become addresses; QTI 2 has no audio and video elements.
    private void Sources(XElement root)
    {
        foreach (var shown in root.Descendants().Where(e => e.Name.LocalName is "img" or "audio" or "video").ToList())
        {
            var name = shown.Attribute("src")?.Value ?? "";
            if (shown.Name.LocalName == "img" || qti3)
            {
                shown.SetAttributeValue("src", folder + name);
                if (shown.Name.LocalName != "img") shown.SetAttributeValue("controls", "controls");
                else if (shown.Attribute("alt") is null) shown.SetAttributeValue("alt", "");
            }
            else
            {
                shown.ReplaceWith(new XElement("object", new XAttribute("data", folder + name), new XAttribute("type", MediaTypes.Of(name)), shown.Attribute("width"), shown.Attribute("height")));
            }
        }
    }

    private static IReadOnlyList<XNode> Wrapped(XElement root)
    {
        var nodes = root.Nodes().ToList();
        root.RemoveNodes();
        return nodes.TrueForAll(n => n is XElement e && ContentElements.IsBlock(e.Name.LocalName)) ? nodes : [new XElement("div", nodes)];
    }
}
