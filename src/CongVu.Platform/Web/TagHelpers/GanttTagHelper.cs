using System.Globalization;
using CongVu.Platform.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>Tasks as bars over years and quarters: a table, so that it reads without eyes, with an SVG drawn in each row.</summary>
[HtmlTargetElement("cv-gantt", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GanttTagHelper : TagHelper
{
    public required GanttModel Model { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-table-scroll cv-gantt");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Model.Title);
        var html = output.Content;
        html.AppendHtml("<table class=\"cv-grid\"><caption class=\"visually-hidden\">").AppendText(Model.Title)
            .AppendHtml("</caption><thead><tr><th scope=\"col\">Nhiệm vụ</th><th scope=\"col\" class=\"cv-gantt-scale\"><span class=\"visually-hidden\">Thời gian</span>");
        WriteScale(html);
        html.AppendHtml("</th></tr></thead><tbody>");
        string? group = null;
        foreach (var row in Model.Rows)
        {
            if (row.Group is not null && row.Group != group)
            {
                group = row.Group;
                html.AppendHtml("<tr class=\"cv-gantt-group\"><th scope=\"colgroup\" colspan=\"2\">").AppendText(group).AppendHtml("</th></tr>");
            }

            WriteRow(html, row);
        }

        html.AppendHtml("</tbody></table>");
    }

    private void WriteScale(IHtmlContentBuilder html)
    {
        html.AppendHtml("<svg class=\"cv-gantt-years\" aria-hidden=\"true\" focusable=\"false\">");
        for (var year = Model.From.Year; year <= Model.To.Year; year++)
        {
            var start = new DateOnly(year, 1, 1);
            html.Open("line").Attr("x1", At(start)).Attr("x2", At(start)).Attr("y1", "0").Attr("y2", "100%").Close().AppendHtml("</line>")
                .Open("text").Attr("x", At(start < Model.From ? Model.From : start)).Attr("dx", "4").Attr("y", "70%").Close()
                .AppendText(year.ToString(CultureInfo.InvariantCulture)).AppendHtml("</text>");
        }

        html.AppendHtml("</svg>");
    }

    private void WriteRow(IHtmlContentBuilder html, GanttRow row)
    {
        html.AppendHtml("<tr><th scope=\"row\">").LinkOrText(row.Label, row.Url).AppendHtml("</th><td><ul class=\"visually-hidden\">");
        foreach (var bar in row.Bars)
        {
            html.AppendHtml("<li>").AppendText(Words(bar)).AppendHtml("</li>");
        }

        html.AppendHtml("</ul><svg class=\"cv-gantt-bars\" aria-hidden=\"true\" focusable=\"false\">");
        for (var year = Model.From.Year + 1; year <= Model.To.Year; year++)
        {
            var start = At(new DateOnly(year, 1, 1));
            html.Open("line").Attr("x1", start).Attr("x2", start).Attr("y1", "0").Attr("y2", "100%").Close().AppendHtml("</line>");
        }

        foreach (var bar in row.Bars.Where(b => b.To >= Model.From && b.From <= Model.To))
        {
            var (left, right) = (Position(bar.From), Position(bar.To.AddDays(1)));
            html.Open("rect").Attr("class", "cv-bar-" + BadgeStates.Of(bar.State).Tone).Attr("x", Percent(left)).Attr("y", "25%")
                .Attr("width", Percent(Math.Max(right - left, 0.6m))).Attr("height", "50%").Attr("rx", "3").Close()
                .AppendHtml("<title>").AppendText(Words(bar)).AppendHtml("</title></rect>");
        }

        if (Model.Today >= Model.From && Model.Today <= Model.To)
        {
            html.Open("line").Attr("class", "cv-gantt-today").Attr("x1", At(Model.Today)).Attr("x2", At(Model.Today))
                .Attr("y1", "0").Attr("y2", "100%").Close().AppendHtml("</line>");
        }

        html.AppendHtml("</svg></td></tr>");
    }

    private static string Words(GanttBar bar) =>
        $"{VnFormat.Span(bar.From, bar.To)}: {BadgeStates.Of(bar.State).Word}" + (bar.Text is null ? "" : ", " + bar.Text);

    private string At(DateOnly day) => Percent(Position(day));

    private decimal Position(DateOnly day)
    {
        var whole = Model.To.DayNumber - Model.From.DayNumber + 1;
        return Math.Clamp(100m * (day.DayNumber - Model.From.DayNumber) / whole, 0, 100);
    }

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
