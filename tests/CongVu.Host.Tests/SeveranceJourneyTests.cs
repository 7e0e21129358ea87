using System.Net;
using AngleSharp.Html.Dom;

namespace CongVu.Host.Tests;

/// <summary>Retirement, downsizing and resignation in the practice province, through the screens.</summary>
public class SeveranceJourneyTests(RunningHost host)
{
    [Fact]
    public async Task Every_list_opens_for_who_prepares_and_files_come_with_it()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/nghi-huu?thang=60");
        officer.Heading.ShouldBe("Nghỉ hưu");
        officer.Page.QuerySelectorAll("input[name=chon]").Length.ShouldBeGreaterThan(0);
        await officer.OpenAsync("/tinh-gian");
        officer.Text.ShouldContain("Đề án tinh giản biên chế giai đoạn");
        foreach (var url in new[] { "/thoi-viec", "/tinh-gian/ket-qua", "/tinh-gian/hoan-tra" })
        {
            await officer.OpenAsync(url);
            officer.Status.ShouldBe(HttpStatusCode.OK, url);
        }
        (await officer.AskAsync(HttpMethod.Get, "/nghi-huu/xuat?dang=xlsx&thang=60")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_near_retirement_is_explained_noticed_and_the_notice_printed()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/nghi-huu?thang=60");
        var person = officer.Page.QuerySelectorAll("input[name=chon]").OfType<IHtmlInputElement>().Last().Value;
        await officer.OpenAsync($"/nghi-huu/nguoi/{person}");
        officer.Page.QuerySelectorAll(".cv-explain li").Length.ShouldBeGreaterThan(1);
        await officer.PressAsync("Ghi thông báo", ("Document", ""));
        officer.Text.ShouldContain("Ghi số, ký hiệu của thông báo.");
        await officer.PressAsync("Ghi thông báo", ("Document", "15/TB-SNV"));
        officer.Text.ShouldContain("15/TB-SNV");
        (await officer.AskAsync(HttpMethod.Get, $"/nghi-huu/nguoi/{person}?handler=ThongBao")).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.AskAsync(HttpMethod.Get, $"/nghi-huu/nguoi/{person}?handler=In")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_case_asks_for_what_is_missing_and_another_unit_sees_nothing()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync("/tinh-gian");
        await officer.OpenAsync(Link(officer, "/tinh-gian/de-an/"));
        await officer.OpenAsync(officer.Page.QuerySelectorAll("a").Where(a => a.TextContent.StartsWith("Đợt 2", StringComparison.Ordinal)).Select(a => a.GetAttribute("href")!).First());
        var list = officer.At;
        var one = officer.Page.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Còn thiếu dữ kiện", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        await officer.OpenAsync(one);
        officer.Text.ShouldContain("Còn thiếu: ");
        await officer.PressAsync("Ghi dữ kiện", ("Key", "insurance-months"), ("Number", "150"));
        officer.Text.ShouldContain("Ghi văn bản làm căn cứ");
        await officer.PressAsync("Ghi dữ kiện", ("Key", "insurance-months"), ("Number", "150"), ("Document", "Xác nhận 7/BHXH"));
        officer.Text.ShouldContain("Xác nhận 7/BHXH");
        officer.Page.QuerySelectorAll(".cv-explain li").Length.ShouldBeGreaterThan(3);
        (await officer.AskAsync(HttpMethod.Get, one + "?handler=In")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var file in new[] { "doi-tuong.xlsx", "chi-tra.xlsx", "chi-tra.docx" }) (await officer.AskAsync(HttpMethod.Get, $"{list}/{file}")).Status.ShouldBe(HttpStatusCode.OK, file);

        using var elsewhere = await host.VisitAsync("hr.phuong");
        foreach (var url in new[] { one, list })
        {
            await elsewhere.OpenAsync(url);
            elsewhere.Status.ShouldBe(HttpStatusCode.NotFound, url);
        }
    }

    private static string Link(Visitor visitor, string start) => visitor.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith(start, StringComparison.Ordinal) == true)!;
}
