using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CongVu.Reform.Reading;

/// <summary>What a sheet's cells show: shared strings, numbers and dates in their formats.</summary>
internal sealed class ExcelValues
{
    private readonly List<string> shared = [];
    private readonly List<(int Format, int Font)> cellFormats = [];
    private readonly Dictionary<int, string> formats = [];
    private readonly List<bool> boldFonts = [];

    public static ExcelValues Of(OfficePackage package, Dictionary<string, string> relations)
    {
        var values = new ExcelValues();
        foreach (var part in relations.Values.Where(p => p.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = package.Open(part);
            values.ReadShared(reader);
        }
        foreach (var part in relations.Values.Where(p => p.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = package.Open(part);
            if (reader is not null)
            {
                values.ReadStyles(XElement.Load(reader));
            }
        }
        return values;
    }

    /// <summary>The text a cell shows; empty for a blank one.</summary>
    public string TextOf(XElement cell, out bool bold, out bool isNumber)
    {
        var style = int.TryParse(cell.Attribute("s")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s < cellFormats.Count ? cellFormats[s] : (0, -1);
        bold = style.Item2 >= 0 && style.Item2 < boldFonts.Count && boldFonts[style.Item2];
        isNumber = false;
        var kind = cell.Attribute("t")?.Value ?? "n";
        var raw = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "v")?.Value ?? "";
        switch (kind)
        {
            case "s":
                return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "";
            case "inlineStr":
                return Clean(Strings(cell.Elements().FirstOrDefault(e => e.Name.LocalName == "is")));
            case "str" or "e":
                return kind == "e" ? "" : Clean(raw);
            case "b":
                return raw == "1" ? "x" : "";
            case "d":
                return DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : raw;
            default:
                if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    return Clean(raw);
                }
                var shown = Shown(number, style.Item1, out var isDate);
                isNumber = !isDate;
                return shown;
        }
    }

    private string Shown(double number, int format, out bool isDate)
    {
        var code = formats.TryGetValue(format, out var own) ? own : BuiltIn(format);
        isDate = code.AsSpan().IndexOfAny("dy") >= 0 && number is > 1 and < 200_000;
        if (isDate)
        {
            var day = DateTime.FromOADate(number);
            return code.Contains('d', StringComparison.Ordinal) ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
                : code.Contains('m', StringComparison.Ordinal) ? day.ToString("MM/yyyy", CultureInfo.InvariantCulture)
                : day.ToString("yyyy", CultureInfo.InvariantCulture);
        }
        if (code.Contains('%', StringComparison.Ordinal))
        {
            return (number * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        }
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        var decimals = dot < 0 ? 0 : code[(dot + 1)..].TakeWhile(c => c == '0').Count();
        return decimals > 0 ? number.ToString("0." + new string('0', decimals), CultureInfo.InvariantCulture) : number.ToString("G12", CultureInfo.InvariantCulture);
    }

    private static string BuiltIn(int format) => format switch
    {
        14 or 15 or 16 or 22 => "dmy",
        17 => "my",
        9 or 10 => "0%",
        2 or 4 => "0.00",
        _ => "",
    };

    private void ReadShared(XmlReader? reader)
    {
        while (reader is not null && !reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                shared.Add(Clean(Strings((XElement)XNode.ReadFrom(reader))));
            }
            else
            {
                reader.Read();
            }
        }
    }

    private void ReadStyles(XElement root)
    {
        foreach (var format in root.Descendants().Where(e => e.Name.LocalName == "numFmt"))
        {
            if (int.TryParse(format.Attribute("numFmtId")?.Value, out var id))
            {
                formats[id] = Plain(format.Attribute("formatCode")?.Value ?? "");
            }
        }
        boldFonts.AddRange(root.Elements().Where(e => e.Name.LocalName == "fonts").Elements().Select(f => WordText.IsOn(f.Elements().FirstOrDefault(e => e.Name.LocalName == "b"))));
        cellFormats.AddRange(root.Elements().Where(e => e.Name.LocalName == "cellXfs").Elements()
            .Select(x => (int.TryParse(x.Attribute("numFmtId")?.Value, out var f) ? f : 0, int.TryParse(x.Attribute("fontId")?.Value, out var n) ? n : -1)));
    }

    /// <summary>A format code without quoted words, colours and escapes.</summary>
    private static string Plain(string code)
    {
        var plain = "";
        var (quoted, bracket) = (false, false);
        for (var i = 0; i < code.Length && i < 200; i++)
        {
            var c = code[i];
            quoted ^= c == '"';
            bracket = c == '[' || (bracket && c != ']');
            i += c == '\\' ? 1 : 0;
            plain += quoted || bracket || c is '"' or ']' or '\\' ? "" : char.ToLowerInvariant(c);
        }
        return plain.Contains("general", StringComparison.Ordinal) ? "" : plain.Split(';')[0];
    }

    private static string Strings(XElement? element) => element is null ? "" : string.Concat(element.Descendants()
        .Where(e => e.Name.LocalName == "t" && e.Parent?.Name.LocalName != "rPh").Select(e => e.Value));

    private static string Clean(string text) => Vietnamese.Normalise(text.Replace("_x000D_", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)).Trim();
}
