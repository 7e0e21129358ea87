using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CongVu.Examinations.Items;

/// <summary>
/// A text as a canonical XHTML fragment: allowed elements only, white space collapsed, no lone wrapper. Two files that say the same give the same string.
/// Made by <c>ContentForm</c>; nothing else may build one from markup.
/// </summary>
internal sealed record Content(string Xml)
{
    public static readonly XNamespace MathMl = "http://www.w3.org/1998/Math/MathML";
    public static readonly Content Empty = new("");

    /// <summary>Marks where an inline part stands.</summary>
    public const string Gap = "gap";

    public bool IsEmpty => Xml.Length == 0;

    public IReadOnlyList<XNode> Nodes()
    {
        if (IsEmpty) return [];
        using var reader = XmlReader.Create(new StringReader($"<c>{Xml}</c>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
        var nodes = root.Nodes().ToList();
        root.RemoveNodes();
        return nodes;
    }

    /// <summary>Words alone: gaps as "____", pictures as their alternative text, lines parted by spaces.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var node in Nodes()) Append(node, text);
        return string.Join(' ', text.ToString().Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(XNode node, StringBuilder text)
    {
        if (node is XText words) text.Append(words.Value);
        if (node is not XElement element) return;
        var name = element.Name.LocalName;
        var apart = ContentElements.IsBlock(name) || name == "br";
        if (apart) text.Append(' ');
        if (name == Gap) text.Append("____");
        if (name == "img") text.Append(element.Attribute("alt")?.Value);
        foreach (var child in element.Nodes()) Append(child, text);
        if (apart) text.Append(' ');
    }

    public override string ToString() => Xml;
}
