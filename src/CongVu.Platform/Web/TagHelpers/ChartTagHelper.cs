using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CongVu.Platform.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>A chart drawn by script, with its numbers as a table under it: folded beside the chart, open where there is no script.</summary>
[HtmlTargetElement("cv-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper : TagHelper
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required ChartModel Model { get; set; }

    /// <summary>Less high, for charts beside text.</summary>
    public bool Low { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Low ? "cv-chart cv-chart-low" : "cv-chart");
        var html = output.Content;
        html.AppendHtml("<figcaption>").AppendText(Model.Title).AppendHtml("</figcaption>")
            .Open("div").Attr("class", "cv-chart-area").Attr("data-chart", JsonSerializer.Serialize(Model, Json)).Attr("hidden", "").Close().AppendHtml("</div>")
            .AppendHtml("<details data-chart-table open><summary>Số liệu của biểu đồ</summary><div class=\"cv-table-plain\" tabindex=\"0\" role=\"region\"")
            .Attr("aria-label", "Số liệu: " + Model.Title).AppendHtml("><table class=\"cv-grid\"><caption class=\"visually-hidden\">")
            .AppendText(Model.Title).AppendHtml("</caption><thead><tr><th scope=\"col\">").AppendText(Model.CategoryTitle).AppendHtml("</th>");
        foreach (var series in Model.Series)
        {
            html.AppendHtml("<th scope=\"col\" class=\"cv-num\">")
                .AppendText(Model.Unit is null ? series.Name : $"{series.Name} ({Model.Unit})").AppendHtml("</th>");
        }

        html.AppendHtml("</tr></thead><tbody>");
        for (var i = 0; i < Model.Categories.Count; i++)
        {
            WriteRow(html, i);
        }

        html.AppendHtml("</tbody></table></div>");
        if (Model.Target is { } target)
        {
            html.AppendHtml("<p class=\"cv-muted\">").AppendText($"{Model.TargetTitle ?? "Mục tiêu"}: {VnFormat.Number(target)}{Model.Unit}").AppendHtml("</p>");
        }

        html.AppendHtml("</details>");
    }

    private void WriteRow(IHtmlContentBuilder html, int category)
    {
        html.AppendHtml("<tr><th scope=\"row\">").AppendText(Model.Categories[category]).AppendHtml("</th>");
        foreach (var series in Model.Series)
        {
            html.AppendHtml("<td class=\"cv-num\">")
                .AppendText(series.Values.ElementAtOrDefault(category) is { } value ? VnFormat.Number(value) : "–").AppendHtml("</td>");
        }

        html.AppendHtml("</tr>");
    }
}
