using System.Text.RegularExpressions;
using CongVu.Legislation.Contracts;
using CongVu.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Host.Tests;

/// <summary>The law followed, compared, changed and its effect seen, through the screens of the people it takes.</summary>
public partial class LegislationJourneyTests(RunningHost host)
{
    [Fact]
    public async Task A_new_base_salary_is_entered_previewed_approved_by_another_and_then_holds()
    {
        using var officer = await host.VisitAsync("phapche");
        await officer.OpenAsync("/phap-luat/cap-nhat/moi");
        await officer.PressAsync("Lập hồ sơ", ("Title", "Mức lương cơ sở 2028"));
        var change = Address().Match(officer.At).Value;
        await officer.OpenAsync(change + "/van-ban");
        await officer.PressAsync("Lưu vào hồ sơ", ("Input.Number", "77/2028/NĐ-CP"), ("Input.Kind", "Decree"), ("Input.Title", "Quy định mức lương cơ sở"), ("Input.Issuer", "Chính phủ"),
            ("Input.Issued", "01/05/2028"), ("Input.InForce", "01/07/2028"), ("Input.Status", "TextRead"), ("Relations[0].Kind", "Replaces"), ("Relations[0].Target", "161/2026/NĐ-CP"));
        officer.At.ShouldBe(change, officer.Text);
        officer.Text.ShouldContain("Chưa khớp với dữ liệu đang có");

        await officer.OpenAsync(change + "/gia-tri?tham-so=pay.base-salary");
        await officer.PressAsync("Lưu vào hồ sơ", ("Input.From", "01/01/2028"), ("Input.Value", "2.783.000"), ("Input.Instrument", "77/2028/NĐ-CP"), ("Input.Article", "Điều 3"), ("Input.Status", "TextRead"));
        officer.Page.QuerySelector("[name='Input.Instrument']")!.Closest(".cv-field")!.TextContent.ShouldContain("chỉ áp dụng sớm nhất từ");
        await officer.PressAsync("Lưu vào hồ sơ", ("Input.From", "01/07/2028"));
        officer.At.ShouldBe(change, officer.Text);
        officer.Text.ShouldNotContain("Chưa khớp với dữ liệu đang có");

        await PreviewAsync(officer, change);
        await officer.OpenAsync(change);
        await officer.PressAsync("Trình duyệt");
        officer.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Trim().StartsWith("Duyệt", StringComparison.Ordinal), "nobody approves what they submitted");

        using var leader = await host.VisitAsync("gd.snv");
        await leader.OpenAsync(change);
        await leader.PressAsync("Duyệt, đưa vào áp dụng");
        leader.Text.ShouldContain("Đã duyệt");

        using var anyone = await host.VisitAsync("canbo");
        await anyone.OpenAsync("/phap-luat/gia-tri/pay.base-salary");
        anyone.Text.ShouldContain("Thay đổi sắp tới, từ 01/07/2028");
        anyone.Text.ShouldContain("2.783.000");
        await anyone.OpenAsync("/phap-luat/van-ban/161/2026/NĐ-CP");
        anyone.Text.ShouldContain("Được thay thế bởi");
        host.Services.GetRequiredService<LawInUse>().Current.Pay.BaseSalary.At(new DateOnly(2028, 7, 1)).Value.ShouldBe(2_783_000);

        await leader.OpenAsync(change);
        await leader.PostAsync(change + "?handler=Withdraw", ("ly-do", "Kiểm thử xong"));
        leader.Text.ShouldContain("Đã rút");
        host.Services.GetRequiredService<LawInUse>().Current.Pay.BaseSalary.At(new DateOnly(2028, 7, 1)).Value.ShouldBe(2_530_000);
    }

    [Fact]
    public async Task A_recorded_comparison_takes_a_recalled_value_off_the_list()
    {
        using var officer = await host.VisitAsync("phapche");
        await officer.OpenAsync("/phap-luat/can-doi-chieu?viec=Recalled");
        var open = officer.Page.QuerySelectorAll("a").First(a => a.GetAttribute("href")?.StartsWith("/phap-luat/doi-chieu", StringComparison.Ordinal) is true).GetAttribute("href")!;
        await officer.OpenAsync(open);
        await officer.PressAsync("Ghi kết quả", ("Input.Source", "Công báo số 12, ngày 20/06/2019"));
        officer.Text.ShouldContain("Chọn kết quả đúng hay sai");
        await officer.PressAsync("Ghi kết quả", ("Input.Outcome", "Right"));
        officer.Text.ShouldContain("Đã ghi kết quả đối chiếu");

        await officer.OpenAsync("/phap-luat/can-doi-chieu?viec=Recalled");
        officer.Page.QuerySelectorAll("a").ShouldNotContain(a => a.GetAttribute("href") == open);
    }

    [Fact]
    public async Task The_day_of_the_header_selects_the_law()
    {
        using var anyone = await host.VisitAsync("canbo");
        await anyone.OpenAsync("/phap-luat/gia-tri/pay.base-salary");
        anyone.Page.QuerySelector("[aria-current=date]")!.TextContent.ShouldContain("2.530.000");
        await anyone.PostAsync("/ngay-xem", ("ngay", "30/06/2026"));

        await anyone.OpenAsync("/phap-luat/gia-tri/pay.base-salary");
        anyone.Page.QuerySelector("[aria-current=date]")!.TextContent.ShouldContain("2.340.000");
        await anyone.OpenAsync("/phap-luat/van-ban/73/2024/NĐ-CP");
        anyone.Text.ShouldContain("Đang có hiệu lực");
    }

    // The job runs on the host's own clock; a thousand people take it a moment.
    private async Task PreviewAsync(Visitor officer, string change)
    {
        await officer.OpenAsync(change);
        await officer.PressAsync("Xem trước tác động");
        await host.Services.GetRequiredService<JobRunner>().DrainAsync(TestContext.Current.CancellationToken);
        await officer.OpenAsync(change);
        await officer.OpenAsync(officer.Page.QuerySelectorAll("a").First(a => a.GetAttribute("href")?.StartsWith("/phap-luat/tac-dong/", StringComparison.Ordinal) is true).GetAttribute("href")!);
        for (var i = 0; i < 60 && officer.Text.Contains("Đang tính", StringComparison.Ordinal); i++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await officer.OpenAsync(officer.At);
        }
        var payroll = officer.Page.QuerySelectorAll("tr").First(r => r.TextContent.Contains("Tiền lương tháng", StringComparison.Ordinal)).QuerySelectorAll("td").Select(c => Digits().Replace(c.TextContent, "")).ToList();
        var (before, after) = (long.Parse(payroll[2], null), long.Parse(payroll[3], null));
        before.ShouldBeGreaterThan(1_000_000_000);
        // Every part of the pay is a multiple of the base salary, so the whole moves by 10% but for rounding to the đồng.
        Math.Abs((after * 100) - (before * 110)).ShouldBeLessThan(before / 1000);
        officer.Page.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href")!.Contains("/xuat", StringComparison.Ordinal));
    }

    [GeneratedRegex("^/phap-luat/cap-nhat/[0-9a-f-]{36}")]
    private static partial Regex Address();

    [GeneratedRegex("[^0-9]")]
    private static partial Regex Digits();
}
