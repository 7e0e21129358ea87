using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>
/// Gives the token against forgery to posting forms with an address of their own. The framework leaves it out there, since the
/// address might be another site; ours never are, and a form without it is refused.
/// </summary>
[HtmlTargetElement("form", Attributes = "method,action")]
public sealed class FormTokenTagHelper(IAntiforgery antiforgery) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var method = context.AllAttributes["method"]?.Value?.ToString();
        var action = context.AllAttributes["action"]?.Value?.ToString();
        if (HttpMethods.IsPost(method ?? "") && IsOurs(action) && !context.AllAttributes.ContainsName("asp-antiforgery"))
        {
            output.PostContent.AppendHtml(antiforgery.GetHtml(ViewContext.HttpContext));
        }
    }

    private static bool IsOurs(string? action) =>
        !string.IsNullOrEmpty(action) && action[0] is '/' or '?' && !action.StartsWith("//", StringComparison.Ordinal);
}
