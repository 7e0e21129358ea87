using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>The most an item can give: what it declares, or what its mapping allows, or what its own key earns.</summary>
internal static class MaxScores
{
    public static double? Of(XElement item, IReadOnlyDictionary<string, JsonElement> given, Func<string, XElement?> fragment)
    {
        try
        {
            var state = new ItemState(item);
            if (state.Outcomes.Find(o => o.Id == "MAXSCORE")?.Default() is { Items: [var declared] }) return QtiValue.Number(declared);
            if (state.Outcomes.Find(o => o.Id == "SCORE")?.NormalMaximum is { } normal) return normal;
            var template = RuleTemplates.Name(item.Element("responseProcessing")?.Attribute("template")?.Value);
            if (template is "map_response" or "cc2_map_response" or "map_response_point" && state.Responses.Find(r => r.Id == "RESPONSE") is { } mapped) return Best(item, mapped);
            var earned = ItemScorer.ScoreOfCorrect(item, fragment, given: given);
            return earned > 0 ? earned : null;
        }
        catch (MarkingException)
        {
            return null;
        }
    }

    private static double? Best(XElement item, Declaration response)
    {
        var mapping = response.Mapping ?? response.AreaMapping;
        if (mapping is null) return null;
        var values = mapping.Elements().Select(e => Number(e, "mappedValue") ?? 0).Append(Number(mapping, "defaultValue") ?? 0).Where(v => v > 0).OrderDescending().ToList();
        var interaction = item.Descendants().FirstOrDefault(e => e.Attribute("responseIdentifier")?.Value == response.Id);
        var most = response.Cardinality == Cardinality.Single ? 1
            : (int?)(Number(interaction, "maxChoices") ?? Number(interaction, "maxAssociations")) is { } limit and > 0 ? limit : values.Count;
        var sum = values.Take(most).Sum();
        return Number(mapping, "upperBound") is { } bound ? Math.Min(bound, sum) : sum;
    }

    private static double? Number(XElement? element, string name) =>
        double.TryParse(element?.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
