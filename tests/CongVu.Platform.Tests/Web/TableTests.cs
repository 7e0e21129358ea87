using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Platform.Tests.Web;

public class TableTests
{
    private sealed record Row(int Id, string Name, DateOnly Born, decimal Coefficient);

    private static readonly TableView<Row> View = new TableView<Row>("ho-so", "Danh sách công chức", r => r.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
    { DefaultSort = "ten" }
        .Column("ten", "Họ và tên", r => r.Name, sort: r => r.Name, fixedColumn: true, url: r => $"/ho-so/{r.Id}")
        .Column("sinh", "Ngày sinh", r => r.Born, CellKind.Date, sort: r => r.Born)
        .Column("he-so", "Hệ số", r => r.Coefficient, CellKind.Coefficient)
        .Column("ghi-chu", "Ghi chú", _ => "kín", shown: false);

    private static readonly Row[] Rows =
        [.. Enumerable.Range(1, 120).Select(i => new Row(i, $"Người {i:000}", new DateOnly(1980, 1, 1).AddDays(i), 2.34m))];

    [Fact]
    public async Task A_page_has_fifty_rows_and_says_where_it_stands()
    {
        var page = await Draw("?trang=2");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        page.QuerySelector("tbody th[scope=row]")!.TextContent.ShouldBe("Người 051");
        page.QuerySelector("nav")!.TextContent.ShouldContain("51–100 trong 120 người");
        page.QuerySelector("caption")!.TextContent.ShouldBe("Danh sách công chức");
    }

    [Fact]
    public async Task Heads_sort_keep_the_filter_and_start_from_the_first_page()
    {
        var page = await Draw("?q=an&sort=sinh&trang=2");
        var head = Head(page, "Ngày sinh");
        head.GetAttribute("aria-sort").ShouldBe("ascending");
        head.QuerySelector("a")!.GetAttribute("href").ShouldBe("/ho-so?q=an&sort=sinh&dir=giam");
        Head(page, "Hệ số").QuerySelector("a").ShouldBeNull();
    }

    [Fact]
    public void An_order_the_table_does_not_know_falls_back_to_its_own()
    {
        var query = View.Read(Http("?sort=mat-khau&dir=giam"));
        (query.Sort, query.Descending).ShouldBe(("ten", false));
    }

    [Fact]
    public async Task Exports_carry_exactly_the_filter_of_the_screen()
    {
        var page = await Draw("?q=nguyễn&don-vi=7&don-vi=9&sort=sinh&trang=3");
        var links = page.QuerySelectorAll<IHtmlAnchorElement>("a[data-download]").Select(a => a.GetAttribute("href")).ToList();
        links.ShouldBe(
        [
            "/ho-so/xuat?q=nguy%E1%BB%85n&don-vi=7&don-vi=9&sort=sinh&dang=xlsx",
            "/ho-so/xuat?q=nguy%E1%BB%85n&don-vi=7&don-vi=9&sort=sinh&dang=csv",
        ]);
    }

    [Fact]
    public async Task An_export_has_the_chosen_columns_and_real_values()
    {
        var http = Http("?cot=&cot=sinh&cot=he-so&dang=csv");
        http.RequestServices = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<AsOfContext>().BuildServiceProvider();
        using var body = new MemoryStream();
        http.Response.Body = body;
        await new TableExport<Row>(View, View.Read(http), Rows.Take(2).ToAsyncEnumerable())
            .ExecuteResultAsync(new Microsoft.AspNetCore.Mvc.ActionContext { HttpContext = http });

        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        text.ShouldContain("Họ và tên;Ngày sinh;Hệ số");
        text.ShouldContain("Người 001;");
        text.ShouldContain("2,34");
        text.ShouldNotContain("kín");
        http.Response.Headers.ContentDisposition.ToString().ShouldStartWith("attachment; filename=ho-so-");
    }

    [Fact]
    public async Task Chosen_columns_are_shown_and_remembered()
    {
        var http = Http("?cot=&cot=ghi-chu");
        var page = await Draw(http);
        page.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()).ShouldBe(["Họ và tên", "Ghi chú"]);
        http.Response.Headers.SetCookie.ToString().ShouldContain("cot-ho-so=ghi-chu");

        var later = Http("");
        later.Request.Headers.Cookie = "cot-ho-so=ghi-chu";
        View.Chosen(View.Read(later)).Select(c => c.Key).ShouldBe(["ten", "ghi-chu"]);
    }

    [Fact]
    public void Many_rows_are_counted_only_so_far()
    {
        Total(10_001).ShouldBe("hơn 10.000 người");
        Total(1_204).ShouldBe("1.204 người");

        static string Total(long total) =>
            new TableMarkup(new TablePage<Row>(View, View.Read(Http("")), Rows[..50], total), "người", false, false).TotalInWords;
    }

    [Fact]
    public async Task Keyset_marks_make_the_pager_when_the_page_gives_them()
    {
        var query = View.Read(Http("?q=an&sau=m1"));
        var page = await Draw(new TablePage<Row>(View, query, Rows[..50], 10_001) { Next = "m2", Previous = "m0" }, Http("?q=an&sau=m1"));
        page.QuerySelectorAll("nav a").Select(a => a.GetAttribute("href")).ShouldBe(["/ho-so?q=an&truoc=m0", "/ho-so?q=an&sau=m2"]);
    }

    [Fact]
    public async Task Nothing_found_offers_to_clear_the_filter()
    {
        var http = Http("?q=khong-co&sort=sinh");
        var page = await Draw(Array.Empty<Row>().ToTablePage(View, View.Read(http)), http);
        page.QuerySelector("table").ShouldBeNull();
        var clear = page.QuerySelectorAll("a").Single(a => a.TextContent == "Xoá bộ lọc");
        clear.GetAttribute("href").ShouldBe("/ho-so?sort=sinh");
    }

    [Fact]
    public async Task Rows_can_be_picked_for_one_act_even_without_script()
    {
        var page = await Draw("?q=an", bulk: "<button>Nâng bậc lương</button>");
        var form = page.QuerySelector<IHtmlFormElement>("form[method=post]")!;
        var pick = page.QuerySelectorAll<IHtmlInputElement>("input[name=chon]").ToList();
        pick.Count.ShouldBe(50);
        pick.ShouldAllBe(p => p.GetAttribute("form") == form.Id);
        pick[0].GetAttribute("aria-label").ShouldBe("Chọn Người 001");
        form.QuerySelector<IHtmlInputElement>("input[name=loc]")!.Value.ShouldBe("?q=an");
    }

    private static IElement Head(IHtmlDocument page, string title) =>
        page.QuerySelectorAll("thead th").Single(h => h.TextContent.Trim() == title);

    private static HttpContext Http(string query) => Rendered.View(query).HttpContext;

    private static Task<IHtmlDocument> Draw(string query, string bulk = "") => Draw(Http(query), bulk);

    private static Task<IHtmlDocument> Draw(HttpContext http, string bulk = "") => Draw(Rows.ToTablePage(View, View.Read(http)), http, bulk);

    private static Task<IHtmlDocument> Draw(TablePage model, HttpContext http, string bulk = "") =>
        Rendered.Page(
            new TableTagHelper(new FixedToken())
            {
                Model = model, Export = "/ho-so/xuat", BulkAction = "/ho-so/nang-bac", Noun = "người",
                ViewContext = new ViewContext { HttpContext = http },
            },
            bulk);
}
