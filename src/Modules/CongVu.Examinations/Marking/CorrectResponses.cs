using System.Xml.Linq;

namespace CongVu.Examinations.Marking;

/// <summary>Where a template computes the key, the key follows from the values that were drawn.</summary>
internal static class CorrectResponses
{
    public static void Set(XElement item, ItemState state)
    {
        var expressions = new Expressions(state);
        foreach (var rule in item.Element("templateProcessing")?.Elements("setCorrectResponse") ?? [])
        {
            var id = rule.Attribute("identifier")?.Value ?? "";
            var declaration = item.Elements("responseDeclaration").FirstOrDefault(r => r.Attribute("identifier")?.Value == id)
                ?? throw new MarkingException($"Mẫu đặt đáp án cho “{id}” không được khai báo.");
            var value = rule.Elements().FirstOrDefault() is { } expression ? expressions.Evaluate(expression) : null;
            declaration.Elements("correctResponse").Remove();
            if (value is not null) declaration.Add(new XElement("correctResponse", value.Items.Select(i => new XElement("value", QtiValue.Write(i)))));
        }
        if (item.Element("templateProcessing")?.Elements("templateCondition").Descendants("setCorrectResponse").Any() == true)
            throw new MarkingException("Đáp án do mẫu (template) đặt theo điều kiện, không tính lại được.");
    }
}
