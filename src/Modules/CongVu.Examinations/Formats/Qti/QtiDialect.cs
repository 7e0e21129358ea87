using System.Text;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>
/// QTI 3 and QTI 2 differ in the spelling of names only. Everything is read in the spelling of QTI 2 without namespace, and written from it.
/// </summary>
internal static class QtiDialect
{
    private const string Prefix = "qti-";

    /// <summary>qti3, qti22, qti21 or qti20; null when the element is no QTI.</summary>
    public static string? Version(XElement root)
    {
        var ns = root.Name.NamespaceName;
        if (root.Name.LocalName.StartsWith(Prefix, StringComparison.Ordinal) || ns.Contains("v3p0", StringComparison.Ordinal)) return "qti3";
        if (ns.Contains("v2p2", StringComparison.Ordinal)) return "qti22";
        if (ns.Contains("v2p0", StringComparison.Ordinal)) return "qti20";
        return "qti21";
    }

    /// <summary>The element as QTI 2 spells it, outside any namespace; formulas keep theirs.</summary>
    public static XElement Plain(XElement element)
    {
        if (element.Name.Namespace == Content.MathMl) return new XElement(element);
        var local = element.Name.LocalName;
        var isPrefixed = local.StartsWith(Prefix, StringComparison.Ordinal);
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a =>
            new XAttribute(a.Name.Namespace == XNamespace.None && isPrefixed ? Camel(a.Name.LocalName) : a.Name.LocalName, a.Value))
            .DistinctBy(a => a.Name);
        return new XElement(isPrefixed ? Camel(local[Prefix.Length..]) : local, attributes,
            element.Nodes().Select<XNode, XNode?>(n => n is XElement e ? Plain(e) : n is XText t ? new XText(t.Value) : null));
    }

    /// <summary>The reverse: names of QTI 2 as QTI 3 spells them. HTML and formulas keep their names.</summary>
    public static XElement AsQti3(XElement element, XNamespace ns)
    {
        if (element.Name.Namespace == Content.MathMl) return new XElement(element);
        var local = element.Name.LocalName;
        var isHtml = ContentElements.IsAllowed(local);
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a =>
            new XAttribute(a.Name.Namespace == XNamespace.None && !isHtml ? Kebab(a.Name.LocalName) : a.Name, a.Value));
        return new XElement(ns + (isHtml ? local : Prefix + Kebab(local)), attributes, element.Nodes().Select(n => n is XElement e ? (XNode)AsQti3(e, ns) : n));
    }

    /// <summary>The element as QTI 2 in its namespace.</summary>
    public static XElement AsQti2(XElement element, XNamespace ns) => element.Name.Namespace == Content.MathMl
        ? new XElement(element)
        : new XElement(ns + element.Name.LocalName, element.Attributes().Where(a => !a.IsNamespaceDeclaration), element.Nodes().Select(n => n is XElement e ? (XNode)AsQti2(e, ns) : n));

    private static string Camel(string kebab)
    {
        if (kebab.StartsWith("data-", StringComparison.Ordinal) || kebab.StartsWith("aria-", StringComparison.Ordinal)) return kebab;
        // The two names of QTI 2 that no rule leads back to.
        if (kebab is "duration-lt" or "duration-gte") return "duration" + kebab[9..].ToUpperInvariant();
        var made = new StringBuilder(kebab.Length);
        var up = false;
        foreach (var c in kebab)
        {
            if (c == '-') { up = true; continue; }
            made.Append(up ? char.ToUpperInvariant(c) : c);
            up = false;
        }
        return made.ToString();
    }

    private static string Kebab(string camel)
    {
        var made = new StringBuilder(camel.Length + 4);
        foreach (var c in camel)
        {
            if (char.IsAsciiLetterUpper(c)) made.Append('-').Append(char.ToLowerInvariant(c));
            else made.Append(c);
        }
        return made.ToString();
    }
}
