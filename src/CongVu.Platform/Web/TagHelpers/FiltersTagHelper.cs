using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>
/// The bar of filters over a table: a GET form that keeps the order and columns of the list. Fields inside are named as
/// the query keys they set.
/// </summary>
[HtmlTargetElement("cv-filters", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FiltersTagHelper : TagHelper
{
    /// <summary>The table below; or give <see cref="Query"/> where there is none.</summary>
    public TablePage? Table { get; set; }

    public TableQuery? Query { get; set; }

    public string Verb { get; set; } = "Lọc";

    /// <summary>Mark for the fields inside: choosing nothing there means everything.</summary>
    internal static readonly object Inside = new();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var query = Table?.Query ?? Query ?? throw new InvalidOperationException("cv-filters needs table or query.");
        context.Items[Inside] = true;
        var fields = await output.GetChildContentAsync();
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", query.Path);
        output.Attributes.SetAttribute("class", "cv-filters");
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", "Lọc danh sách");
        var html = output.Content;
        foreach (var (key, value) in query.Pairs(k => !TableQuery.IsState(k)))
        {
            html.Open("input").Attr("type", "hidden").Attr("name", key).Attr("value", value).Close();
        }

        html.AppendHtml(fields).AppendHtml("<div class=\"cv-filters-acts\"><button class=\"btn\">").Icon("filter").AppendText(Verb).AppendHtml("</button>");
        if (query.IsFiltered)
        {
            html.Open("a").Attr("class", "btn btn-link").Attr("href", query.UrlWithoutFilters()).Close().AppendText("Xoá bộ lọc").AppendHtml("</a>");
        }

        html.AppendHtml("</div>");
    }
}
