using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CongVu.Examinations.Formats.Word;

/// <summary>Automatic numbers of Word: "Câu %1." and "%1." with letters are as common as typed ones.</summary>
internal sealed partial class WordNumbers
{
    private sealed record Level(string Format, string Text, int Start);

    private readonly Dictionary<string, Dictionary<int, Level>> _levels = [];
    private readonly Dictionary<string, string> _abstracts = [];
    private readonly Dictionary<string, int[]> _counters = [];
    private readonly Dictionary<string, (string? Number, int Level)> _styles = [];

    public static WordNumbers Of(XElement? numbering, XElement? styles)
    {
        var numbers = new WordNumbers();
        foreach (var def in numbering?.Elements().Where(e => e.Name.LocalName == "abstractNum") ?? [])
        {
            numbers._levels[Value(def, "abstractNumId", own: true) ?? ""] = def.Elements().Where(e => e.Name.LocalName == "lvl").DistinctBy(l => Value(l, "ilvl", own: true)).ToDictionary(
                l => Whole(Value(l, "ilvl", own: true), 0), l => new Level(Value(l, "numFmt") ?? "decimal", Value(l, "lvlText") ?? "", Whole(Value(l, "start"), 1)));
        }
        foreach (var num in numbering?.Elements().Where(e => e.Name.LocalName == "num") ?? [])
            numbers._abstracts[Value(num, "numId", own: true) ?? ""] = Value(num, "abstractNumId") ?? "";
        foreach (var style in styles?.Elements().Where(e => e.Name.LocalName == "style") ?? [])
        {
            var numPr = style.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "numPr");
            if (numPr is not null) numbers._styles[Value(style, "styleId", own: true) ?? ""] = (Value(numPr, "numId"), Whole(Value(numPr, "ilvl"), 0));
        }
        return numbers;
    }

    /// <summary>The label in front of a paragraph, counting on; empty when it has none or a bullet.</summary>
    public string Label(XElement paragraph)
    {
        var properties = paragraph.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr");
        var numPr = properties?.Elements().FirstOrDefault(e => e.Name.LocalName == "numPr");
        var style = properties is null ? null : Value(properties, "pStyle");
        var (id, at) = numPr is not null ? (Value(numPr, "numId"), Whole(Value(numPr, "ilvl"), 0)) : style is not null && _styles.TryGetValue(style, out var named) ? named : (null, 0);
        if (id is null or "0" || !_abstracts.TryGetValue(id, out var definition) || !_levels.TryGetValue(definition, out var levels) || !levels.TryGetValue(at, out var level) || at > 8) return "";
        if (level.Format is "bullet" or "none") return "";
        if (!_counters.TryGetValue(id, out var counters)) _counters[id] = counters = new int[9];
        counters[at] = counters[at] == 0 ? level.Start : counters[at] + 1;
        for (var deeper = at + 1; deeper < 9; deeper++) counters[deeper] = 0;
        var label = Place().Replace(level.Text, m =>
        {
            var n = m.Groups[1].Value[0] - '1';
            return levels.TryGetValue(n, out var shown) ? Write(shown.Format, Math.Max(counters[n], shown.Start)) : "";
        });
        return label;
    }

    private static string Write(string format, int n) => format switch
    {
        "upperLetter" => ((char)('A' + (n - 1) % 26)).ToString(),
        "lowerLetter" => ((char)('a' + (n - 1) % 26)).ToString(),
        "upperRoman" => Roman(n),
        "lowerRoman" => Roman(n).ToLowerInvariant(),
        _ => n.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int n)
    {
        var text = "";
        foreach (var (value, sign) in new[] { (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; n >= value && text.Length < 20; n -= value) text += sign;
        }
        return text;
    }

    private static string? Value(XElement e, string name, bool own = false) => own
        ? e.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value
        : e.Elements().FirstOrDefault(c => c.Name.LocalName == name)?.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;

    private static int Whole(string? text, int otherwise) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 100_000 ? n : otherwise;

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Place();
}
