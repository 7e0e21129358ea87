using System.Net;
using AngleSharp.Dom;
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
        officer.Text.ShouldContain("Còn thiếu");
        await officer.PressAsync("Ghi dữ kiện", ("tl-insurance-months", "150"));
        officer.Text.ShouldContain("Ghi văn bản làm căn cứ");
        await officer.PressAsync("Ghi dữ kiện", ("tl-insurance-months", "150"), ("Document", "Xác nhận 7/BHXH"));
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

    [Fact]
    public async Task A_round_of_inspection_is_planned_held_and_followed_up_and_the_unit_reads_it()
    {
        using var officer = await host.VisitAsync("snv2");
        await officer.OpenAsync("/tinh-gian/kiem-tra");
        officer.Page.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Sở Xây dựng", StringComparison.Ordinal)).TextContent.ShouldContain("Có kế hoạch, chưa kiểm tra");
        await officer.OpenAsync("/tinh-gian/kiem-tra/moi");
        var agency = officer.Page.QuerySelectorAll("select[name=UnitId] option").First(o => o.TextContent.Contains("Sở Tài chính", StringComparison.Ordinal)).GetAttribute("value")!;
        await officer.PressAsync("Đưa vào kế hoạch", ("UnitId", agency), ("From", "02/03/2026"), ("To", "04/03/2026"), ("Document", "Kế hoạch 5/KH-SNV"));
        officer.Text.ShouldContain("Ghi nội dung kiểm tra.");
        officer.Page.QuerySelector<IHtmlInputElement>("[name=Document]")!.Value.ShouldBe("Kế hoạch 5/KH-SNV", "nothing typed is lost");
        await officer.PressAsync("Đưa vào kế hoạch", ("UnitId", agency), ("From", "02/03/2026"), ("To", "04/03/2026"), ("Document", "Kế hoạch 5/KH-SNV"), ("Scope", "Chi trả đợt 1"));
        var round = officer.At;
        await officer.PressAsync("Ghi kết quả", ("HeldOn", "04/03/2026"), ("LookedAt", "12 hồ sơ"), ("Findings", "Thiếu xác nhận"), ("ConclusionDocument", "Thông báo 9/TB-SNV"), ("FollowUp", "Bổ sung xác nhận"), ("FollowUpBy", "30/04/2026"));
        officer.Text.ShouldContain("Quá hạn");
        await officer.PressAsync("Ghi hoàn thành", ("FollowedUpOn", "15/05/2026"), ("FollowUpResult", "Đã bổ sung, báo cáo 40/BC-STC"));
        officer.Text.ShouldContain("Đã bổ sung, báo cáo 40/BC-STC");

        using var unit = await host.VisitAsync("hr.sxd");
        await unit.OpenAsync("/tinh-gian/kiem-tra/moi");
        unit.Status.ShouldBe(HttpStatusCode.Forbidden);
        await unit.OpenAsync(round);
        unit.Status.ShouldBe(HttpStatusCode.NotFound, "another agency's round");
    }

    [Fact]
    public async Task Home_affairs_names_a_column_and_the_file_has_it()
    {
        using var officer = await host.VisitAsync("snv2");
        await officer.OpenAsync("/tinh-gian");
        await officer.OpenAsync(Link(officer, "/tinh-gian/de-an/"));
        await officer.OpenAsync(Link(officer, officer.At + "/bieu-mau") + "?danh-sach=Payments");
        await officer.PressAsync("Lưu biểu mẫu", ("ten-component", ""));
        officer.Text.ShouldContain("Đặt tên cột");
        await officer.PressAsync("Lưu biểu mẫu", ("ten-component", "Khoản được chi"));
        officer.Text.ShouldContain("Đã lưu biểu mẫu");
        officer.Page.QuerySelector<IHtmlInputElement>("[name=ten-component]")!.Value.ShouldBe("Khoản được chi");

        using var unit = await host.VisitAsync("hr.sxd");
        await unit.OpenAsync(officer.At);
        unit.Text.ShouldContain("Khoản được chi");
        unit.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Trim() == "Lưu biểu mẫu");
    }

    private static string Link(Visitor visitor, string start) => visitor.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith(start, StringComparison.Ordinal) == true)!;
}
