using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>
/// What is wrong with a form, on top of it, each error a link to its field. Writes nothing when nothing is wrong.
/// </summary>
[HtmlTargetElement("cv-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    public string Heading { get; set; } = "Chưa lưu được, còn chỗ cần sửa";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.ErrorCount == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", "");
        var html = output.Content;
        html.AppendHtml("<h2>").Icon("alert-circle").AppendText(Heading).AppendHtml("</h2><ul>");
        foreach (var (name, entry) in state)
        {
            foreach (var error in entry.Errors)
            {
                var text = string.IsNullOrEmpty(error.ErrorMessage) ? "Giá trị không dùng được." : error.ErrorMessage;
                html.AppendHtml("<li>");
                if (name.Length == 0)
                {
                    html.AppendText(text);
                }
                else
                {
                    html.Open("a").Attr("href", "#" + TagBuilder.CreateSanitizedId(name, "_")).Close().AppendText(text).AppendHtml("</a>");
                }

                html.AppendHtml("</li>");
            }
        }

        html.AppendHtml("</ul>");
    }
}
