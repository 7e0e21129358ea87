using CongVu.Platform.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CongVu.Platform.Tests.Web;

public class FormTokenTests
{
    [Theory]
    [InlineData("post", "/quyet-dinh/5/ky", true)]
    [InlineData("POST", "?handler=Save", true)]
    [InlineData("get", "/tim-kiem", false)]
    [InlineData("post", "//noi.khac/gui", false)]
    [InlineData("post", "https://noi.khac/gui", false)]
    public void Only_forms_posted_to_ourselves_carry_the_token(string method, string action, bool carries)
    {
        var output = Run(new TagHelperAttribute("method", method), new TagHelperAttribute("action", action));
        output.PostContent.GetContent().Contains("__token", StringComparison.Ordinal).ShouldBe(carries);
    }

    [Fact]
    public void A_form_that_settles_it_by_itself_gets_no_second_one() =>
        Run(new("method", "post"), new("action", "/dang-xuat"), new("asp-antiforgery", "true")).PostContent.GetContent().ShouldBeEmpty();

    private static TagHelperOutput Run(params TagHelperAttribute[] attributes)
    {
        var context = new TagHelperContext([.. attributes], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("form", [.. attributes], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new FormTokenTagHelper(new FixedToken()) { ViewContext = new ViewContext { HttpContext = Rendered.View().HttpContext } }.Process(context, output);
        return output;
    }
}
