using System.Xml.Linq;
using CongVu.Examinations.Items;

namespace CongVu.Examinations.Formats.Qti;

/// <summary>Response processing for an item: a template of the standard where one fits, otherwise one condition for each part that adds its points.</summary>
internal static class QtiProcessing
{
    private const string Templates = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/";

    public static XElement? Rules(ExamItem item)
    {
        var marked = item.Parts.Where(p => p.Kind != PartKind.ExtendedText && (p.Key.Count > 0 || p.Numbers.Count > 0 || p.FreePoint)).ToList();
        if (marked.Count == 0) return null;
        if (item.Parts is [{ Id: "RESPONSE" } only])
        {
            if (only.FreePoint) return Template("map_response_point");
            if (QtiDeclarations.IsMapped(only)) return Template("map_response");
            if (only.Points == 1 && only.Kind != PartKind.GapNumeric) return Template("match_correct");
        }
        return new XElement("responseProcessing", marked.Select(p => Condition(p, item.Parts.Count == 1)));
    }

    private static XElement Template(string name) => new("responseProcessing", new XAttribute("template", Templates + name));

    private static XElement Condition(Part part, bool isAlone)
    {
        var variable = Variable(part.Id);
        if (QtiDeclarations.IsMapped(part))
        {
            return new XElement("responseCondition", new XElement("responseIf", new XElement("not", new XElement("isNull", variable)),
                Set(isAlone, new XElement(part.FreePoint ? "mapResponsePoint" : "mapResponse", new XAttribute("identifier", part.Id)))));
        }
        if (part.Kind == PartKind.GapNumeric)
        {
            return new XElement("responseCondition", part.Numbers.Select((n, i) => new XElement(i == 0 ? "responseIf" : "responseElseIf",
                new XElement("equal", n.Tolerance == 0 ? new XAttribute("toleranceMode", "exact") : new XAttribute("toleranceMode", "absolute"),
                    n.Tolerance == 0 ? null : new XAttribute("tolerance", $"{QtiDeclarations.Number(n.Tolerance)} {QtiDeclarations.Number(n.Tolerance)}"),
                    new XElement("baseValue", new XAttribute("baseType", "float"), QtiDeclarations.Number(n.Value)), variable),
                Set(isAlone, Points(n.Points ?? part.Points)))));
        }
        return new XElement("responseCondition", new XElement("responseIf",
            new XElement("match", variable, new XElement("correct", new XAttribute("identifier", part.Id))), Set(isAlone, Points(part.Points))));
    }

    private static XElement Set(bool isAlone, XElement value) => new("setOutcomeValue", new XAttribute("identifier", "SCORE"),
        isAlone ? value : new XElement("sum", Variable("SCORE"), value));

    private static XElement Points(decimal points) => new("baseValue", new XAttribute("baseType", "float"), QtiDeclarations.Number(points));

    private static XElement Variable(string id) => new("variable", new XAttribute("identifier", id));
}
