using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>
/// An explained calculation like a page of arithmetic: label, dots, value; under it the formula in words and the source.
/// Deeper steps fold, and all of them print.
/// </summary>
[HtmlTargetElement("cv-explain", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ExplainTagHelper : TagHelper
{
    public required ExplainNode Model { get; set; }

    /// <summary>How many levels stand open at first.</summary>
    public int Open { get; set; } = 2;

    /// <summary>Address of the printable explanation; a link to it when given.</summary>
    public string? PrintUrl { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-explain");
        var html = new MarkupText();
        html.AppendHtml("<ul>");
        Write(html, Model, 1);
        html.AppendHtml("</ul>");
        if (PrintUrl is not null)
        {
            html.Open("a").Attr("class", "btn btn-sm").Attr("href", PrintUrl).Close().Icon("printer")
                .AppendText("In giải trình").AppendHtml("</a>");
        }

        output.Content.AppendHtml(html);
    }

    // Amounts and dates stay on one line; a list of words has to wrap.
    private const int LongestUnbroken = 16;

    private void Write(IHtmlContentBuilder html, ExplainNode node, int level)
    {
        var deeper = node.Children is { Count: > 0 };
        html.AppendHtml("<li>");
        if (deeper)
        {
            html.Open("details").Flag("open", level <= Open).Close().AppendHtml("<summary>");
        }

        html.AppendHtml("<span class=\"cv-sum\"><span class=\"cv-sum-label\">").AppendText(node.Label)
            .AppendHtml("</span><span class=\"cv-sum-dots\" aria-hidden=\"true\"></span><span class=\"cv-sum-value").AppendHtml(node.Value is { Length: > LongestUnbroken } ? " cv-sum-long" : "").AppendHtml("\">")
            .AppendText(node.Value).AppendHtml("</span></span>").AppendHtml(deeper ? "</summary>" : "");
        WriteGround(html, node);
        if (deeper)
        {
            html.AppendHtml("<ul>");
            foreach (var child in node.Children!)
            {
                Write(html, child, level + 1);
            }

            html.AppendHtml("</ul></details>");
        }

        html.AppendHtml("</li>");
    }

    // A figure compared with the text of the norm needs no tag; every other one says so.
    private static bool ShowsStatus(ExplainNode node) => node.Status is not null && BadgeStates.Of(node.Status) != BadgeStates.Of("text-read");

    private static void WriteGround(IHtmlContentBuilder html, ExplainNode node)
    {
        if (node.Formula is not null)
        {
            html.AppendHtml("<p class=\"cv-formula\">").AppendText(node.Formula).AppendHtml("</p>");
        }

        if (node.Source is not null || ShowsStatus(node))
        {
            html.AppendHtml("<p class=\"cv-source\">");
            if (node.Source is not null)
            {
                html.Icon("book").LinkOrText(node.Source, node.SourceUrl).AppendHtml(" ");
            }

            if (ShowsStatus(node))
            {
                html.Badge(BadgeStates.Of(node.Status!));
            }

            html.AppendHtml("</p>");
        }

        if (node.Note is not null)
        {
            html.AppendHtml("<p class=\"cv-formula\">").AppendText(node.Note).AppendHtml("</p>");
        }
    }
}
