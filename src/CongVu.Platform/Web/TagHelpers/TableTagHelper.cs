using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>
/// Draws a <see cref="TablePage{T}"/>: count, choice of columns, exports, sortable heads, rows, pager. Content inside the
/// tag is the bar of things to do with the selected rows, and makes every row selectable.
/// </summary>
[HtmlTargetElement("cv-table", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TableTagHelper(IAntiforgery antiforgery) : TagHelper
{
    public required TablePage Model { get; set; }

    /// <summary>Address that exports; gets the same query and <c>dang=xlsx</c> or <c>dang=csv</c>. No links without it.</summary>
    public string? Export { get; set; }

    /// <summary>Where the selection is posted: <c>chon</c> for each row, or <c>chon-tat-ca=true</c> with <c>loc</c>, the filter query.</summary>
    public string? BulkAction { get; set; }

    /// <summary>Says what one row is: "người", "nhiệm vụ".</summary>
    public string Noun { get; set; } = "dòng";

    /// <summary>Shows the caption above the table; it is always there for screen readers.</summary>
    public bool ShowCaption { get; set; }

    /// <summary>Short tables inside a page: no tools, no scrolling box.</summary>
    public bool Plain { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var bulk = (await output.GetChildContentAsync()).GetContent().Trim();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-table");
        output.Attributes.SetAttribute("id", "bang-" + Model.TableKey);
        var draw = new TableMarkup(Model, Noun, selectable: bulk.Length > 0, ShowCaption);
        var html = new MarkupText();
        output.Content.SetHtmlContent(html);
        if (!Plain)
        {
            draw.WriteTools(html, Export);
        }

        if (Model.Count == 0)
        {
            draw.WriteNothingFound(html);
            return;
        }

        if (bulk.Length > 0)
        {
            draw.WriteBulkBar(html, BulkAction, bulk, antiforgery.GetHtml(ViewContext.HttpContext));
        }

        draw.WriteTable(html, Plain);
        draw.WritePager(html);
    }
}
