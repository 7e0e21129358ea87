using System.Text.RegularExpressions;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Moodle;

/// <summary>A canonical text as HTML that a browser's parser reads back to the same.</summary>
internal static partial class MoodleHtml
{
    private static readonly HashSet<string> Void = ["br", "hr", "img", "col"];

    public static string Of(Content content)
    {
        var root = new XElement("c", content.Nodes());
        foreach (var shown in root.Descendants().Where(e => e.Name.LocalName is "img" or "audio" or "video"))
            shown.SetAttributeValue("src", "@@PLUGINFILE@@/" + shown.Attribute("src")?.Value);
        return Plain(root);
    }

    /// <summary>The content of an element as HTML.</summary>
    public static string Plain(XElement root)
    {
        var xml = string.Concat(root.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
        // HTML knows no empty-element tags but for the void ones.
        return Selfclosed().Replace(xml, m => Void.Contains(m.Groups[1].Value) ? $"<{m.Groups[1].Value}{m.Groups[2].Value}>" : $"<{m.Groups[1].Value}{m.Groups[2].Value}></{m.Groups[1].Value}>");
    }

    [GeneratedRegex(@"<([a-z0-9]+)((?:\s[^<>]*?)?)\s*/>")]
    private static partial Regex Selfclosed();
}
