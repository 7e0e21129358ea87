using System.Xml.Linq;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;
using Microsoft.AspNetCore.Html;

namespace CongVu.Examinations.Pages.Questions;

/// <summary>A question as a page shows it. Without an id pictures are shown by their description.</summary>
internal sealed record QuestionView(ExamItem Item, Guid? Id)
{
    /// <summary>Where a picture or recording is fetched by its name, when not from the page of the question itself.</summary>
    public Func<string, string>? Source { get; init; }

    /// <summary>A canonical text as markup: it holds allowed elements only.</summary>
    public IHtmlContent Show(Content content)
    {
        var root = new XElement("c", content.Nodes());
        foreach (var gap in root.Descendants(Content.Gap).ToList()) gap.ReplaceWith(new XText("______"));
        foreach (var shown in root.Descendants().Where(e => e.Name.LocalName is "img" or "audio" or "video").ToList())
        {
            var name = shown.Attribute("src")?.Value ?? "";
            if (Source is { } source) shown.SetAttributeValue("src", source(name));
            else if (Id is { } id) shown.SetAttributeValue("src", ExaminationLinks.Medium(id, name));
            else shown.ReplaceWith(new XText($"[{shown.Attribute("alt")?.Value ?? "tệp kèm"}]"));
            if (shown.Name.LocalName != "img") shown.SetAttributeValue("controls", "controls");
        }
        return new HtmlString(Formats.Moodle.MoodleHtml.Plain(root));
    }

    public string Key => string.Join("; ", ReadSetJson.Key(Item));
}
