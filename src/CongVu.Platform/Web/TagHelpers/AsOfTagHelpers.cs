using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Web.TagHelpers;

/// <summary>Names of the form that chooses the day; posted to <see cref="Action"/>.</summary>
public static class AsOfForm
{
    public const string Action = "/ngay-xem";

    /// <summary>The day whose facts are shown; empty means today.</summary>
    public const string ValidOn = "ngay";

    /// <summary>Only what was known on this day; empty means now.</summary>
    public const string KnownOn = "biet";

    /// <summary>Where to go on.</summary>
    public const string Back = "ve";

    internal static IHtmlContentBuilder Start(IHtmlContentBuilder html, ViewContext view, IAntiforgery antiforgery, string cssClass)
    {
        var request = view.HttpContext.Request;
        return html.Open("form").Attr("method", "post").Attr("action", Action).Attr("class", cssClass).Close()
            .AppendHtml(antiforgery.GetHtml(view.HttpContext))
            .Open("input").Attr("type", "hidden").Attr("name", Back).Attr("value", request.Path + request.QueryString).Close();
    }
}

/// <summary>The date control of the header: which day is on screen, and choosing another.</summary>
[HtmlTargetElement("cv-asof", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AsOfTagHelper(AsOfContext asOf, IAntiforgery antiforgery) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-menu cv-asof");
        output.Attributes.SetAttribute("data-menu", "");
        var html = output.Content;
        html.AppendHtml("<summary>").Icon("calendar").AppendHtml("<span class=\"cv-asof-word\">Ngày xem:</span>")
            .Open("span").Attr("class", asOf.IsNow ? "cv-asof-today" : null).Close()
            .AppendText(asOf.IsNow ? "hôm nay" : VnFormat.Date(asOf.Current.ValidOn)).AppendHtml("</span></summary>");
        AsOfForm.Start(html, ViewContext, antiforgery, "cv-menu-box");
        WriteDate(html, AsOfForm.ValidOn, "Xem dữ liệu ngày", asOf.IsNow ? asOf.Today : asOf.Current.ValidOn, "Mọi màn hình sẽ hiện như vào ngày này.");
        WriteDate(html, AsOfForm.KnownOn, "Theo những gì đã biết ngày", asOf.Current.KnownDay(), "Để trống nếu tính cả những gì được ghi nhận sau đó.");
        html.AppendHtml("<button class=\"btn btn-primary\">Xem ngày này</button></form>");
    }

    private static void WriteDate(IHtmlContentBuilder html, string name, string label, DateOnly? value, string hint)
    {
        var id = "xem-" + name;
        html.AppendHtml("<div class=\"cv-field\">").Open("label").Attr("class", "cv-label").Attr("for", id).Close().AppendText(label)
            .AppendHtml("</label>").Open("input").Attr("type", "text").Attr("inputmode", "numeric").Attr("class", "form-control cv-w-short").Attr("id", id).Attr("name", name)
            .Attr("autocomplete", "off").Attr("placeholder", "dd/mm/yyyy").Attr("data-kind", "date").Attr("aria-describedby", id + "-hint")
            .Attr("value", VnFormat.Date(value)).Close()
            .Open("div").Attr("class", "cv-hint").Attr("id", id + "-hint").Close().AppendText(hint).AppendHtml("</div></div>");
    }
}

/// <summary>The gold band that says another day is on screen; writes nothing today.</summary>
[HtmlTargetElement("cv-asof-band", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AsOfBandTagHelper(AsOfContext asOf, IAntiforgery antiforgery) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (asOf.IsNow)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cv-asof-band");
        output.Attributes.SetAttribute("role", "status");
        var html = output.Content;
        html.Icon("history").AppendHtml("<span>")
            .AppendText($"Đang xem dữ liệu {asOf.Current.InWords()}. Không thay đổi được gì khi xem ngày khác.").AppendHtml("</span>");
        AsOfForm.Start(html, ViewContext, antiforgery, "cv-inline-form");
        html.AppendHtml("<button class=\"cv-link-button\">Về hôm nay</button></form>");
    }
}
