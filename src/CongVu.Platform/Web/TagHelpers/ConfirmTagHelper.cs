using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>
/// An act with consequences, named by what it does. It opens to say what will change (the content, which may hold
/// fields such as the reason) and asks once.
/// </summary>
[HtmlTargetElement("cv-confirm", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ConfirmTagHelper(IAntiforgery antiforgery) : TagHelper
{
    /// <summary>The act in words: "Thu hồi quyết định 125/QĐ-SNV".</summary>
    public required string Verb { get; set; }

    /// <summary>Where it is posted; this page when not given.</summary>
    public string? Action { get; set; }

    /// <summary>Red: takes something away that cannot simply be put back.</summary>
    public bool Danger { get; set; } = true;

    public string? Icon { get; set; }

    /// <summary>Stands open, as after a post that came back with errors.</summary>
    public bool Open { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-menu cv-confirm");
        if (Open)
        {
            output.Attributes.SetAttribute("open", "");
        }

        var html = output.Content;
        html.Open("summary").Attr("class", Danger ? "btn btn-outline-danger" : "btn").Close();
        if (Icon is not null)
        {
            html.Icon(Icon);
        }

        html.AppendText(Verb).AppendHtml("</summary>")
            .Open("form").Attr("method", "post").Attr("action", Action ?? "").Attr("class", "cv-menu-box").Close()
            .AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext))
            .AppendHtml("<div class=\"cv-confirm-text\">" + content + "</div><div class=\"cv-actions\">")
            .Open("button").Attr("class", Danger ? "btn btn-danger" : "btn btn-primary").Close().AppendText(Verb)
            .AppendHtml("</button><button type=\"button\" class=\"btn\" data-close hidden>Để sau</button></div></form>");
    }
}
