using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Host.Tests;

/// <summary>Communes in the practice province, through the screens, as the people they concern.</summary>
public class CommuneJourneyTests(RunningHost host)
{
    [Fact]
    public async Task The_list_of_a_month_shows_who_is_over_and_leads_to_a_commune_its_fund_list_and_its_files()
    {
        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/cap-xa?thang=06/2025&xem=vuong");
        officer.Heading.ShouldBe("Cấp xã");
        officer.Text.ShouldContain("vượt quỹ cấp xã");
        officer.Text.ShouldContain("người không chuyên trách");
        foreach (var file in new[] { "/cap-xa/xuat?thang=06/2025&dang=xlsx", "/cap-xa/xuat?thang=06/2025&dang=docx", "/cap-xa/xuat?thang=06/2025&dang=csv" })
            (await officer.AskAsync(HttpMethod.Get, file)).Status.ShouldBe(HttpStatusCode.OK, file);

        var commune = officer.Page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/cap-xa/", StringComparison.Ordinal));
        await officer.OpenAsync(commune);
        officer.Page.QuerySelectorAll(".cv-explain li").Length.ShouldBeGreaterThan(2);
        var fund = officer.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/khoan", StringComparison.Ordinal));
        await officer.OpenAsync(fund);
        officer.Heading.ShouldBe("Danh sách khoán kinh phí");
        officer.Text.ShouldContain("Tổng cộng");
        foreach (var form in new[] { "xlsx", "docx" })
            (await officer.AskAsync(HttpMethod.Get, fund.Replace("/khoan", "/khoan/xuat", StringComparison.Ordinal) + "&dang=" + form)).Status.ShouldBe(HttpStatusCode.OK, form);
    }

    [Fact]
    public async Task After_the_first_of_July_2025_it_is_said_what_ended_and_who_stays()
    {
        using var officer = await host.VisitAsync("hr.phuong");
        await officer.OpenAsync("/cap-xa");
        officer.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1, "an officer sees the own commune");
        officer.Text.ShouldContain("Từ 01/07/2025 không còn phân loại");
        await officer.OpenAsync($"/cap-xa/{UnitOf("C01")}");
        officer.Text.ShouldContain("Còn");
        officer.Text.ShouldContain("31/05/2026");
        var person = officer.Page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/cap-xa/nguoi/", StringComparison.Ordinal));
        await officer.OpenAsync(person);
        officer.Text.ShouldContain("Điều 9 Nghị định 154/2025/NĐ-CP");
        officer.Page.QuerySelectorAll(".cv-explain").Length.ShouldBeGreaterThan(1);

        await officer.OpenAsync($"/cap-xa/{UnitOf("C02")}");
        officer.Status.ShouldBe(HttpStatusCode.NotFound);
        await officer.OpenAsync("/cap-xa/nghi-quyet/moi");
        officer.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_officer_enters_a_village_and_a_head_and_what_is_missing_is_said_at_the_field()
    {
        using var officer = await host.VisitAsync("hr.phuong");
        var commune = UnitOf("C01");
        await officer.OpenAsync($"/cap-xa/{commune}/thon-moi");
        await officer.PressAsync("Lưu", ("Name", "Tổ dân phố Thử"), ("Kind", "ResidentialGroup"), ("Households", "510"));
        officer.Text.ShouldContain("Nhập ngày bắt đầu áp dụng");
        officer.Page.QuerySelector<IHtmlInputElement>("[name=Name]")!.Value.ShouldBe("Tổ dân phố Thử", "nothing typed is lost");
        await officer.PressAsync("Lưu", ("Name", "Tổ dân phố Thử"), ("Kind", "ResidentialGroup"), ("Households", "510"), ("From", "01/01/2026"), ("Document", "Nghị quyết số 3/NQ-HĐND"));
        var village = officer.Page.QuerySelectorAll("tbody th a").First(a => a.TextContent.Trim() == "Tổ dân phố Thử").GetAttribute("href")!;
        await officer.OpenAsync(village);
        // 6 × 2,530,000 for 500 households and more.
        officer.Text.ShouldContain("15.180.000");

        await officer.OpenAsync($"/cap-xa/{commune}/nguoi-moi");
        await officer.PressAsync("Lưu", ("FullName", "Nguyễn Văn Thử"), ("BornOn", "02/03/1970"), ("Sex", "male"), ("From", "01/11/2026"), ("Document", "Quyết định 12/QĐ-UBND"));
        officer.Text.ShouldContain("Chọn chức danh trong danh sách");
        await officer.PressAsync("Lưu", ("FullName", "Nguyễn Văn Thử"), ("BornOn", "02/03/1970"), ("Sex", "male"), ("Key", "Village:truong-ban-cong-tac-mat-tran"), ("VillageId", village.Split('/')[^1]), ("From", "01/11/2026"), ("Document", "Quyết định 12/QĐ-UBND"));
        officer.Heading.ShouldBe("Nguyễn Văn Thử");
        // 1.20 × 2,530,000.
        officer.Text.ShouldContain("3.036.000");
    }

    [Fact]
    public async Task A_resolution_is_entered_by_one_and_approved_by_another()
    {
        using var one = await host.VisitAsync("snv");
        await one.OpenAsync("/cap-xa/nghi-quyet/moi");
        await one.PressAsync("Lưu bản nhập", ("Number", "99/2028/NQ-HĐND"), ("IssuedOn", "01/10/2026"), ("From", "01/01/2028"), ("SecondShare", "50"), ("Insurance", "0"), ("ten", "Trưởng thôn"), ("he-so", "1,7"), ("cap", "Village"));
        var address = one.At;
        one.Heading.ShouldBe("Nghị quyết số 99/2028/NQ-HĐND");
        await one.PressAsync("Gửi duyệt");
        one.Text.ShouldContain("Người nhập không tự duyệt");
        one.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Trim() == "Duyệt");

        using var two = await host.VisitAsync("snv2");
        await two.OpenAsync(address);
        await two.PressAsync("Duyệt");
        two.Text.ShouldContain("Đã duyệt");
        await one.OpenAsync("/cap-xa/nghi-quyet");
        one.Text.ShouldContain("99/2028/NQ-HĐND");
    }

    [Fact]
    public async Task A_fact_is_corrected_with_a_reason_and_the_old_one_stays_struck_out()
    {
        using var officer = await host.VisitAsync("snv");
        var commune = UnitOf("C03");
        await officer.OpenAsync($"/cap-xa/{commune}");
        var correct = officer.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("thong-tin?sua=", StringComparison.Ordinal));
        await officer.OpenAsync(correct);
        await officer.PressAsync("Đính chính", ("Population", "41.000"), ("PopulationNorm", "16.000"));
        officer.Text.ShouldContain("Ghi lý do đính chính.");
        await officer.PressAsync("Đính chính", ("Population", "41.000"), ("PopulationNorm", "16.000"), ("Reason", "Thiếu dân số"));
        officer.Text.ShouldContain("dân số 41.000");
        officer.Text.ShouldContain("Thiếu dân số");
        await officer.OpenAsync(correct);
        officer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_paper_of_a_class_is_kept_as_a_file_and_read_by_who_reads_the_commune()
    {
        using var officer = await host.VisitAsync("snv");
        var commune = UnitOf("C05");
        await officer.OpenAsync($"/cap-xa/{commune}/thong-tin");
        await officer.PressWithFileAsync("Lưu thông tin", "Paper", "quyet-dinh.pdf", "không phải pdf"u8.ToArray(), ("From", "01/03/2026"), ("Population", "30.000"), ("PopulationNorm", "16.000"), ("Document", "Quyết định 8/QĐ-UBND"));
        officer.Page.QuerySelector<IHtmlInputElement>("[name=Document]")!.Value.ShouldBe("Quyết định 8/QĐ-UBND", "the file is refused, nothing typed is lost");
        await officer.PressWithFileAsync("Lưu thông tin", "Paper", "quyet-dinh.png", Picture, ("From", "01/03/2026"), ("Population", "30.000"), ("PopulationNorm", "16.000"), ("Document", "Quyết định 8/QĐ-UBND"));
        officer.Text.ShouldContain("Quyết định 8/QĐ-UBND");
        var file = officer.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(h => h?.StartsWith("/tep/", StringComparison.Ordinal) == true);
        (await officer.AskAsync(HttpMethod.Get, file)).Status.ShouldBe(HttpStatusCode.OK);
        using var elsewhere = await host.VisitAsync("hr.phuong");
        (await elsewhere.AskAsync(HttpMethod.Get, file)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
    }

    // The smallest picture there is: one transparent point.
    private static byte[] Picture => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private Guid UnitOf(string code)
    {
        using var scope = host.Services.CreateScope();
        var tree = scope.ServiceProvider.GetRequiredService<CongVu.Organisation.Contracts.UnitDirectory>().TreeAsync(new CongVu.Platform.Time.AsOf(new DateOnly(2026, 11, 1)), default).AsTask().GetAwaiter().GetResult();
        return tree.All.Single(u => u.Code == code).Id;
    }
}
