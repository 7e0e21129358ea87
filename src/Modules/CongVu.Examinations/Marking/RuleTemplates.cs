using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>The response processing templates of the standard, known by the last part of their address.</summary>
internal static class RuleTemplates
{
    private static readonly XElement MatchCorrect = XElement.Parse("""
        <responseProcessing><responseCondition>
          <responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
            <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf>
          <responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse>
        </responseCondition></responseProcessing>
        """);

    private static readonly XElement MapResponse = Mapped("mapResponse");
    private static readonly XElement MapPoint = Mapped("mapResponsePoint");

    private static readonly XElement CartridgeMatch = XElement.Parse("""
        <responseProcessing><setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>
          <responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
            <setOutcomeValue identifier="SCORE"><variable identifier="MAXSCORE"/></setOutcomeValue></responseIf></responseCondition></responseProcessing>
        """);

    private static readonly XElement CartridgeFeedback = XElement.Parse("""
        <responseCondition><responseIf><equal toleranceMode="exact"><variable identifier="MAXSCORE"/><variable identifier="SCORE"/></equal>
            <setOutcomeValue identifier="FEEDBACK"><baseValue baseType="identifier">correct</baseValue></setOutcomeValue></responseIf>
          <responseElse><setOutcomeValue identifier="FEEDBACK"><baseValue baseType="identifier">incorrect</baseValue></setOutcomeValue></responseElse></responseCondition>
        """);

    private static readonly XElement CartridgeBasic = XElement.Parse("""
        <responseProcessing><responseCondition>
          <responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
            <setOutcomeValue identifier="SCORE"><variable identifier="MAXSCORE"/></setOutcomeValue>
            <setOutcomeValue identifier="FEEDBACKBASIC"><baseValue baseType="identifier">correct</baseValue></setOutcomeValue></responseIf>
          <responseElse><setOutcomeValue identifier="FEEDBACKBASIC"><baseValue baseType="identifier">incorrect</baseValue></setOutcomeValue></responseElse>
        </responseCondition></responseProcessing>
        """);

    /// <summary>The rules a responseProcessing without rules of its own points to; null when it points to nothing.</summary>
    public static XElement? Find(XElement rules, ItemState state, Func<string, XElement?> fragment)
    {
        var address = rules.Attribute("template")?.Value.Trim();
        var location = rules.Attribute("templateLocation")?.Value.Trim();
        if (string.IsNullOrEmpty(address) && string.IsNullOrEmpty(location)) return null;
        // A copy in the package is what its authors tested.
        if ((Own(location, fragment) ?? Own(address, fragment)) is { } own) return own;
        return Standard(Name(address), state) ?? Standard(Name(location), state)
            ?? throw new MarkingException($"Không biết mẫu chấm “{address ?? location}”, trong gói cũng không có.");
    }

    private static XElement? Own(string? address, Func<string, XElement?> fragment) =>
        string.IsNullOrEmpty(address) ? null : fragment(address) is { Name.LocalName: "responseProcessing" } found && found.HasElements ? found : null;

    /// <summary>match_correct, map_response or map_response_point when the rules are one of them by name.</summary>
    public static string? Name(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        var last = address.Trim().TrimEnd('/').Split('/', '\\')[^1];
        return (last.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? last[..^4] : last).ToLowerInvariant();
    }

    private static XElement? Standard(string? name, ItemState state) => name switch
    {
        "match_correct" => MatchCorrect,
        "map_response" => MapResponse,
        "cc2_map_response" => state.IsDeclared("MAXSCORE") ? Declared(new XElement(MapResponse.Name, MapResponse.Elements(), CartridgeFeedback), state) : MapResponse,
        "map_response_point" => MapPoint,
        "cc2_match_basic" => Declared(CartridgeBasic, state),
        "cc2_match" => Declared(CartridgeMatch, state),
        _ => null,
    };

    // Items that use these templates need not declare the variables for feedback; without MAXSCORE a right answer earns 1, as in the later edition of the templates.
    private static XElement Declared(XElement rules, ItemState state)
    {
        var own = new XElement(rules);
        own.Descendants("setOutcomeValue").Where(s => !state.IsDeclared(s.Attribute("identifier")!.Value)).Remove();
        if (state.IsDeclared("MAXSCORE")) return own;
        foreach (var most in own.Descendants("variable").Where(v => v.Attribute("identifier")!.Value == "MAXSCORE").ToList()) most.ReplaceWith(new XElement("baseValue", new XAttribute("baseType", "float"), "1"));
        return own;
    }

    private static XElement Mapped(string expression) => XElement.Parse($"""
        <responseProcessing><responseCondition>
          <responseIf><isNull><variable identifier="RESPONSE"/></isNull>
            <setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseIf>
          <responseElse><setOutcomeValue identifier="SCORE"><{expression} identifier="RESPONSE"/></setOutcomeValue></responseElse>
        </responseCondition></responseProcessing>
        """);
}
