using System.Net;

namespace CongVu.Host.Tests;

/// <summary>A newcomer finds something on every screen of examinations: a bank, one examination that is over, one that is coming, and papers to practise with.</summary>
public class ExaminationProvinceTests(RunningHost host)
{
    [Fact]
    public async Task The_past_examination_shows_marks_statistics_an_appeal_and_published_results()
    {
        using var secretary = await host.VisitAsync("snv");
        await secretary.OpenAsync("/thi/ky-thi");
        secretary.Text.ShouldContain("Đã công bố kết quả");
        await secretary.OpenAsync(Link(secretary, "Sát hạch nghiệp vụ công vụ"));
        var exam = secretary.At;
        await secretary.OpenAsync(exam + "/ket-qua");
        secretary.Text.ShouldContain("Vắng mặt ở Ca 1");
        secretary.Text.ShouldContain("khiển trách, trừ 25% điểm bài thi", Case.Insensitive);
        secretary.Page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(15);
        await secretary.OpenAsync(exam);
        await secretary.OpenAsync(Link(secretary, "Ca 1") + "/cham");
        secretary.Text.ShouldContain("Phúc khảo: hai lần chấm bằng nhau");
        secretary.Text.ShouldContain("Hai trong ba lần chấm bằng nhau");

        // Its author sees beside a question what the sitting showed of it.
        using var author = await host.VisitAsync("hr.phuong");
        await author.OpenAsync("/thi/cau-hoi");
        await author.OpenAsync(Link(author, "TD-1-01"));
        author.Text.ShouldContain("Số liệu qua các ca thi");
        author.Text.ShouldContain("Nghị định 170/2025/NĐ-CP; đối chiếu lúc");

        using var invigilator = await host.VisitAsync("hr.sxd");
        await invigilator.OpenAsync("/thi/phong");
        await invigilator.OpenAsync(Link(invigilator, "Phòng 1"));
        invigilator.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_coming_examination_has_candidates_with_numbers_and_seats_and_a_bank_large_enough()
    {
        using var secretary = await host.VisitAsync("snv");
        await secretary.OpenAsync("/thi/ky-thi");
        await secretary.OpenAsync(Link(secretary, "Sát hạch tiền lương và chế độ"));
        await secretary.OpenAsync(Link(secretary, "Ca 1"));
        secretary.Text.ShouldContain("Phòng 2");
        secretary.Page.QuerySelectorAll("button").ShouldContain(b => b.TextContent.Contains("Niêm phong đề", StringComparison.Ordinal));
        await secretary.OpenAsync("/thi/ma-tran");
        foreach (var plan in new[] { "Sát hạch tiền lương và chế độ, 15 câu", "Ôn tập kiến thức công vụ" })
        {
            await secretary.OpenAsync("/thi/ma-tran");
            await secretary.OpenAsync(Link(secretary, plan));
            secretary.Text.ShouldNotContain("Thiếu");
        }
    }

    [Fact]
    public async Task An_official_practises()
    {
        using var official = await host.VisitAsync("canbo");
        await official.OpenAsync("/on-tap");
        await official.PressAsync("Rút đề, làm bài Ôn tập kiến thức công vụ");
        official.Page.QuerySelectorAll("fieldset").Length.ShouldBe(14);
        await official.OpenAsync("/thi-tuyen");
        await official.OpenAsync(Link(official, "Thi tuyển chức danh lãnh đạo"));
        official.Page.QuerySelectorAll("button").ShouldContain(b => b.TextContent.Trim() == "Đăng ký dự thi");
        await official.OpenAsync("/thi/ngan-hang");
        official.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Link(Visitor visitor, string words) => visitor.Page.QuerySelectorAll("main a").First(a => a.TextContent.Trim().StartsWith(words, StringComparison.Ordinal)).GetAttribute("href")!;
}
