using CongVu.Examinations.Formats;

namespace CongVu.Examinations.Tests.Formats;

public sealed class ContentTests
{
    [Theory]
    [InlineData("<p>một</p>", "một")]
    [InlineData("<div><p>một</p></div>", "một")]
    [InlineData("  một \n hai ", "một hai")]
    [InlineData("<p> một </p>\n<p> hai</p>", "<p>một</p><p>hai</p>")]
    [InlineData("a<br/> b", "a<br/>b")]
    [InlineData("<span class=\"x\" style=\"color:red\">đỏ</span>", "đỏ")]
    [InlineData("<p>x<script>alert(1)</script></p>", "x")]
    [InlineData("<p onclick=\"x()\">a &amp; b &lt; c</p>", "a &amp; b &lt; c")]
    [InlineData("<ul><li>a</li> <li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<p>a<p>b", "<p>a</p><p>b</p>")]
    [InlineData("<a href=\"http://x/\">chữ</a>", "chữ")]
    public void Markup_has_one_form(string html, string canonical) => Samples.Html(html).Xml.ShouldBe(canonical);

    [Fact]
    public void The_form_of_a_form_is_itself()
    {
        foreach (var item in Samples.All())
        {
            new ContentForm(n => n, _ => { }).Of(item.Stem.Nodes()).ShouldBe(item.Stem);
        }
    }

    [Fact]
    public void A_picture_that_is_not_there_is_a_loss_and_leaves_its_words()
    {
        List<string> lost = [];
        new ContentForm(_ => null, lost.Add).Of(HtmlContent.Parse("<p>Hình: <img src=\"http://ngoai.vn/a.png\" alt=\"bản đồ\"></p>")).Xml.ShouldBe("Hình: bản đồ");
        lost.ShouldHaveSingleItem().ShouldContain("a.png");
    }

    [Fact]
    public void Words_alone_leave_out_markup() => Samples.Html("<p>Điền <gap id=\"R\"></gap> và</p><p>tiếp</p>").Text().ShouldBe("Điền ____ và tiếp");
}
