using System.Net;

namespace CongVu.Host.Tests;

/// <summary>The list of decisions signed by the wrong authority and the register book, as officers and auditors see them.</summary>
public class WrongAuthorityScreenTests(RunningHost host)
{
    private const string List = "/quyet-dinh/sai-tham-quyen";

    [Fact]
    public async Task Home_affairs_finds_filters_and_handles_what_the_afterwards_check_found()
    {
        var (number, finding) = await host.PlantWrongSignerAsync();
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/viec-cua-toi");
        officer.Text.ShouldContain("Quyết định ký sai thẩm quyền chưa xử lý");

        await officer.OpenAsync($"{List}?q={Uri.EscapeDataString(number)}");
        var row = officer.Page.QuerySelectorAll("table tbody tr").Single(r => r.InnerHtml.Contains(finding.ToString(), StringComparison.Ordinal)); // agencies number their decisions each on its own
        row.TextContent.ShouldContain(number);
        row.TextContent.ShouldContain("Chưa xử lý");
        row.TextContent.ShouldContain("Quyết định");
        await officer.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        officer.Text.ShouldContain("Người có thẩm quyền");

        await officer.PressAsync("Ghi kết quả xử lý", ("cach", "Confirmed"), ("van-ban", ""), ("ly-do", "Đã xem tờ trình"));
        officer.Text.ShouldContain("Ghi văn bản xác nhận");
        officer.Page.QuerySelector("textarea[name=ly-do]")!.TextContent.Trim().ShouldBe("Đã xem tờ trình", "nothing typed is lost");
        await officer.PressAsync("Ghi kết quả xử lý", ("van-ban", "Công văn 12/SNV-CCVC"));
        officer.Text.ShouldContain("Đã ghi kết quả xử lý");
        officer.Text.ShouldContain("Công văn 12/SNV-CCVC");

        using var auditor = await host.VisitAsync("thanhtra");
        await auditor.OpenAsync(officer.At);
        auditor.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Trim() == "Mở lại", "an auditor changes nothing");
        (await auditor.DownloadAsync($"{List}/xuat?dang=xlsx")).Take(2).ShouldBe("PK"u8.ToArray());
        (await officer.AskAsync(HttpMethod.Get, $"{List}/xuat?dang=csv")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Officers_of_units_and_staff_do_not_get_to_the_list()
    {
        foreach (var user in (string[])["hr.sxd", "gd.sxd", "canbo", "quantri"])
        {
            using var visitor = await host.VisitAsync(user);
            (await visitor.AskAsync(HttpMethod.Get, List)).Status.ShouldBe(HttpStatusCode.Forbidden, user);
        }
    }

    [Fact]
    public async Task The_register_book_proves_its_numbers_and_can_be_taken_as_a_file()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/quyet-dinh/so-dang-ky");
        officer.Text.ShouldContain("Kiểm tra số:");
        officer.Text.ShouldContain("liên tục, không thiếu số nào");
        officer.Page.QuerySelectorAll("table tbody tr").Length.ShouldBeGreaterThan(0);
        var file = officer.Page.QuerySelectorAll("a").Single(a => a.TextContent.Contains("Tải sổ", StringComparison.Ordinal)).GetAttribute("href")!;
        (await officer.DownloadAsync(file)).Take(2).ShouldBe("PK"u8.ToArray());

        using var unit = await host.VisitAsync("hr.phuong");
        await unit.OpenAsync("/quyet-dinh/so-dang-ky");
        unit.Page.QuerySelectorAll("select[name='co-quan'] option").Select(o => o.TextContent).ShouldNotContain("Sở Nội vụ");
    }

    [Fact]
    public async Task What_waits_on_the_home_page_opens_the_list_of_just_that()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/quyet-dinh?viec=cua-toi");
        officer.Page.QuerySelectorAll("table tbody tr").ShouldAllBe(r => r.TextContent.Contains("Đang soạn", StringComparison.Ordinal));
    }
}
