using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>A tree with folding branches; with <c>chart</c>, boxes joined by lines on wide screens (nothing folds there).</summary>
[HtmlTargetElement("cv-tree", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TreeTagHelper : TagHelper
{
    public required IEnumerable<TreeNode> Items { get; set; }

    public required string Label { get; set; }

    public bool Chart { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Chart ? "cv-tree cv-tree-chart" : "cv-tree");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Label);
        if (Chart)
        {
            output.Attributes.SetAttribute("tabindex", "0");
        }

        WriteAll(output.Content, Items);
    }

    private void WriteAll(IHtmlContentBuilder html, IEnumerable<TreeNode> nodes)
    {
        html.AppendHtml("<ul>");
        foreach (var node in nodes)
        {
            html.AppendHtml("<li class=\"cv-tree-item\"><span class=\"cv-node\">");
            html.Open(node.Url is null ? "span" : "a").Attr("href", node.Url).Attr("aria-current", node.Here ? "true" : null).Close()
                .AppendText(node.Text).AppendHtml(node.Url is null ? "</span>" : "</a>");
            if (node.Note is not null)
            {
                html.AppendHtml(" <span class=\"cv-node-note\">").AppendText(node.Note).AppendHtml("</span>");
            }

            html.AppendHtml("</span>");
            if (node.Children is { Count: > 0 } children)
            {
                WriteBranch(html, node, children);
            }

            html.AppendHtml("</li>");
        }

        html.AppendHtml("</ul>");
    }

    private void WriteBranch(IHtmlContentBuilder html, TreeNode node, IReadOnlyList<TreeNode> children)
    {
        if (Chart)
        {
            WriteAll(html, children);
            return;
        }

        html.Open("details").Flag("open", node.Open).Close().Open("summary").Attr("aria-label", "Các mục thuộc " + node.Text).Close().AppendHtml("</summary>");
        WriteAll(html, children);
        html.AppendHtml("</details>");
    }
}
