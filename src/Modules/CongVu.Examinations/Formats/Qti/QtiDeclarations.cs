using System.Globalization;
using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>Response declarations: cardinality, type, key, mapping.</summary>
internal static class QtiDeclarations
{
    public static XElement Response(Part part)
    {
        var (cardinality, type) = part.Kind switch
        {
            PartKind.MultipleResponse => ("multiple", "identifier"),
            PartKind.Matching => ("multiple", part.Choices.Any(c => c.Set == 0) ? "pair" : "directedPair"),
            PartKind.Ordering => ("ordered", "identifier"),
            PartKind.GapNumeric => ("single", "float"),
            PartKind.GapText or PartKind.ExtendedText => ("single", "string"),
            PartKind.Hotspot => (part.Key.Count > 1 ? "multiple" : "single", part.FreePoint ? "point" : "identifier"),
            _ => ("single", "identifier"),
        };
        var key = part.Kind == PartKind.GapNumeric ? part.Numbers.Take(1).Select(n => Number(n.Value)) : cardinality == "single" ? part.Key.Take(1) : part.Key;
        var correct = key.Select(k => new XElement("value", k)).ToList();
        return new XElement("responseDeclaration", new XAttribute("identifier", part.Id), new XAttribute("cardinality", cardinality), new XAttribute("baseType", type),
            correct.Count > 0 ? new XElement("correctResponse", correct) : null, Mapping(part));
    }

    /// <summary>True when points come from a mapping rather than from all or nothing.</summary>
    public static bool IsMapped(Part part) => part.Kind switch
    {
        PartKind.GapText => part.Key.Count > 1 || part.Scores.Count > 0 || (!part.CaseSensitive && part.Key.Count > 0),
        PartKind.GapNumeric or PartKind.ExtendedText => false,
        PartKind.Hotspot when part.FreePoint => true,
        _ => part.PerElement || part.Scores.Count > 0,
    };

    public static string Number(decimal value) => (value / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static XElement? Mapping(Part part)
    {
        if (!IsMapped(part)) return null;
        if (part.FreePoint)
        {
            return new XElement("areaMapping", new XAttribute("defaultValue", "0"), part.Choices.Select(c => new XElement("areaMapEntry", new XAttribute("shape", c.Shape ?? "default"), new XAttribute("coords", c.Coords ?? ""),
                new XAttribute("mappedValue", Number(part.Scores.FirstOrDefault(s => s.Answer == c.Id)?.Points ?? part.Points)))));
        }
        var isSingle = part.Kind is not (PartKind.MultipleResponse or PartKind.Matching) && !(part.Kind == PartKind.Hotspot && part.Key.Count > 1);
        var entries = part.PerElement ? part.Key.Select(k => new AnswerScore(k, Math.Round(part.Points / part.Key.Count, 15)))
            : isSingle ? part.Key.Select(k => new AnswerScore(k, part.Points)).Concat(part.Scores) : part.Scores;
        return new XElement("mapping", isSingle ? null : new XAttribute("lowerBound", "0"), isSingle ? null : new XAttribute("upperBound", Number(part.Points)), new XAttribute("defaultValue", "0"),
            entries.Select(e => new XElement("mapEntry", new XAttribute("mapKey", e.Answer), new XAttribute("mappedValue", Number(e.Points)),
                part.Kind == PartKind.GapText ? new XAttribute("caseSensitive", part.CaseSensitive ? "true" : "false") : null)));
    }
}
