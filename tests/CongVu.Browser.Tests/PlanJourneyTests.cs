using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CongVu.Browser.Tests;

/// <summary>A plan from its file to a task that is done.</summary>
public sealed class PlanJourneyTests(RunningProvince province)
{
    [Fact]
    public async Task A_plan_is_read_mended_tracked_reported_on_and_accepted()
    {
        await using var homeAffairs = await province.OpenAsync("snv");
        await homeAffairs.GoAsync("/ke-hoach/tai-len");
        await homeAffairs.Main.GetByLabel("Tệp kế hoạch").SetInputFilesAsync(new FilePayload { Name = "ke-hoach.md", MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes(SamplePlan.Text) });
        await homeAffairs.PressAsync("Đọc kế hoạch");
        await Assertions.Expect(homeAffairs.Heading).ToContainTextAsync("Xem lại kế hoạch đọc được");
        await homeAffairs.SeesAsync(SamplePlan.Task);

        // One thing is put right before the plan counts.
        await homeAffairs.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = SamplePlan.Task }).GetByRole(AriaRole.Link).First.ClickAsync();
        await homeAffairs.TypeAsync("Nhiệm vụ", SamplePlan.TaskMended);
        await homeAffairs.PressAsync("Lưu nhiệm vụ");
        await homeAffairs.SeesAsync(SamplePlan.TaskMended);
        await homeAffairs.PressAsync("Đưa kế hoạch vào hệ thống");
        await Assertions.Expect(homeAffairs.Heading).ToContainTextAsync(SamplePlan.Title);
        await homeAffairs.FollowAsync(SamplePlan.TaskMended);
        await Assertions.Expect(homeAffairs.Main.Locator("header")).ToContainTextAsync("Có nguy cơ");
        var task = new Uri(homeAffairs.Page.Url).AbsolutePath;

        await using var unit = await province.OpenAsync("hr.sxd");
        await unit.GoAsync(task);
        await unit.FollowAsync("Báo cáo tiến độ");
        await unit.TypeAsync("Đã hoàn thành", "100");
        await unit.TypeAsync("Kết quả đã làm được", "Đã trình và được phê duyệt");
        await unit.Main.GetByLabel("Tệp minh chứng").SetInputFilesAsync(new FilePayload { Name = "minh-chung.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray() });
        await unit.PressAsync("Gửi báo cáo");
        await unit.SeesAsync("Chờ duyệt");
        await Assertions.Expect(unit.Main.GetByRole(AriaRole.Link, new() { Name = "tệp minh chứng" })).ToBeVisibleAsync();

        await homeAffairs.GoAsync("/ke-hoach/cho-cong-nhan");
        var report = homeAffairs.Main.GetByText("Đã trình và được phê duyệt").Locator("xpath=ancestor::*[.//button][1]");
        await report.GetByRole(AriaRole.Button, new() { Name = "Công nhận", Exact = true }).ClickAsync();
        await homeAffairs.SeesAsync("Đã công nhận kết quả.");
        await homeAffairs.GoAsync(task);
        await Assertions.Expect(homeAffairs.Main.Locator("header")).ToContainTextAsync("Hoàn thành");
        homeAffairs.Problems.Concat(unit.Problems).ShouldBeEmpty();
    }

    /// <summary>Plans as provinces publish them go the same way; where they lie beside the checkout, one is tried.</summary>
    [Fact]
    public async Task A_published_plan_is_read_mended_and_kept()
    {
        if (PublishedPlan() is not { } file) return;
        await using var homeAffairs = await province.OpenAsync("snv2");
        await homeAffairs.GoAsync("/ke-hoach/tai-len");
        await homeAffairs.Main.GetByLabel("Tệp kế hoạch").SetInputFilesAsync(file);
        await homeAffairs.PressAsync("Đọc kế hoạch");
        await Assertions.Expect(homeAffairs.Heading).ToContainTextAsync("Xem lại kế hoạch đọc được", new() { Timeout = 60_000 });
        var tasks = await homeAffairs.Main.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex(@"^Nhiệm vụ \(\d+\)$") }).InnerTextAsync();
        int.Parse(Regex.Match(tasks, @"\d+").Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(20);

        await homeAffairs.Main.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Sửa nhiệm vụ") }).Last.ClickAsync();
        await homeAffairs.TypeAsync("Nhiệm vụ", "Xây dựng chương trình bồi dưỡng kỹ năng làm việc trực tuyến");
        await homeAffairs.PressAsync("Lưu nhiệm vụ");
        await homeAffairs.SeesAsync("kỹ năng làm việc trực tuyến");
        await homeAffairs.Main.GetByLabel("Đã kết thúc, lưu để đối chiếu").CheckAsync();
        await homeAffairs.PressAsync("Đưa kế hoạch vào hệ thống");
        await homeAffairs.SeesAsync("kỹ năng làm việc trực tuyến");
        homeAffairs.Problems.ShouldBeEmpty();
    }

    private static string? PublishedPlan()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "plans", "hung-yen-2020-2025.txt") is var path && File.Exists(path)) return path;
        return null;
    }
}
