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
        if (ViewContext.TempData[Flash.Key] is not string said || said.IndexOf('|', StringComparison.Ordinal) is not (> 0 and var cut))
        {
            output.SuppressOutput();
            return;
        }

        var look = BadgeStates.Of(said[..cut]);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-flash cv-tone-" + look.Tone);
        output.Attributes.SetAttribute("role", "status");
        output.Content.Icon(look.Icon).AppendHtml("<p>").AppendText(said[(cut + 1)..]).AppendHtml("</p>");
    }
}
