using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Word;

/// <summary>Formulas of Word as MathML: fractions, roots, scripts, brackets, sums, functions, matrices. What it does not know becomes a row of its parts.</summary>
internal static class OfficeMath
{
    private static readonly XNamespace M = Content.MathMl;

    public static XElement ToMathMl(XElement oMath) => new(M + "math", Children(oMath));

    private static IEnumerable<XElement> Children(XElement? e) => e?.Elements().SelectMany(Convert) ?? [];

    private static XElement Row(XElement? e)
    {
        var parts = Children(e).ToList();
        return parts is [var only] ? only : new XElement(M + "mrow", parts);
    }

    private static IEnumerable<XElement> Convert(XElement e) => e.Name.LocalName switch
    {
        "r" => Run(string.Concat(e.Elements().Where(t => t.Name.LocalName == "t").Select(t => t.Value))),
        "f" => [new XElement(M + "mfrac", Row(Child(e, "num")), Row(Child(e, "den")))],
        "rad" => Child(e, "deg") is { } degree && degree.Elements().Any(d => d.Name.LocalName != "ctrlPr")
            ? [new XElement(M + "mroot", Row(Child(e, "e")), Row(degree))]
            : [new XElement(M + "msqrt", Children(Child(e, "e")))],
        "sSup" => [new XElement(M + "msup", Row(Child(e, "e")), Row(Child(e, "sup")))],
        "sSub" => [new XElement(M + "msub", Row(Child(e, "e")), Row(Child(e, "sub")))],
        "sSubSup" => [new XElement(M + "msubsup", Row(Child(e, "e")), Row(Child(e, "sub")), Row(Child(e, "sup")))],
        "d" => [new XElement(M + "mrow", Operator(Setting(e, "begChr") ?? "("), e.Elements().Where(p => p.Name.LocalName == "e").SelectMany((p, i) => i == 0 ? Children(p) : [Operator(Setting(e, "sepChr") ?? "|"), .. Children(p)]), Operator(Setting(e, "endChr") ?? ")"))],
        "nary" => [new XElement(M + "munderover", Operator(Setting(e, "chr") ?? "∫"), Row(Child(e, "sub")), Row(Child(e, "sup"))), .. Children(Child(e, "e"))],
        "func" => [.. Children(Child(e, "fName")), .. Children(Child(e, "e"))],
        "limLow" => [new XElement(M + "munder", Row(Child(e, "e")), Row(Child(e, "lim")))],
        "limUpp" => [new XElement(M + "mover", Row(Child(e, "e")), Row(Child(e, "lim")))],
        "acc" => [new XElement(M + "mover", Row(Child(e, "e")), Operator(Setting(e, "chr") ?? "\u0302"))],
        "bar" => [new XElement(M + "mover", Row(Child(e, "e")), Operator("¯"))],
        "m" => [new XElement(M + "mtable", e.Elements().Where(r => r.Name.LocalName == "mr").Select(r => new XElement(M + "mtr", r.Elements().Where(c => c.Name.LocalName == "e").Select(c => new XElement(M + "mtd", Children(c))))))],
        "rPr" or "ctrlPr" or "fPr" or "radPr" or "dPr" or "naryPr" or "mPr" or "accPr" or "barPr" => [],
        _ => Children(e),
    };

    private static IEnumerable<XElement> Run(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))) i++;
                yield return new XElement(M + "mn", text[start..i]);
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i])) i++;
                yield return new XElement(M + "mi", text[start..i]);
            }
            else
            {
                i++;
                if (!char.IsWhiteSpace(text[start])) yield return Operator(text[start..i]);
            }
        }
    }

    private static XElement Operator(string sign) => new(M + "mo", sign);

    private static XElement? Child(XElement e, string name) => e.Elements().FirstOrDefault(c => c.Name.LocalName == name);

    private static string? Setting(XElement e, string name) => e.Elements().FirstOrDefault(p => p.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal))?.Elements().FirstOrDefault(c => c.Name.LocalName == name)?.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;
}
