using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace CongVu.Reform.Reading;

/// <summary>Automatic numbers of Word: the "1.1." that stands on the page but not in the text. Counts as Word counts.</summary>
internal sealed class WordNumbering
{
    private readonly Dictionary<string, string> abstractOf = [];
    private readonly Dictionary<(string Abstract, int Level), NumberLevel> levels = [];
    private readonly Dictionary<(string Number, int Level), int> startOverrides = [];
    private readonly Dictionary<string, WordStyle> styles = [];
    private readonly Dictionary<string, int[]> counters = [];
    private readonly HashSet<(string, int)> overridden = [];

    public static WordNumbering Of(OfficePackage package, string main)
    {
        var numbering = new WordNumbering();
        var relations = package.Relations(main);
        foreach (var part in relations.Values.Where(p => p.EndsWith("numbering.xml", StringComparison.Ordinal)))
        {
            numbering.ReadNumbering(Load(package, part));
        }
        foreach (var part in relations.Values.Where(p => p.EndsWith("styles.xml", StringComparison.Ordinal)))
        {
            numbering.ReadStyles(Load(package, part));
        }
        return numbering;
    }

    public bool IsNumbered(XElement paragraph) => NumberOf(paragraph) is not null;

    /// <summary>1–6 for a paragraph in a heading style, else 0.</summary>
    public int HeadingLevel(XElement paragraph)
    {
        var outline = WordText.Property(paragraph, "pPr", "outlineLvl") ?? Inherited(StyleOf(paragraph), s => s.Outline);
        return int.TryParse(outline, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 6 ? level + 1 : 0;
    }

    /// <summary>The next number of the paragraph's list, or empty.</summary>
    public string Label(XElement paragraph)
    {
        if (NumberOf(paragraph) is not { } at || !abstractOf.TryGetValue(at.Number, out var list) || !levels.TryGetValue((list, at.Level), out var level))
        {
            return "";
        }
        if (level.Format == "bullet")
        {
            return "-";
        }
        if (!counters.TryGetValue(list, out var counts))
        {
            counters[list] = counts = new int[9];
        }
        if (startOverrides.TryGetValue((at.Number, at.Level), out var start) && overridden.Add((at.Number, at.Level)))
        {
            counts[at.Level] = start - 1;
        }
        else if (counts[at.Level] == 0)
        {
            counts[at.Level] = level.Start - 1;
        }
        counts[at.Level]++;
        for (var deeper = at.Level + 1; deeper < 9; deeper++)
        {
            counts[deeper] = 0;
        }
        return Format(list, level, counts);
    }

    private string Format(string list, NumberLevel level, int[] counts)
    {
        var label = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9')
            {
                var place = level.Text[i + 1] - '1';
                var format = levels.TryGetValue((list, place), out var l) ? l.Format : "decimal";
                label.Append(InFormat(format, Math.Max(1, counts[place])));
                i++;
            }
            else
            {
                label.Append(level.Text[i]);
            }
        }
        return label.ToString().Trim();
    }

    private static string InFormat(string format, int n) => format switch
    {
        "upperRoman" => n < 40 ? ItemNumber.ToRoman(n) : $"{n}",
        "lowerRoman" => n < 40 ? ItemNumber.ToRoman(n).ToLowerInvariant() : $"{n}",
        "upperLetter" => ((char)('A' + ((n - 1) % 26))).ToString(),
        "lowerLetter" => ((char)('a' + ((n - 1) % 26))).ToString(),
        "decimalZero" => n.ToString("00", CultureInfo.InvariantCulture),
        "none" => "",
        _ => n.ToString(CultureInfo.InvariantCulture),
    };

    private (string Number, int Level)? NumberOf(XElement paragraph)
    {
        var own = paragraph.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr")?.Elements().FirstOrDefault(e => e.Name.LocalName == "numPr");
        var style = StyleOf(paragraph);
        var number = Child(own, "numId") ?? Inherited(style, s => s.Number);
        if (number is null or "0")
        {
            return null;
        }
        var level = Child(own, "ilvl") ?? Inherited(style, s => s.Level);
        return (number, int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 9 ? n : 0);
    }

    private static string? StyleOf(XElement paragraph) => WordText.Property(paragraph, "pPr", "pStyle");

    private string? Inherited(string? style, Func<WordStyle, string?> value)
    {
        for (var steps = 0; style is not null && steps < 20 && styles.TryGetValue(style, out var found); steps++)
        {
            if (value(found) is { } own)
            {
                return own;
            }
            style = found.BasedOn;
        }
        return null;
    }

    private void ReadNumbering(XElement root)
    {
        foreach (var list in root.Elements().Where(e => e.Name.LocalName == "abstractNum"))
        {
            foreach (var level in list.Elements().Where(e => e.Name.LocalName == "lvl"))
            {
                if (int.TryParse(Attribute(level, "ilvl"), out var at) && at is >= 0 and < 9)
                {
                    levels[(Attribute(list, "abstractNumId") ?? "", at)] = new NumberLevel(
                        Child(level, "numFmt") ?? "decimal", Child(level, "lvlText") ?? "", int.TryParse(Child(level, "start"), out var start) ? Math.Clamp(start, 0, 10_000) : 1);
                }
            }
        }
        foreach (var number in root.Elements().Where(e => e.Name.LocalName == "num"))
        {
            var id = Attribute(number, "numId") ?? "";
            abstractOf[id] = Child(number, "abstractNumId") ?? "";
            foreach (var change in number.Elements().Where(e => e.Name.LocalName == "lvlOverride"))
            {
                if (int.TryParse(Attribute(change, "ilvl"), out var at) && at is >= 0 and < 9 && int.TryParse(Child(change, "startOverride"), out var start))
                {
                    startOverrides[(id, at)] = Math.Clamp(start, 0, 10_000);
                }
            }
        }
    }

    private void ReadStyles(XElement root)
    {
        foreach (var style in root.Elements().Where(e => e.Name.LocalName == "style"))
        {
            var properties = style.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr");
            var list = properties?.Elements().FirstOrDefault(e => e.Name.LocalName == "numPr");
            styles[Attribute(style, "styleId") ?? ""] = new WordStyle(Child(style, "basedOn"), Child(list, "numId"), Child(list, "ilvl"), Child(properties, "outlineLvl"));
        }
    }

    private static XElement Load(OfficePackage package, string part)
    {
        using var reader = package.Open(part);
        return reader is null ? new XElement("none") : XElement.Load(reader);
    }

    private static string? Child(XElement? element, string name) =>
        element?.Elements().FirstOrDefault(e => e.Name.LocalName == name) is { } child ? WordText.Value(child) : null;

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    private sealed record NumberLevel(string Format, string Text, int Start);

    private sealed record WordStyle(string? BasedOn, string? Number, string? Level, string? Outline);
}
