using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>
/// The head of a page: breadcrumbs, title, one line of what this is, and (as content) its actions, the primary one last.
/// Also names the browser's tab.
/// </summary>
[HtmlTargetElement("cv-page", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PageTagHelper : TagHelper
{
    public required string Heading { get; set; }

    public string? About { get; set; }

    /// <summary>The way here, without the page itself.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    /// <summary>A state shown beside the title.</summary>
    public string? State { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = (await output.GetChildContentAsync()).GetContent().Trim();
        ViewContext.ViewData["Title"] = Heading;
        output.TagName = "header";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-page-head");
        var html = output.Content;
        if (Crumbs.Count > 0)
        {
            CrumbMarkup.Write(html, [.. Crumbs, new Crumb(Heading)]);
        }

        html.AppendHtml("<div class=\"cv-title-row\"><div class=\"cv-title\"><h1>").AppendText(Heading).AppendHtml("</h1>");
        if (!string.IsNullOrEmpty(State)) // Razor hands a null expression over as empty text
        {
            html.Badge(BadgeStates.Of(State));
        }

        if (!string.IsNullOrEmpty(About))
        {
            html.AppendHtml("<p class=\"cv-about\">").AppendText(About).AppendHtml("</p>");
        }

        html.AppendHtml("</div>");
        if (actions.Length > 0)
        {
            html.AppendHtml("<div class=\"cv-actions\">" + actions + "</div>");
        }

        html.AppendHtml("</div>");
    }
}

internal static class CrumbMarkup
{
    public static void Write(IHtmlContentBuilder html, IReadOnlyList<Crumb> crumbs)
    {
        html.AppendHtml("<nav class=\"cv-crumbs\" aria-label=\"Đường dẫn\"><ol>");
        foreach (var crumb in crumbs)
        {
            html.AppendHtml("<li>");
            if (crumb.Url is null)
            {
                html.AppendHtml("<span aria-current=\"page\">").AppendText(crumb.Text).AppendHtml("</span>");
            }
            else
            {
                html.Open("a").Attr("href", crumb.Url).Close().AppendText(crumb.Text).AppendHtml("</a>");
            }

            html.AppendHtml("</li>");
        }

        html.AppendHtml("</ol></nav>");
    }
}
