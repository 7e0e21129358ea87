using System.Globalization;
using CongVu.Platform.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>One figure that stands alone: what it counts, its value, how it moved, and where it leads. Content is a remark under it.</summary>
[HtmlTargetElement("cv-tile", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TileTagHelper : TagHelper
{
    public required string Label { get; set; }

    /// <summary>The value as people write it.</summary>
    public required string Value { get; set; }

    public string? Unit { get; set; }

    public string? Href { get; set; }

    public string? Icon { get; set; }

    /// <summary>A state of <see cref="BadgeStates"/>, shown in word, icon and colour.</summary>
    public string? State { get; set; }

    /// <summary>Values over time, oldest first; drawn as a line when there are at least two.</summary>
    public IReadOnlyList<decimal>? Trend { get; set; }

    /// <summary>The trend in words, for those who do not see the line: "tăng 3 so với tháng trước".</summary>
    public string? TrendText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var remark = (await output.GetChildContentAsync()).GetContent().Trim();
        output.TagName = string.IsNullOrEmpty(Href) ? "div" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-tile");
        if (!string.IsNullOrEmpty(Href)) // Razor hands a null expression over as empty text
        {
            output.Attributes.SetAttribute("href", Href);
        }

        var html = output.Content;
        html.AppendHtml("<span class=\"cv-tile-label\">");
        if (Icon is not null)
        {
            html.Icon(Icon);
        }

        html.AppendText(Label).AppendHtml("</span><span class=\"cv-tile-value\">").AppendText(Value);
        if (Unit is not null)
        {
            html.AppendHtml(" <span class=\"cv-tile-unit\">").AppendText(Unit).AppendHtml("</span>");
        }

        html.AppendHtml("</span>");
        if (Trend is { Count: > 1 })
        {
            WriteLine(html, Trend);
        }

        if (!string.IsNullOrEmpty(State))
        {
            html.Badge(BadgeStates.Of(State));
        }

        if (TrendText is not null)
        {
            html.AppendHtml("<span class=\"cv-tile-note\">").AppendText(TrendText).AppendHtml("</span>");
        }

        if (remark.Length > 0)
        {
            html.AppendHtml("<span class=\"cv-tile-note\">" + remark + "</span>");
        }
    }

    private static void WriteLine(IHtmlContentBuilder html, IReadOnlyList<decimal> values)
    {
        var (low, high) = (values.Min(), values.Max());
        var span = high == low ? 1 : high - low;
        var points = values.Select((v, i) => string.Create(CultureInfo.InvariantCulture,
            $"{100m * i / (values.Count - 1):0.#},{26 - 22 * (v - low) / span:0.#}"));
        html.AppendHtml("<svg class=\"cv-spark\" viewBox=\"0 0 100 30\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">")
            .Open("polyline").Attr("points", string.Join(' ', points)).Attr("vector-effect", "non-scaling-stroke").Close().AppendHtml("</polyline></svg>");
    }
}

/// <summary>A share as a bar and in words.</summary>
[HtmlTargetElement("cv-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTagHelper : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Percent, 0 to 100.</summary>
    public decimal Value { get; set; }

    /// <summary>Words instead of the percentage: "23/32 nhiệm vụ".</summary>
    public string? Words { get; set; }

    /// <summary>A running job to follow: <c>/cong-viec/{id}?handler=State</c>. Script goes on to <see cref="JobReturn"/> when it is done.</summary>
    public string? JobUrl { get; set; }

    public string? JobReturn { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-progress");
        if (JobUrl is not null)
        {
            output.Attributes.SetAttribute("data-job", JobUrl);
            output.Attributes.SetAttribute("data-job-return", JobReturn ?? "");
        }

        output.Content.AppendHtml("<div class=\"cv-progress-head\"><span>").AppendText(Label)
            .AppendHtml(JobUrl is null ? "</span><span>" : "</span><span data-job-text role=\"status\">").AppendText(Words ?? VnFormat.Percent(Value)).AppendHtml("</span></div>")
            .Open("progress").Attr("max", "100").Attr("value", Value.ToString(CultureInfo.InvariantCulture)).Attr("aria-label", Label)
            .Close().AppendHtml("</progress>");
    }
}
