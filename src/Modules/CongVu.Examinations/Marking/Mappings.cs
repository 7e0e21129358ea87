using System.Globalization;
using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>mapResponse and mapResponsePoint: answers into points by the declared tables.</summary>
internal static class Mappings
{
    public static QtiValue Map(Declaration declaration, QtiValue? value)
    {
        var mapping = declaration.Mapping ?? throw new MarkingException($"“{declaration.Id}” không có bảng điểm (mapping) mà quy tắc chấm cần đến.");
        var otherwise = Number(mapping, "defaultValue") ?? 0;
        // No answer is no source value with a mapping of its own, unless a table of texts lists the empty one.
        if (value is null) return Bounded(mapping, (declaration.Type == BaseType.String ? Entry(mapping, declaration.Type, "") : null) ?? otherwise);
        List<object> counted = [];
        foreach (var item in value.Items)
        {
            // The same answer twice counts once.
            if (!counted.Exists(c => QtiValue.Same(declaration.Type, c, item))) counted.Add(item);
        }
        return Bounded(mapping, counted.Sum(item => Entry(mapping, declaration.Type, item) ?? otherwise));
    }

    public static QtiValue MapPoint(Declaration declaration, QtiValue? value)
    {
        var mapping = declaration.AreaMapping ?? throw new MarkingException($"“{declaration.Id}” không có bảng điểm theo vùng (areaMapping) mà quy tắc chấm cần đến.");
        var areas = mapping.Elements("areaMapEntry").ToList();
        var otherwise = Number(mapping, "defaultValue") ?? 0;
        if (value is null) return Bounded(mapping, otherwise);
        HashSet<XElement> hit = [];
        var sum = 0.0;
        foreach (var point in value.Items.Cast<QtiPoint>())
        {
            var area = areas.Find(a => Shapes.Contains(a.Attribute("shape")?.Value ?? "default", a.Attribute("coords")?.Value ?? "", point));
            if (area is null) sum += otherwise;
            else if (hit.Add(area)) sum += Number(area, "mappedValue") ?? throw new MarkingException("Một vùng không ghi điểm (mappedValue).");
        }
        return Bounded(mapping, sum);
    }

    /// <summary>The response a mapping rewards most; null without mapping.</summary>
    public static QtiValue? Best(Declaration declaration)
    {
        var entries = (declaration.Mapping?.Elements("mapEntry") ?? []).Select(e => (Key: e.Attribute("mapKey")?.Value ?? "", Value: Number(e, "mappedValue") ?? 0)).Where(e => e.Value > 0).OrderByDescending(e => e.Value).ToList();
        return entries.Count == 0 ? null : declaration.Make(declaration.Cardinality == Cardinality.Single ? [entries[0].Key] : entries.Select(e => e.Key));
    }

    private static double? Entry(XElement mapping, BaseType type, object item)
    {
        foreach (var entry in mapping.Elements("mapEntry"))
        {
            var key = entry.Attribute("mapKey")?.Value ?? "";
            var isSame = item is string text && type is BaseType.String
                ? string.Equals(text.Trim(), key.Trim().Normalize(), entry.Attribute("caseSensitive")?.Value is "false" or "0" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
                : QtiValue.Same(type, item, QtiValue.Parse(type, key));
            if (isSame) return Number(entry, "mappedValue") ?? throw new MarkingException($"Mục “{key}” của bảng điểm không ghi điểm (mappedValue).");
        }
        return null;
    }

    private static QtiValue Bounded(XElement mapping, double sum)
    {
        if (Number(mapping, "lowerBound") is { } low && sum < low) sum = low;
        if (Number(mapping, "upperBound") is { } high && sum > high) sum = high;
        return QtiValue.Of(sum);
    }

    private static double? Number(XElement element, string name) =>
        element.Attribute(name)?.Value is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw new MarkingException($"“{name}” = “{text}” không phải là số.");
}
