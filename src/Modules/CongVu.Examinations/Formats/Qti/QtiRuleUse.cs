using System.Xml.Linq;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>Most rules of an item choose feedback. What is left here is what the points hang on.</summary>
internal static class QtiRuleUse
{
    /// <summary>A copy of the rules without what cannot change SCORE; rules that never set it stay whole.</summary>
    public static XElement ForScore(XElement rules)
    {
        var copy = new XElement(rules);
        HashSet<string> needed = ["SCORE"];
        if (!copy.Descendants().Any(e => Sets(e, needed))) return copy;
        int before;
        do
        {
            before = needed.Count;
            foreach (var rule in copy.Descendants().Where(e => Sets(e, needed) || Ends(e))) needed.UnionWith(Names(rule).Concat(rule.Ancestors("responseCondition").SelectMany(Tests).SelectMany(Names)));
        }
        while (needed.Count > before);
        copy.Descendants().Where(e => e.Name.LocalName is "setOutcomeValue" or "lookupOutcomeValue" && !Sets(e, needed)).Remove();
        copy.Descendants("responseCondition").Where(c => !c.Descendants().Any(e => Sets(e, needed) || Ends(e))).Remove();
        return copy;
    }

    private static bool Sets(XElement e, HashSet<string> needed) => e.Name.LocalName is "setOutcomeValue" or "lookupOutcomeValue" && needed.Contains(e.Attribute("identifier")?.Value ?? "");

    private static bool Ends(XElement e) => e.Name.LocalName is "exitResponse" or "include";

    private static IEnumerable<XElement> Tests(XElement condition) => condition.Elements().Where(b => b.Name.LocalName != "responseElse").SelectMany(b => b.Elements().Take(1));

    // Variables are named by identifier, but also by figures, n and the like.
    private static IEnumerable<string> Names(XElement e) => e.DescendantsAndSelf().Attributes().Select(a => a.Value);
}
