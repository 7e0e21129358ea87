using CongVu.Platform.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>Events, newest first, with year marks; with <c>filter</c>, links above it keep one kind only.</summary>
[HtmlTargetElement("cv-timeline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimelineTagHelper : TagHelper
{
    public required IEnumerable<TimelineEntry> Items { get; set; }

    /// <summary>Name of the query key that keeps the chosen kind; no filter without it.</summary>
    public string? Filter { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-timeline");
        var html = new MarkupText();
        var entries = Items.OrderByDescending(e => e.On).ToList();
        var kind = Filter is null ? null : ViewContext.HttpContext.Request.Query[Filter].ToString();
        if (Filter is not null)
        {
            WriteKinds(html, [.. entries.Select(e => e.Kind).OfType<string>().Distinct().Order(StringComparer.Ordinal)], kind);
        }

        var shown = string.IsNullOrEmpty(kind) ? entries : [.. entries.Where(e => e.Kind == kind)];
        foreach (var year in shown.GroupBy(e => e.On.Year))
        {
            html.AppendHtml("<h3 class=\"cv-year\">").AppendText(year.Key.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .AppendHtml("</h3><ol>");
            foreach (var entry in year)
            {
                Write(html, entry);
            }

            html.AppendHtml("</ol>");
        }

        output.Content.AppendHtml(html);
    }

    private static void Write(IHtmlContentBuilder html, TimelineEntry entry)
    {
        html.Open("li").Attr("class", entry.Void ? "cv-event cv-event-void" : "cv-event").Close()
            .AppendHtml("<span class=\"cv-event-mark\">").Icon(entry.Icon ?? "point").AppendHtml("</span><div><p class=\"cv-event-date\">")
            .AppendText(entry.Until is { } until ? $"{VnFormat.Date(entry.On)} – {VnFormat.Date(until)}" : VnFormat.Date(entry.On));
        if (entry.Kind is not null)
        {
            html.AppendHtml(" · ").AppendText(entry.Kind);
        }

        html.AppendHtml("</p><p class=\"cv-event-title\">");
        html.AppendHtml(entry.Void ? "<s>" : "").AppendText(entry.Title).AppendHtml(entry.Void ? "</s> <span class=\"cv-muted\">(không còn hiệu lực)</span>" : "")
            .AppendHtml("</p>");
        if (entry.Detail is not null)
        {
            html.AppendHtml("<p class=\"cv-event-detail\">").AppendText(entry.Detail).AppendHtml("</p>");
        }

        if (entry.Source is not null)
        {
            html.AppendHtml("<p class=\"cv-source\">").Icon("file-text").LinkOrText(entry.Source, entry.SourceUrl).AppendHtml("</p>");
        }

        html.AppendHtml("</div></li>");
    }

    private void WriteKinds(IHtmlContentBuilder html, IReadOnlyList<string> kinds, string? chosen)
    {
        html.AppendHtml("<nav class=\"cv-chips\" aria-label=\"Lọc dòng thời gian\">");
        WriteChip(html, "Tất cả", null, string.IsNullOrEmpty(chosen));
        foreach (var kind in kinds)
        {
            WriteChip(html, kind, kind, kind == chosen);
        }

        html.AppendHtml("</nav>");
    }

    private void WriteChip(IHtmlContentBuilder html, string text, string? kind, bool active)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(p => p.Key != Filter));
        if (kind is not null)
        {
            query.Add(Filter!, kind);
        }

        html.Open("a").Attr("class", "cv-chip").Attr("href", request.PathBase + request.Path + query)
            .Attr("aria-current", active ? "true" : null).Close().AppendText(text).AppendHtml("</a>");
    }
}
