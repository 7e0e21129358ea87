namespace CongVu.Examinations.Items;

/// <summary>The elements and attributes a text may use; all others are unwrapped or dropped.</summary>
internal static class ContentElements
{
    private static readonly HashSet<string> Blocks =
    [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr",
        "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th", "figure", "figcaption",
    ];

    private static readonly HashSet<string> Inlines =
    [
        "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "code", "kbd", "samp", "var", "q", "cite", "abbr", "span", "br", "img", "audio", "video",
        "ruby", "rb", "rt", "rp", "tt", "big", "bdo", Content.Gap,
    ];

    /// <summary>Dropped with all they hold.</summary>
    private static readonly HashSet<string> Forbidden =
        ["script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "select", "textarea", "link", "meta", "base", "svg", "noscript", "template", "canvas"];

    private static readonly HashSet<string> Attributes =
        ["alt", "src", "width", "height", "colspan", "rowspan", "scope", "lang", "dir", "start", "type", "id"];

    private static readonly HashSet<string> Math =
    [
        "math", "mi", "mn", "mo", "ms", "mtext", "mspace", "mrow", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded", "mphantom", "mfenced", "menclose",
        "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd", "mlabeledtr", "maligngroup", "malignmark",
    ];

    private static readonly HashSet<string> MathAttributes =
    [
        "display", "mathvariant", "mathsize", "open", "close", "separators", "linethickness", "notation", "stretchy", "fence", "separator", "accent", "accentunder", "lspace", "rspace",
        "form", "largeop", "movablelimits", "width", "height", "depth", "columnalign", "rowalign", "columnspacing", "rowspacing", "columnlines", "rowlines", "frame", "columnspan", "rowspan", "bevelled", "displaystyle", "scriptlevel", "numalign", "denomalign",
    ];

    public static bool IsBlock(string name) => Blocks.Contains(name);
    public static bool IsAllowed(string name) => Blocks.Contains(name) || Inlines.Contains(name);
    public static bool IsForbidden(string name) => Forbidden.Contains(name);
    public static bool IsMath(string name) => Math.Contains(name);
    public static bool KeepsMathAttribute(string name) => MathAttributes.Contains(name);

    /// <summary>An attribute is kept where it means something; <c>id</c> only on gaps, <c>type</c> only on lists.</summary>
    public static bool Keeps(string element, string attribute) => Attributes.Contains(attribute)
        && (attribute != "id" || element == Content.Gap)
        && (attribute is not ("type" or "start") || element == "ol")
        && (attribute is not ("width" or "height" or "src" or "alt") || element is "img" or "audio" or "video");
}
