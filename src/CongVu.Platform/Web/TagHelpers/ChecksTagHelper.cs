using CongVu.Platform.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>Conditions of an act as a list: what blocks comes first, then what cannot be told yet, then the rest.</summary>
[HtmlTargetElement("cv-checks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChecksTagHelper : TagHelper
{
    public required IEnumerable<CheckLine> Items { get; set; }

    /// <summary>Says in one line how things stand, above the list.</summary>
    public bool Summary { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = Items.OrderBy(l => l.State switch { CheckState.Blocks => 0, CheckState.Unknown => 1, CheckState.Overridden => 2, _ => 3 }).ToList();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-checks");
        if (Summary)
        {
            WriteSummary(output.Content, lines);
        }

        output.Content.AppendHtml("<ul>");
        foreach (var line in lines)
        {
            Write(output.Content, line);
        }

        output.Content.AppendHtml("</ul>");
    }

    private static void WriteSummary(IHtmlContentBuilder html, List<CheckLine> lines)
    {
        var blocks = lines.Count(l => l.State == CheckState.Blocks);
        var unknown = lines.Count(l => l.State == CheckState.Unknown);
        var (tone, text) = (blocks, unknown) switch
        {
            (0, 0) => ("good", "Đủ điều kiện"),
            (0, _) => ("warn", $"Còn {VnFormat.Count(unknown)} điều kiện chưa xác định được"),
            (_, 0) => ("bad", $"{VnFormat.Count(blocks)} điều kiện chưa đạt"),
            _ => ("bad", $"{VnFormat.Count(blocks)} điều kiện chưa đạt, {VnFormat.Count(unknown)} chưa xác định được"),
        };
        html.Open("p").Attr("class", "cv-checks-sum cv-text-" + tone).Close().AppendText(text).AppendHtml("</p>");
    }

    private static void Write(IHtmlContentBuilder html, CheckLine line)
    {
        var (tone, icon, word) = line.State switch
        {
            CheckState.Met => ("good", "check", "Đạt"),
            CheckState.Blocks => ("bad", "x", "Chưa đạt"),
            CheckState.Unknown => ("warn", "question-mark", "Chưa xác định"),
            _ => ("info", "shield-check", "Cho qua có căn cứ"),
        };
        html.Open("li").Attr("class", "cv-check cv-check-" + tone).Close().Icon(icon)
            .AppendHtml("<div><p class=\"cv-check-text\"><span class=\"visually-hidden\">").AppendText(word + ": ").AppendHtml("</span>")
            .AppendText(line.Text);
        if (line.State == CheckState.Overridden)
        {
            html.AppendHtml(" <span class=\"cv-muted\">(").AppendText("cho qua có căn cứ").AppendHtml(")</span>");
        }

        html.AppendHtml("</p>");
        if (line.Why is not null)
        {
            html.AppendHtml("<p class=\"cv-check-why\">").AppendText(line.Why).AppendHtml("</p>");
        }

        if (line.Article is not null)
        {
            html.AppendHtml("<p class=\"cv-source\">").Icon("book").LinkOrText(line.Article, line.ArticleUrl).AppendHtml("</p>");
        }

        if (line.Cure is not null && line.State is CheckState.Blocks or CheckState.Unknown)
        {
            html.AppendHtml("<p class=\"cv-cure\"><span class=\"cv-muted\">Cách xử lý: </span>").LinkOrText(line.Cure!, line.CureUrl).AppendHtml("</p>");
        }

        html.AppendHtml("</div></li>");
    }
}
