using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>Shows what <see cref="Flash"/> said. The layout holds it; pages need not.</summary>
[HtmlTargetElement("cv-flash", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FlashTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var (key, tone) in Flash.Kinds)
        {
            if (ViewContext.TempData[key] is not string sentence)
            {
                continue;
            }

            output.Content.Open("div").Attr("class", "cv-flash cv-tone-" + tone).Attr("role", tone == "bad" ? "alert" : "status").Close()
                .Icon(BadgeStates.Of(tone).Icon).AppendHtml("<p>").AppendText(sentence).AppendHtml("</p></div>");
        }
    }
}
