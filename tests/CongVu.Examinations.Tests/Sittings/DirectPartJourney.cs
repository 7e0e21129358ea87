using System.Net;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Security;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>A leadership competition: the project and its defence are marked face to face, blind; the head decides where examiners differ too much; places are for the vacancies.</summary>
[Trait("Category", "Slow")]
public sealed class DirectPartJourney(ExamHost host)
{
    [Fact]
    public async Task Examiners_mark_alone_and_the_chair_settles_what_differs()
    {
        var (secretary, _, _) = await host.StaffAsync("Thư ký");
        var (chair, _, chairName) = await host.StaffAsync("Chủ tịch", Roles.Signer);
        var (first, _, firstName) = await host.StaffAsync("Chấm một", Roles.LegalOfficer);
        var (second, _, secondName) = await host.StaffAsync("Chấm hai", Roles.LegalOfficer);
        var (stranger, _, _) = await host.StaffAsync("Người ngoài");
        await secretary.OpenAsync("/thi/ky-thi/moi");
        await secretary.PressAsync("Lập kỳ thi", ("Name", "Thi tuyển Phó Giám đốc " + Guid.NewGuid()), ("Kind", "leadership"), ("HeldOn", "30/11/2026"));
        var exam = secretary.At;
        foreach (var (role, name) in new[] { ("Chair", chairName), ("Marker", firstName), ("Marker", secondName) }) await secretary.PressAsync("Cử vào hội đồng", ("UserName", name), ("Role", role));
        await secretary.OpenAsync(exam + "/thi-sinh");
        for (var i = 1; i <= 3; i++) await secretary.PressAsync("Thêm thí sinh", ("Form.FullName", $"Ứng viên {i}"), ("Form.Birth", "5/9/1985"), ("Form.PersonalId", $"00108500000{i}"), ("Form.Position", "Phó Giám đốc Sở"));
        await secretary.PressAsync("Chốt danh sách và đánh số báo danh");
        await secretary.OpenAsync(exam);
        await secretary.PressAsync("Ghi chỉ tiêu", ("Wanted", "một"));
        secretary.Text.ShouldContain("Chỉ tiêu của “Phó Giám đốc Sở” là “một”, phải là số.");
        secretary.Page.QuerySelector("[name=Wanted]")!.GetAttribute("value").ShouldBe("một");
        await secretary.PressAsync("Ghi chỉ tiêu", ("Wanted", "1"));
        secretary.Text.ShouldContain("Đã ghi chỉ tiêu.");
        await secretary.PressAsync("Lập phần thi", ("PartName", "Đề án"), ("Weight", "60"), ("Examiners", "1"));
        secretary.Text.ShouldContain("Mỗi thí sinh do ít nhất 2 người chấm");
        await secretary.PressAsync("Lập phần thi", ("PartName", "Đề án"), ("Weight", "60"), ("Examiners", "2"));
        var project = secretary.At;
        await secretary.OpenAsync(exam);
        await secretary.PressAsync("Lập phần thi", ("PartName", "Bảo vệ đề án"), ("Weight", "50"), ("Examiners", "2"));
        secretary.Text.ShouldContain("phần này nhiều nhất 40%");
        await secretary.PressAsync("Lập phần thi", ("PartName", "Bảo vệ đề án"), ("Weight", "40"), ("Examiners", "2"));
        var defence = secretary.At;
        await stranger.OpenAsync(project);
        stranger.Status.ShouldBe(HttpStatusCode.Forbidden);

        await MarkAsync(first, project, "80", "85,5", "60");
        await second.OpenAsync(project);
        second.Text.ShouldNotContain("85,5");
        await MarkAsync(second, project, "84", "70", "62");
        await second.OpenAsync(project);
        second.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Ghi điểm", StringComparison.Ordinal));
        await chair.OpenAsync(project);
        Row(chair, "001").ShouldContain("80 · 84 82 Trung bình cộng của 2 người chấm");
        Row(chair, "002").ShouldContain("Lệch 15,5 điểm, chờ Chủ tịch quyết định");
        await chair.PressAsync("Quyết định điểm 002", ("Points", "78"), ("Reason", "Hội ý với hai người chấm"));
        Row(chair, "002").ShouldContain("78 Chủ tịch hội đồng quyết định: Hội ý với hai người chấm");
        foreach (var marker in new[] { first, second }) await MarkAsync(marker, defence, "70", "76");
        await secretary.OpenAsync(defence);
        await secretary.PressAsync("Ghi vắng 003", ("Reason", "Không đến bảo vệ"));
        Row(secretary, "003").ShouldContain("Vắng mặt: Không đến bảo vệ");

        await chair.OpenAsync(exam + "/ket-qua");
        // 0.6 · 82 + 0.4 · 70 = 77.2 and 0.6 · 78 + 0.4 · 76 = 77.2: equal, one place.
        Row(chair, "001").ShouldContain("77,2");
        Row(chair, "002").ShouldContain("bằng nhau ở chỉ tiêu cuối, người đứng đầu quyết định");
        Row(chair, "003").ShouldContain("Không đạt Bảo vệ đề án");
        await chair.PressAsync("Xếp 002 trước", ("reason", "Kinh nghiệm quản lý"));
        Row(chair, "002").ShouldContain("Trúng tuyển");
        Row(chair, "001").ShouldContain("ngoài chỉ tiêu");
        await chair.PressAsync("Công bố kết quả");
        chair.Text.ShouldContain("Đã công bố kết quả.");
        await first.OpenAsync(defence);
        first.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Ghi điểm", StringComparison.Ordinal));
    }

    // The list offers only those who still wait for this examiner, in the order of numbers.
    private static async Task MarkAsync(Staff marker, string part, params string[] points)
    {
        await marker.OpenAsync(part);
        var waiting = marker.Page.QuerySelectorAll("select[name=CandidateId] option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0).ToList();
        for (var i = 0; i < points.Length; i++)
        {
            await marker.PressAsync("Ghi điểm", ("CandidateId", waiting[i]), ("Points", points[i]));
            marker.Text.ShouldContain("Đã ghi điểm.");
        }
    }

    private static string Row(Staff staff, string number) =>
        string.Join(' ', string.Join(' ', staff.Page.QuerySelectorAll("tr").First(r => r.QuerySelector("th[scope=row], td")?.TextContent.Trim() == number).QuerySelectorAll("th, td").Select(c => c.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
