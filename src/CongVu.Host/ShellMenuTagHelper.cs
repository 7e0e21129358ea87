using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Host;

/// <summary>The menu at the left of every page: the sections this actor may open, the one of the current page unfolded. Written as one text.</summary>
[HtmlTargetElement("shell-menu", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShellMenuTagHelper(Shell shell) : TagHelper
{
    private const string HomeHref = "/viec-cua-toi";

    private static readonly ShellSectionLook Home = ShellSection.Looks[MenuSection.Home];

    /// <summary>The page that is being written.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var path = ViewContext.HttpContext.Request.Path.Value ?? "/";
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        var html = new MarkupText();
        html.AppendHtml("<li>");
        Link(html, HomeHref, path == HomeHref, Home);
        html.AppendHtml(Markup.Icon(Home.Icon)).Append(Home.Name).AppendHtml("</a></li>");
        foreach (var section in shell.Menu(path)) Write(html, section);
        output.Content.AppendHtml(html);
    }

    private static void Write(MarkupText html, ShellSection section)
    {
        html.AppendHtml("<li>");
        var first = section.Items[0];
        if (section.Items.Count == 1)
        {
            Link(html, first.Href, section.Here is not null, section.Look);
            html.AppendHtml(Markup.Icon(section.Look.Icon)).Append(section.Look.Name).AppendHtml("</a>");
        }
        else
        {
            html.AppendHtml(section.Here is null ? "<details><summary>" : "<details open><summary>").AppendHtml(Markup.Icon(section.Look.Icon)).Append(section.Look.Name).AppendHtml("</summary><ul>");
            foreach (var item in section.Items)
            {
                html.AppendHtml("<li>");
                Link(html, item.Href, item == section.Here, item == first ? section.Look : null);
                html.Append(item.Label).AppendHtml("</a></li>");
            }
            html.AppendHtml("</ul></details>");
        }
        html.AppendHtml("</li>");
    }

    // The first entry of a section answers to its key.
    private static void Link(MarkupText html, string href, bool here, ShellSectionLook? key)
    {
        html.AppendHtml("<a href=\"").Append(href).AppendHtml("\"");
        if (key is not null) html.AppendHtml(" data-go=\"").Append(key.Key).AppendHtml("\" data-go-name=\"").Append(key.Name).AppendHtml("\"");
        html.AppendHtml(here ? " aria-current=\"page\">" : ">");
    }
}
