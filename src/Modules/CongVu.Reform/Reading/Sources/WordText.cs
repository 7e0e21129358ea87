using System.Text;
using System.Xml.Linq;

namespace CongVu.Reform.Reading;

/// <summary>The visible text of Word paragraphs and cells, without deleted words, field codes and note marks.</summary>
internal static class WordText
{
    public static string Of(XElement paragraph, WordNumbering numbering, out bool bold)
    {
        var text = new StringBuilder();
        var runs = (Bold: 0, All: 0);
        Walk(paragraph, text, ref runs);
        bold = runs.All > 0 && runs.Bold == runs.All;
        var words = Vietnamese.Normalise(text.ToString());
        if (string.IsNullOrWhiteSpace(words) && !numbering.IsNumbered(paragraph))
        {
            return "";
        }
        var label = numbering.Label(paragraph);
        return label.Length > 0 ? (label + " " + words.TrimStart()).TrimEnd() : words;
    }

    /// <summary>Paragraphs of a cell, one a line; nested tables cell by cell.</summary>
    public static string OfCell(XElement cell, WordNumbering numbering, out bool bold)
    {
        List<string> lines = [];
        bold = true;
        foreach (var element in cell.Descendants().Where(e => e.Name.LocalName == "p" && !IsInTextBox(e, cell)))
        {
            var line = Of(element, numbering, out var strong).Trim();
            if (line.Length > 0)
            {
                lines.Add(line);
                bold &= strong;
            }
        }
        bold &= lines.Count > 0;
        return string.Join('\n', lines);
    }

    public static string? Property(XElement element, string properties, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName == properties)?.Elements().FirstOrDefault(e => e.Name.LocalName == name) is { } found ? Value(found) : null;

    public static string? Value(XElement element) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;

    public static bool IsOn(XElement? element) => element is not null && Value(element) is null or "1" or "true" or "on";

    private static bool IsInTextBox(XElement element, XElement limit)
    {
        for (var parent = element.Parent; parent is not null && parent != limit; parent = parent.Parent)
        {
            if (parent.Name.LocalName is "txbxContent" or "Fallback")
            {
                return true;
            }
        }
        return false;
    }

    private static void Walk(XElement element, StringBuilder text, ref (int Bold, int All) runs)
    {
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r":
                    TakeRun(child, text, ref runs);
                    break;
                case "del" or "moveFrom" or "pPr" or "txbxContent" or "Fallback":
                    break;
                default:
                    Walk(child, text, ref runs);
                    break;
            }
        }
    }

    private static void TakeRun(XElement run, StringBuilder text, ref (int Bold, int All) runs)
    {
        var properties = run.Elements().FirstOrDefault(e => e.Name.LocalName == "rPr");
        bool On(string name) => properties?.Elements().FirstOrDefault(e => e.Name.LocalName == name) is { } p && IsOn(p);
        if (On("vanish"))
        {
            return;
        }
        var start = text.Length;
        foreach (var piece in run.Elements())
        {
            switch (piece.Name.LocalName)
            {
                case "t":
                    text.Append(piece.Value);
                    break;
                case "tab":
                    text.Append(' ');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "AlternateContent":
                    Walk(piece, text, ref runs);
                    break;
            }
        }
        var raised = properties?.Elements().FirstOrDefault(e => e.Name.LocalName == "vertAlign") is { } align && Value(align) == "superscript";
        var own = text.ToString(start, text.Length - start);
        if (raised && own.Trim().Length <= 3 && own.Trim().All(char.IsAsciiDigit))
        {
            text.Length = start;
            return;
        }
        if (!string.IsNullOrWhiteSpace(own))
        {
            runs.All++;
            runs.Bold += On("b") ? 1 : 0;
        }
    }
}
