using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CongVu.Platform.Security;
using CongVu.Platform.Web;

namespace CongVu.Host.Tests.Screens;

public class ShellTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task The_frame_says_who_is_here_which_day_it_is_and_where_things_are()
    {
        var page = await Open(await host.SignedInAs("Nguyễn Thị Hoa", Roles.HomeAffairs), "/viec-cua-toi");

        page.DocumentElement.GetAttribute("lang").ShouldBe("vi");
        page.Title.ShouldBe("Việc của tôi · CôngVụ");
        page.QuerySelector("header")!.TextContent.ShouldContain("Nguyễn Thị Hoa");
        page.QuerySelector("header")!.TextContent.ShouldContain("hôm nay");
        page.QuerySelector("form[role=search] input[type=search]")!.GetAttribute("name").ShouldBe("q");
        page.QuerySelector("nav[aria-label='Chức năng'] a[aria-current=page]")!.TextContent.ShouldBe("Việc của tôi");
        page.QuerySelector<IHtmlAnchorElement>("body a")!.GetAttribute("href").ShouldBe("#noi-dung");
    }

    [Fact]
    public async Task The_menu_offers_only_what_the_actor_may_open()
    {
        var office = Entries(await Open(await host.SignedInAs("Hoa", Roles.HomeAffairs), "/viec-cua-toi"));
        var nobody = Entries(await Open(await host.SignedInAs("Bình"), "/viec-cua-toi"));

        var all = CongVuModules.All.All.SelectMany(m => m.Menu).Where(i => i.Section != MenuSection.Home).ToList();
        var catalogue = (PermissionCatalogue)host.Services.GetService(typeof(PermissionCatalogue))!;
        var allowed = all.Where(i => i.Requires is null || catalogue.Holds(Roles.HomeAffairs, i.Requires)).Select(i => i.Href).ToHashSet();
        office.ShouldNotBeEmpty();
        office.ShouldAllBe(href => allowed.Contains(href));
        allowed.Where(href => !office.Contains(href)).ShouldBeEmpty();
        nobody.Where(href => all.Any(i => i.Href == href && i.Requires is not null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_day_turns_on_a_band_and_goes_off_again()
    {
        var browser = await host.SignedInAs("Hoa", Roles.HomeAffairs);
        var other = await Post(browser, await Open(browser, "/viec-cua-toi"), "form[action='/ngay-xem']", ("ngay", "31-12-2024"), ("biet", "ngày 15 tháng 1 năm 2025"));
        var band = other.QuerySelector("[role=status]")!.TextContent;
        band.ShouldContain("Đang xem dữ liệu ngày 31/12/2024, theo những gì đã biết ngày 15/01/2025");

        var today = await Post(browser, other, "[role=status] form");
        today.QuerySelector("header")!.TextContent.ShouldContain("hôm nay");
        today.QuerySelectorAll("[role=status]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_said_and_nothing_changes()
    {
        var browser = await host.SignedInAs("Hoa", Roles.HomeAffairs);
        var page = await Post(browser, await Open(browser, "/viec-cua-toi"), "form[action='/ngay-xem']", ("ngay", "hôm kia"));
        page.QuerySelector("main [role=alert]")!.TextContent.ShouldContain("không đọc được");
        page.QuerySelector("header")!.TextContent.ShouldContain("hôm nay");
    }

    [Fact]
    public async Task The_practice_province_says_so_on_every_page()
    {
        await host.BePractice(true);
        var browser = await host.SignedInAs("Hoa", Roles.HomeAffairs);
        (await Open(browser, "/thong-bao")).Body!.TextContent.ShouldContain("Tỉnh luyện tập");
        await host.BePractice(false);
        (await Open(browser, "/thong-bao")).Body!.TextContent.ShouldNotContain("Tỉnh luyện tập");
    }

    [Fact]
    public async Task A_form_that_is_refused_gives_back_what_was_typed_but_no_secret()
    {
        var browser = await host.SignedInAs("Hoa", Roles.HomeAffairs);
        var answer = await browser.PostAsync("/dang-nhap/doi-mat-khau", new FormUrlEncodedContent([new("Note", "Lý do dài đã gõ"), new("Chosen", "mat-khau-moi")]));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("Lý do dài đã gõ");
        text.ShouldNotContain("mat-khau-moi");
    }

    [Fact]
    public async Task Pages_carry_a_policy_under_which_only_our_own_files_run()
    {
        var browser = host.Anybody();
        foreach (var address in (string[])["/dang-nhap", "/khong-co-trang-nay"])
        {
            var policy = (await browser.GetAsync(address)).Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'self'");
            policy.ShouldNotContain("unsafe");
        }

        var answer = await browser.GetAsync("/dang-nhap");
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelectorAll("script").ShouldAllBe(s => s.GetAttribute("src")!.StartsWith("/js/", StringComparison.Ordinal));
        page.QuerySelectorAll("[style], [onclick]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_catalogue_shows_every_component_where_nobody_is_real_and_does_not_exist_elsewhere()
    {
        await host.BePractice(true);
        var page = await new HtmlParser().ParseDocumentAsync(await host.Anybody().GetStringAsync("/dev/components"));
        foreach (var part in (string[])["table caption", "figure figcaption", "fieldset legend", "[role=region]", "details summary", "progress", "svg rect", "dl dt"])
        {
            page.QuerySelector(part).ShouldNotBeNull(part);
        }

        page.QuerySelectorAll("input, select, textarea").Where(f => f.GetAttribute("type") is not ("hidden" or "checkbox" or "radio"))
            .Where(f => page.QuerySelector($"label[for='{f.Id}']") is null).ShouldBeEmpty();

        await host.BePractice(false);
        (await host.Anybody().GetAsync("/dev/components")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<IHtmlDocument> Open(HttpClient browser, string address) =>
        await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(address));

    private static async Task<IHtmlDocument> Post(HttpClient browser, IHtmlDocument page, string form, params (string Name, string Value)[] typed)
    {
        var found = page.QuerySelector<IHtmlFormElement>(form)!;
        var fields = found.QuerySelectorAll<IHtmlInputElement>("input").Where(i => i.Name is not null).ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        var answer = await browser.PostAsync(found.GetAttribute("action"), new FormUrlEncodedContent(fields));
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }

    private static List<string> Entries(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("nav[aria-label='Chức năng'] a").Select(a => a.GetAttribute("href")!).Where(h => h != "/viec-cua-toi")];
}
