using System.Globalization;
using System.Net;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using CongVu.Examinations.Tests.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CongVu.Examinations.Tests.Competitions.CompetitionOffice;

namespace CongVu.Examinations.Tests.Competitions;

/// <summary>A competition with a written part: papers on computer under codes, two markers, and its weight beside the defence.</summary>
[Trait("Category", "Slow")]
public sealed class WrittenPartJourney(ExamHost host)
{
    private const string Post = "Phó Chánh Văn phòng Sở";

    [Fact]
    public async Task The_written_part_is_marked_by_two_under_codes_and_has_what_the_defence_leaves_of_the_ranking()
    {
        var today = TimeProvider.System.Today();
        var subject = "Zw " + Guid.NewGuid().ToString("n")[..8];
        await host.BankAsync(subject, 0, essays: 3);
        var (secretary, _, _) = await host.StaffAsync("Thư ký");
        var (chair, _, chairName) = await host.StaffAsync("Chủ tịch", Roles.Signer);
        var (member, _, memberName) = await host.StaffAsync("Ủy viên", Roles.LegalOfficer);
        List<(Staff Staff, Guid Id, string UserName)> markers = [];
        for (var m = 1; m <= 5; m++) markers.Add(await host.StaffAsync($"Chấm {m}", Roles.LegalOfficer));
        await secretary.OpenAsync($"/thi/ma-tran/sua?mon={Uri.EscapeDataString(subject)}");
        await secretary.PressAsync("Lưu ma trận đề", ("Name", "Đề viết"), ("Topic", "Tự luận"), ("Level", "4"), ("Count", "1"), ("Points", "100"));
        var blueprint = secretary.At.Split('?')[0].Split('/')[^1];
        await chair.OpenAsync(secretary.At);
        await chair.PressAsync("Duyệt ma trận đề");

        await secretary.OpenAsync("/thi/ky-thi/moi");
        await secretary.PressAsync("Lập kỳ thi", ("Name", "Thi tuyển " + Guid.NewGuid()), ("Kind", "leadership"), ("HeldOn", Day(today.AddDays(20))));
        var exam = secretary.At;
        var id = Guid.Parse(exam.Split('/')[^1]);
        foreach (var (role, name) in new[] { ("Chair", chairName), ("Member", memberName) }.Concat(markers.Select(m => ("Marker", m.UserName)))) await secretary.PressAsync("Cử vào hội đồng", ("UserName", name), ("Role", role));
        await secretary.OpenAsync(exam + "/thi-tuyen");
        await secretary.PressAsync("Ghi quy chế", ("Regulation", "Quy chế 15/QC-UBND"), ("Posts", Post + "; 1"), ("RegisterUntil", Day(today.AddDays(1))), ("SchemeDay", Day(today.AddDays(2))), ("SchemeTime", "17:00"), ("Pass", "55"), ("Discard", "None"));
        string[] names = ["Phạm Thị Dung", "Vũ Văn Em", "Bùi Thị Giang", "Đặng Văn Hải"];
        var officials = await host.OfficialsAsync(names);
        foreach (var official in officials)
        {
            await official.OpenAsync("/thi-tuyen/" + id);
            await official.PressAsync("Đăng ký dự thi", ("Post", Post));
            await official.UploadAsync("Nộp đề án", "SchemeFile", "de-an.docx", Docx("Đề án"));
            official.Text.ShouldContain("Đã nộp đề án.");
        }
        await host.DeadlinesPassAsync(id, today);
        await secretary.OpenAsync(exam + "/thi-sinh");
        await secretary.PressAsync("Chốt danh sách và đánh số báo danh");
        var numbers = await host.NumbersAsync(id);
        await secretary.OpenAsync(exam);
        await secretary.PressAsync("Lập phần thi", ("PartName", "Bảo vệ đề án"), ("Weight", "60"), ("Examiners", "5"));
        var defence = secretary.At;

        // The last of them does not come to write.
        var sitting = await SitAsync(secretary, chair, member, exam, blueprint, numbers[names[3]].Number);
        var writings = ExaminationLinks.Marking(sitting);
        await secretary.OpenAsync(writings);
        await secretary.PressAsync("Chấm trên máy");
        secretary.Text.ShouldContain("Chờ chấm lần thứ nhất");
        var essays = await EssaysAsync(sitting);
        essays.Count.ShouldBe(3);
        // 70 and 74 are near enough for their mean.
        var given = new Dictionary<string, int[]> { [names[0]] = [80, 80], [names[1]] = [70, 74], [names[2]] = [54, 54] };
        for (var m = 0; m < 2; m++)
        {
            var marker = markers[m].Staff;
            await marker.OpenAsync(writings);
            foreach (var name in names) marker.Text.ShouldNotContain(name);
            foreach (var (name, points) in given)
            {
                await marker.OpenAsync($"/thi/tu-luan/{essays[name]}");
                marker.Text.ShouldNotContain(name);
                marker.Text.ShouldNotContain(numbers[name].Number + ",");
                marker.Text.ShouldNotContain("Lần 1");
                await marker.PressAsync("Ghi điểm", ("Points", points[m].ToString(CultureInfo.InvariantCulture)));
                await marker.OpenAsync($"/thi/tu-luan/{essays[name]}");
                marker.Status.ShouldBe(HttpStatusCode.Forbidden);
            }
        }
        await markers[2].Staff.OpenAsync($"/thi/tu-luan/{essays[names[0]]}");
        markers[2].Staff.Status.ShouldBe(HttpStatusCode.Forbidden, "two were enough");

        // Two papers fell short of the regulation's 55 or were never written; all may still be heard.
        var heard = new Dictionary<string, int> { [names[0]] = 70, [names[1]] = 78, [names[2]] = 95 };
        foreach (var marker in markers)
            foreach (var (name, points) in heard)
            {
                await marker.Staff.OpenAsync(defence);
                await marker.Staff.PressAsync("Ghi điểm", ("CandidateId", numbers[name].Id.ToString()), ("Points", points.ToString(CultureInfo.InvariantCulture)));
                marker.Staff.Text.ShouldContain("Đã ghi điểm.");
            }
        await chair.OpenAsync(exam + "/ket-qua");
        await chair.PressAsync("Công bố kết quả");
        chair.Text.ShouldContain("Công bố điểm Bài viết trước");
        await chair.OpenAsync(writings);
        await chair.PressAsync("Công bố điểm bài thi");
        await chair.OpenAsync(exam + "/ket-qua");
        await chair.PressAsync("Công bố kết quả");
        // Who did not come to write is out of it; nobody waits for a defence that will not be.
        chair.Text.ShouldContain("Đã công bố kết quả.");

        // 0.4 · 80 + 0.6 · 70 = 74; 0.4 · 72 + 0.6 · 78 = 75.6: the defence turns the order round.
        Row(chair, names[1]).ShouldSatisfyAllConditions(r => r.ShouldContain("75,6"), r => r.ShouldContain("Trúng tuyển"), r => r.ShouldContain("40% Bài viết 72 + 60% Bảo vệ đề án 78"));
        Row(chair, names[0]).ShouldSatisfyAllConditions(r => r.ShouldContain("74"), r => r.ShouldContain("xếp thứ 2, vị trí có 1 chỉ tiêu: ngoài chỉ tiêu"));
        Row(chair, names[2]).ShouldContain("Không đạt Bài viết");
        Row(chair, names[3]).ShouldContain("Vắng mặt ở Bài viết");
        await officials[1].OpenAsync("/thi-tuyen/" + id);
        officials[1].Text.ShouldContain("Bài viết (40%)72 điểm; đạt");
        officials[1].Text.ShouldContain("75,6 điểm");
        officials[1].Text.ShouldContain("40% Bài viết 72 + 60% Bảo vệ đề án 78");
        officials[1].Text.ShouldNotContain(names[0]);
        await officials[3].OpenAsync("/thi-tuyen/" + id);
        officials[3].Text.ShouldContain("Bài viết (40%)vắng");
    }

    private async Task<Guid> SitAsync(Staff secretary, Staff chair, Staff member, string exam, string blueprint, string absent)
    {
        await secretary.OpenAsync(exam);
        await secretary.PressAsync("Lập ca thi", ("SittingName", "Bài viết"), ("BlueprintId", blueprint), ("Day", "30/11/2026"), ("Time", "7:30"), ("Minutes", "180"));
        var sitting = Guid.Parse(secretary.At.Split('?')[0].Split('/')[^1]);
        await secretary.PressAsync("Thêm phòng", ("Name", "Phòng 1"), ("Seats", "20"));
        await secretary.PressAsync("Xếp chỗ ngẫu nhiên");
        await secretary.PressAsync("Niêm phong đề", ("PublicRule", "năm chữ số cuối giải đặc biệt ngày 30/11/2026"));
        foreach (var one in new[] { chair, member })
        {
            await one.OpenAsync(ExaminationLinks.Sitting(sitting));
            await one.PressAsync("Xác nhận mở đề", ("PublicValue", "12345"));
        }
        member.Text.ShouldContain("Đề đã mở.");
        var at = int.Parse(absent, CultureInfo.InvariantCulture) - 1;
        await host.RunAsync(sitting, place => place == at ? null : 0, "Tôi sẽ cải cách");
        return sitting;
    }

    private async Task<Dictionary<string, Guid>> EssaysAsync(Guid sitting)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        return await (from e in db.Set<Essay>() join s in db.Set<Seat>() on e.SeatId equals s.Id join c in db.Set<Candidate>() on s.CandidateId equals c.Id where e.SittingId == sitting select new { c.FullName, e.Id }).ToDictionaryAsync(x => x.FullName, x => x.Id);
    }

    private static string Row(Staff staff, string name) =>
        string.Join(' ', staff.Page.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains(name, StringComparison.Ordinal)).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
