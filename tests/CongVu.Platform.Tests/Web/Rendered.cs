using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Tests.Web;

/// <summary>Runs a tag helper as Razor would and gives the page it writes.</summary>
internal static class Rendered
{
    public static ViewContext View(string query = "", Action<ModelStateDictionary>? state = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/ho-so";
        http.Request.QueryString = new QueryString(query);
        var view = new ViewContext
        {
            HttpContext = http,
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
        };
        state?.Invoke(view.ViewData.ModelState);
        return view;
    }

    public static async Task<string> Html(TagHelper helper, string content = "", params TagHelperAttribute[] attributes)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("cv-test", [.. attributes], (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        await helper.ProcessAsync(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }

    public static async Task<IHtmlDocument> Page(TagHelper helper, string content = "", params TagHelperAttribute[] attributes) =>
        await new HtmlParser().ParseDocumentAsync(await Html(helper, content, attributes));
}
