using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CongVu.Examinations.Formats;

/// <summary>HTML as people type it, parsed as browsers do. Nothing is fetched, no script runs.</summary>
internal static class HtmlContent
{
    private const int Deepest = 150;

    public static IReadOnlyList<XNode> Parse(string html)
    {
        var document = new HtmlParser().ParseDocument("<!DOCTYPE html><body>");
        var nodes = new HtmlParser().ParseFragment(html, document.Body!);
        return [.. nodes.SelectMany(n => Convert(n, 0))];
    }

    private static IEnumerable<XNode> Convert(INode node, int depth)
    {
        if (node is IText text) return [new XText(ContentForm.Valid(text.Data))];
        if (node is not IElement element || depth > Deepest) return [];
        XNamespace ns = element.NamespaceUri == Items.Content.MathMl.NamespaceName ? Items.Content.MathMl : XNamespace.None;
        var name = element.LocalName;
        if (!IsName(name)) return element.ChildNodes.SelectMany(n => Convert(n, depth + 1));
        return [new XElement(ns + name,
            element.Attributes.Where(a => IsName(a.LocalName)).DistinctBy(a => a.LocalName).Select(a => new XAttribute(a.LocalName, ContentForm.Valid(a.Value))),
            element.ChildNodes.SelectMany(n => Convert(n, depth + 1)))];
    }

    private static bool IsName(string name) => name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && name != "xmlns";
}
