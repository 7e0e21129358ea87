using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Host.Tests;

/// <summary>Pay in the practice province, through the screens, as the people it concerns.</summary>
public partial class PayJourneyTests(RunningHost host)
{
    [Fact]
    public async Task A_bulk_decision_starts_from_the_due_list_with_the_day_of_each()
    {
        using var officer = await host.VisitAsync("hr.phuong");
        await officer.OpenAsync("/luong/den-han?tu=01/01/2026&den=31/12/2029&xem=lap-duoc");
        var two = officer.Page.QuerySelectorAll("input[name=chon]").OfType<IHtmlInputElement>().Take(2).Select(b => b.Value).ToList();
        two.Count.ShouldBe(2);
        await officer.PostAsync("/luong/lap-quyet-dinh?loai=Regular", [.. two.Select(id => ("chon", id))]);

        officer.At.ShouldStartWith("/quyet-dinh/");
        officer.Heading.ShouldContain("Nâng bậc lương");
        officer.Page.QuerySelectorAll("input").OfType<IHtmlInputElement>().Count(i => Day().IsMatch(i.Value)).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task The_old_address_of_the_due_list_leads_to_the_new_one()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync("/quyet-dinh/den-han-nang-luong?tu=01/01/2026&den=01/01/2030");
        officer.At.ShouldStartWith("/luong/den-han?tu=");
        officer.Heading.ShouldBe("Đến hạn nâng bậc lương");
    }

    [Fact]
    public async Task Every_list_of_pay_opens_with_people_in_it_for_who_prepares_raises()
    {
        using var officer = await host.VisitAsync("snv");
        foreach (var (url, heading) in new[] { ("/luong/den-han?tu=01/01/2025&den=31/12/2027", "Đến hạn nâng bậc lương"), ("/luong/vuot-khung?tu=01/01/2025&den=31/12/2028", "Phụ cấp thâm niên vượt khung") })
        {
            await officer.OpenAsync(url);
            officer.Heading.ShouldBe(heading);
            officer.Page.QuerySelectorAll("input[name=chon]").Length.ShouldBeGreaterThan(0, url);
        }
        await officer.OpenAsync("/luong/du-bao");
        officer.Page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThanOrEqualTo(12);
        await officer.OpenAsync("/luong/luong-co-so?truoc=30/06/2026&sau=01/07/2026");
        officer.Text.ShouldContain("Lương cơ sở 2.530.000");
        await officer.OpenAsync("/luong/truoc-han");
        officer.Page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0, "the practice province has a round to look at");
        await officer.OpenAsync("/luong/truoc-han/chi-tieu");
        officer.Text.ShouldContain("Số dư tổng hợp");
        foreach (var file in new[] { "/luong/den-han/xuat?dang=xlsx", "/luong/vuot-khung/xuat?dang=csv", "/luong/luong-co-so?handler=Export", "/luong/du-bao?handler=Export", "/luong/truoc-han/chi-tieu?handler=Export" })
            (await officer.AskAsync(HttpMethod.Get, file)).Status.ShouldBe(HttpStatusCode.OK, file);
    }

    [Fact]
    public async Task An_official_sees_the_own_pay_explained_and_printed_and_nobody_elses()
    {
        using var official = await host.VisitAsync("canbo");
        await official.OpenAsync("/luong/cua-toi");
        official.Heading.ShouldBe("Lương của tôi");
        official.Page.QuerySelectorAll(".cv-explain li").Length.ShouldBeGreaterThan(3);
        var own = official.At;
        (await official.AskAsync(HttpMethod.Get, own.Split('?')[0] + "?handler=In")).Status.ShouldBe(HttpStatusCode.OK);
        await official.OpenAsync(own.Replace("/ca-nhan/", "/nguoi/", StringComparison.Ordinal));
        official.Status.ShouldBe(HttpStatusCode.OK);

        using var officer = await host.VisitAsync("snv");
        await officer.OpenAsync("/luong/den-han?tu=01/01/2025&den=31/12/2027");
        var other = officer.Page.QuerySelectorAll("input[name=chon]").OfType<IHtmlInputElement>().Select(i => i.Value).First(v => !own.Contains(v, StringComparison.Ordinal));
        foreach (var page in new[] { $"/luong/ca-nhan/{other}", $"/luong/nguoi/{other}" })
        {
            await official.OpenAsync(page);
            official.Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
        await official.OpenAsync("/luong/bang-luong");
        official.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_payroll_of_the_own_agency_adds_up_and_another_agencys_is_refused()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync("/luong/bang-luong");
        officer.Text.ShouldContain("Cộng tháng");
        (await officer.AskAsync(HttpMethod.Get, "/luong/bang-luong/xuat?dang=xlsx")).Status.ShouldBe(HttpStatusCode.OK);

        using var elsewhere = await host.VisitAsync("hr.phuong");
        await elsewhere.OpenAsync($"/luong/bang-luong?don-vi={UnitOf("SXD")}");
        elsewhere.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_discipline_noted_on_the_page_moves_the_day_and_what_is_missing_is_said_at_the_field()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync("/luong/den-han?tu=01/01/2027&den=31/12/2029&xem=lap-duoc");
        var person = officer.Page.QuerySelectorAll("input[name=chon]").OfType<IHtmlInputElement>().Last().Value;
        await officer.OpenAsync($"/luong/nguoi/{person}");
        var year = host.Services.GetRequiredService<TimeProvider>().GetUtcNow().Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var before = Day().Match(officer.Page.QuerySelector(".cv-tile-value")!.TextContent).Value;
        await officer.PressAsync("Ghi nhận", ("FactKind", "NotCompleted"), ("Year", year));
        officer.Text.ShouldContain("Ghi số, ngày của văn bản làm căn cứ.");
        await officer.PressAsync("Ghi nhận", ("FactKind", "NotCompleted"), ("Year", year), ("Document", "Thông báo 12/TB-SXD"));
        officer.Text.ShouldContain($"Không hoàn thành nhiệm vụ năm {year}");
        Day().Match(officer.Page.QuerySelector(".cv-tile-value")!.TextContent).Value.ShouldNotBe(before);
        (await officer.AskAsync(HttpMethod.Get, $"/luong/nguoi/{person}?handler=In")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_officer_prepares_a_candidate_of_the_round_and_prints_its_papers()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync("/luong/truoc-han");
        var round = officer.Page.QuerySelectorAll("tbody th a").OfType<IHtmlAnchorElement>().Select(a => a.GetAttribute("href")!).Single();
        await officer.OpenAsync(round);
        officer.Heading.ShouldContain("Sở Xây dựng");
        var candidate = officer.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Last(h => h.StartsWith(round + "/nguoi/", StringComparison.Ordinal));
        await officer.OpenAsync(candidate);

        await officer.PressAsync("Thêm thành tích", ("Document", "Quyết định 88/QĐ-UBND"));
        officer.Text.ShouldContain("Chọn danh hiệu, hình thức khen thưởng.");
        officer.Page.QuerySelector<IHtmlInputElement>("[name=Document]")!.Value.ShouldBe("Quyết định 88/QĐ-UBND", "nothing typed is lost");
        await officer.PressAsync("Thêm thành tích", ("Document", "Quyết định 88/QĐ-UBND"), ("Level", "province-emulation"), ("RecognisedOn", "20/12/2024"));
        officer.Text.ShouldContain("Chiến sĩ thi đua cấp tỉnh, bộ; Quyết định 88/QĐ-UBND, ngày 20/12/2024");
        await officer.PressAsync("Lưu", ("Months", "6"), ("Standing", "Hoàn thành tốt, không bị kỷ luật"));
        officer.Text.ShouldContain("Ngày hưởng bậc lương trước thời hạn");
        foreach (var paper in new[] { "/danh-sach.docx", "/bao-cao.docx" })
            (await officer.AskAsync(HttpMethod.Get, round + paper)).Status.ShouldBe(HttpStatusCode.OK, paper);

        using var elsewhere = await host.VisitAsync("hr.phuong");
        await elsewhere.OpenAsync(round);
        elsewhere.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_sheet_of_a_person_is_drawn_fast()
    {
        using var officer = await host.VisitAsync("hr.sxd");
        await officer.OpenAsync("/luong/bang-luong");
        var person = officer.Page.QuerySelectorAll("tbody a").OfType<IHtmlAnchorElement>().Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/luong/ca-nhan/", StringComparison.Ordinal));
        for (var i = 0; i < 5; i++) await officer.AskAsync(HttpMethod.Get, person);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 20; i++) (await officer.AskAsync(HttpMethod.Get, person)).Status.ShouldBe(HttpStatusCode.OK);
        // Generous on purpose: the machine of tests is shared; tests/CongVu.Load measures.
        (watch.ElapsedMilliseconds / 20).ShouldBeLessThan(1000);
    }

    private Guid UnitOf(string code)
    {
        using var scope = host.Services.CreateScope();
        var tree = scope.ServiceProvider.GetRequiredService<CongVu.Organisation.Contracts.UnitDirectory>().TreeAsync(new CongVu.Platform.Time.AsOf(new DateOnly(2026, 11, 1)), default).AsTask().GetAwaiter().GetResult();
        return tree.All.Single(u => u.Code == code).Id;
    }

    [GeneratedRegex(@"\d\d/\d\d/\d{4}")]
    private static partial Regex Day();
}
