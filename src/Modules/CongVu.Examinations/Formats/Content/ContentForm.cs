using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats;

/// <summary>Turns any markup into the one canonical form of <see cref="Content"/>.</summary>
internal sealed class ContentForm(Func<string, string?> media, Action<string> lose)
{
    /// <summary>Elements that say nothing when empty.</summary>
    private static readonly HashSet<string> Hollow = ["p", "div", "span", "b", "i", "u", "s", "em", "strong", "small", "big", "sub", "sup", "tt", "code"];
    private static readonly char[] Spaces = [' ', '\t', '\r', '\n', '\f'];

    /// <summary>Plain text: markup characters are text, lines become lines.</summary>
    public static Content Plain(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim().Split('\n');
        List<XNode> nodes = [];
        foreach (var line in lines)
        {
            if (nodes.Count > 0) nodes.Add(new XElement("br"));
            nodes.Add(new XText(Valid(line)));
        }
        return new ContentForm(_ => null, _ => { }).Of(nodes);
    }

    public Content Of(IEnumerable<XNode> nodes)
    {
        var root = new XElement("c", nodes.SelectMany(Clean));
        Collapse(root);
        DropEmpty(root);
        while (Wrapper(root) is { } wrapper) root.ReplaceNodes(wrapper.Nodes());
        return Serialise(root.Nodes());
    }

    /// <summary>Joins texts that stood apart, e.g. a passage and its question.</summary>
    public static Content Join(params Content[] parts)
    {
        var filled = parts.Where(p => !p.IsEmpty).ToList();
        if (filled.Count < 2) return filled.FirstOrDefault() ?? Content.Empty;
        var nodes = filled.SelectMany(p => IsBlocks(p) ? p.Nodes() : [new XElement("p", p.Nodes())]);
        return new ContentForm(name => name, _ => { }).Of(nodes);
    }

    /// <summary>True when the text consists of blocks, so that it may stand where only blocks may.</summary>
    public static bool IsBlocks(Content content) =>
        !content.IsEmpty && content.Nodes().All(n => n is XElement e && ContentElements.IsBlock(e.Name.LocalName));

    public static Content WithoutLastGap(Content stem)
    {
        var nodes = stem.Nodes().ToList();
        var isGap = nodes is [.., XElement { Name.LocalName: Content.Gap }]
            || (nodes is [.., XElement { Name.LocalName: "div" or "p", HasAttributes: false } last] && last.Nodes().ToList() is [XElement { Name.LocalName: Content.Gap }]);
        if (!isGap) return stem;
        nodes.RemoveAt(nodes.Count - 1);
        return new ContentForm(name => name, _ => { }).Of(nodes);
    }

    /// <summary>The text with every gap made into what the caller says.</summary>
    public static Content ReplaceGaps(Content stem, Func<string, XNode?> other)
    {
        var root = new XElement("c", stem.Nodes());
        foreach (var gap in root.Descendants(Content.Gap).ToList())
        {
            if (other(gap.Attribute("id")?.Value ?? "") is { } node) gap.ReplaceWith(node);
            else gap.Remove();
        }
        return new ContentForm(name => name, _ => { }).Of(root.Nodes().ToList());
    }

    private IEnumerable<XNode> Clean(XNode node)
    {
        switch (node)
        {
            case XText text: return [new XText(Valid(text.Value))];
            case XElement element: return CleanElement(element);
            default: return [];
        }
    }

    private IEnumerable<XNode> CleanElement(XElement element)
    {
        var name = element.Name.LocalName.ToLowerInvariant();
        if (element.Name.Namespace == Content.MathMl || name == "math") return CleanMath(element);
        if (name is "object" && element.Attribute("data") is { } data)
        {
            if (AsMedium(element, data.Value) is { } shown) return [shown];
            // What stands inside is what its author shows where the file cannot be shown.
            lose($"Không hiện được tệp “{Short(data.Value)}”: trong gói không có, hoặc không phải hình, tiếng, phim; chỉ giữ nội dung thay thế.");
            return element.Nodes().Where(n => n is not XElement { Name.LocalName: "param" }).SelectMany(Clean);
        }
        if (ContentElements.IsForbidden(name))
        {
            if (name is not ("style" or "link" or "meta")) lose($"Phần tử <{name}> bị bỏ vì không dùng trong đề thi.");
            return [];
        }
        if (name == "a" && element.Value.Trim().Length > 0) lose("Liên kết được thay bằng chữ của nó.");
        if (!ContentElements.IsAllowed(name)) return element.Nodes().SelectMany(Clean);
        if (name is "audio" or "video" && element.Attribute("src") is null && element.Elements().FirstOrDefault(e => e.Name.LocalName == "source")?.Attribute("src") is { } source)
            element = new XElement(element.Name, element.Attributes(), new XAttribute("src", source.Value));
        var kept = element.Attributes().Where(a => ContentElements.Keeps(name, a.Name.LocalName) && a.Value.Trim().Length > 0 || name == "img" && a.Name.LocalName == "alt")
            .OrderBy(a => a.Name.LocalName, StringComparer.Ordinal).GroupBy(a => a.Name.LocalName)
            .Select(g => new XAttribute(g.Key, Valid(g.First().Value.Trim()))).ToList();
        if (name is "img" or "audio" or "video")
        {
            var src = kept.Find(a => a.Name == "src")?.Value;
            var medium = src is null ? null : media(src);
            if (medium is null)
            {
                lose(src is null ? "Một hình không có tệp kèm theo." : $"Không có tệp “{Short(src)}” trong gói; chỉ giữ lời mô tả.");
                return kept.Find(a => a.Name == "alt")?.Value is { Length: > 0 } alt ? [new XText(alt)] : [];
            }
            kept.Find(a => a.Name == "src")!.Value = medium;
            return [new XElement(name, kept)];
        }
        return [new XElement(name, kept, element.Nodes().SelectMany(Clean))];
    }

    // An <object> of QTI 2 is a picture or a recording.
    private XElement? AsMedium(XElement element, string data)
    {
        var type = element.Attribute("type")?.Value ?? "";
        var tag = type.StartsWith("audio", StringComparison.Ordinal) ? "audio" : type.StartsWith("video", StringComparison.Ordinal) ? "video"
            : type.StartsWith("image", StringComparison.Ordinal) || type.Length == 0 ? "img" : null;
        return tag is null || media(data) is not { } name ? null : new XElement(tag, tag == "img" ? new XAttribute("alt", element.Value.Trim()) : null,
            element.Attribute("height") is { } h ? new XAttribute("height", h.Value) : null, new XAttribute("src", name), element.Attribute("width") is { } w ? new XAttribute("width", w.Value) : null);
    }

    private IEnumerable<XNode> CleanMath(XElement element)
    {
        var name = element.Name.LocalName.ToLowerInvariant();
        if (name == "semantics") return element.Elements().Take(1).SelectMany(CleanMath);
        if (!ContentElements.IsMath(name))
        {
            lose($"Phần <{name}> của công thức bị bỏ.");
            return [];
        }
        var kept = element.Attributes().Where(a => !a.IsNamespaceDeclaration && ContentElements.KeepsMathAttribute(a.Name.LocalName))
            .OrderBy(a => a.Name.LocalName, StringComparer.Ordinal).Select(a => new XAttribute(a.Name.LocalName, a.Value.Trim()));
        var isToken = name is "mi" or "mn" or "mo" or "ms" or "mtext";
        return [new XElement(Content.MathMl + name, kept,
            isToken ? Valid(string.Join(' ', element.Value.Split(Spaces, StringSplitOptions.RemoveEmptyEntries))) : element.Elements().SelectMany(CleanMath))];
    }

    private static void Collapse(XElement root)
    {
        XText? last = null;
        var atStart = true;
        Walk(root);
        Trim();

        void Walk(XElement element)
        {
            foreach (var node in element.Nodes().ToList())
            {
                if (node is XText text)
                {
                    var words = Squeeze(text.Value);
                    if (atStart) words = words.TrimStart(Spaces);
                    if (words.Length == 0) { text.Remove(); continue; }
                    text.Value = words;
                    last = text;
                    atStart = words[^1] == ' ';
                    continue;
                }
                var child = (XElement)node;
                var name = child.Name.LocalName;
                if (name == "pre") { Trim(); last = null; atStart = true; continue; }
                var isBlock = ContentElements.IsBlock(name) || name == "br";
                if (isBlock) Trim();
                if (child.Name.Namespace == Content.MathMl || name is "img" or "audio" or "video" or Content.Gap) { last = null; atStart = false; continue; }
                Walk(child);
                if (isBlock) Trim();
            }
        }

        void Trim()
        {
            if (last is not null)
            {
                last.Value = last.Value.TrimEnd(Spaces);
                if (last.Value.Length == 0) last.Remove();
            }
            last = null;
            atStart = true;
        }
    }

    private static string Squeeze(string text)
    {
        var made = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            var isSpace = Spaces.Contains(c);
            if (!isSpace) made.Append(c);
            else if (!space) made.Append(' ');
            space = isSpace;
        }
        return made.ToString();
    }

    private static void DropEmpty(XElement root)
    {
        foreach (var element in root.Descendants().Reverse().ToList())
        {
            if (element.Name.Namespace != XNamespace.None) continue;
            var name = element.Name.LocalName;
            var idle = !element.HasAttributes;
            if (!element.Nodes().Any() && Hollow.Contains(name)) element.Remove();
            else if (idle && name == "span") element.ReplaceWith(element.Nodes());
            else if (idle && name == "div" && element.Nodes().All(n => n is XElement e && ContentElements.IsBlock(e.Name.LocalName))) element.ReplaceWith(element.Nodes());
        }
        foreach (var line in root.Elements("br").ToList())
        {
            if (!line.ElementsBeforeSelf().Any() && !line.NodesBeforeSelf().Any() || !line.NodesAfterSelf().Any()) line.Remove();
        }
    }

    private static XElement? Wrapper(XElement root) =>
        root.Nodes().ToList() is [XElement { HasAttributes: false } only] && only.Name.LocalName is "p" or "div" ? root.Elements().Single() : null;

    private static Content Serialise(IEnumerable<XNode> nodes)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.None };
        using (var writer = XmlWriter.Create(text, settings))
        {
            foreach (var node in nodes) Plainly(node).WriteTo(writer);
        }
        return new Content(text.ToString().Replace(" />", "/>", StringComparison.Ordinal));
    }

    // One default namespace on each formula, no prefixes, no empty element pairs.
    private static XNode Plainly(XNode node) => node is XElement e
        ? new XElement(e.Name, e.Attributes().Where(a => !a.IsNamespaceDeclaration), e.Nodes().Select(Plainly))
        : node;

    /// <summary>Without the characters XML cannot carry.</summary>
    public static string Valid(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c))) return text.Normalize(NormalizationForm.FormC);
        var made = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) made.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) made.Append(text, i++, 2);
        }
        return made.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Short(string src) => src.Length <= 80 ? src : string.Create(CultureInfo.InvariantCulture, $"{src[..40]}… ({src.Length})");
}
