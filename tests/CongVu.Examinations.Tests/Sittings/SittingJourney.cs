using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Examinations.Tests.Room;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>A council from the blueprint to the package that outsiders verify, through the pages.</summary>
[Trait("Category", "Slow")]
public sealed class SittingJourney(ExamHost host)
{
    private static string Guids(string url) => url.Split('?')[0].Split('/')[^1];

    [Fact]
    public async Task From_a_blueprint_to_a_package_that_anyone_can_verify()
    {
        var subject = "Zs " + Guid.NewGuid().ToString("n")[..8];
        await host.BankAsync(subject, 29);
        var (secretary, _, _) = await host.StaffAsync("Thư ký");
        var (chair, _, chairName) = await host.StaffAsync("Chủ tịch", Roles.Signer);
        var (member, _, memberName) = await host.StaffAsync("Ủy viên", Roles.LegalOfficer);
        var (stranger, _, _) = await host.StaffAsync("Người ngoài hội đồng");

        var blueprint = await BlueprintAsync(secretary, chair, subject, ("Chung", "1", "10", "10"));
        await secretary.OpenAsync("/thi/ma-tran/" + blueprint);
        secretary.Text.ShouldContain("Thiếu 1 câu");

        var exam = await ExamAsync(secretary, ("Chair", chairName), ("Member", memberName));
        await secretary.OpenAsync($"/thi/ky-thi/{exam}/thi-sinh");
        await secretary.UploadAsync("Đọc danh sách", "ListFile", "ds.csv", Encoding.UTF8.GetBytes("""
            Họ và tên;Ngày sinh;Số định danh;Vị trí dự thi;Điểm ưu tiên;Lý do ưu tiên;Thêm giờ (%)
            Trần Thị Ánh;05/09/1995;001095000001;Văn thư;;;
            Lê Văn Bình;31/02/1996;001095000002;Văn thư;;;
            Đỗ Văn Cường;01/01/1990;001095000003;Văn thư;2,5;Hoàn thành nghĩa vụ quân sự;
            Bùi Thị Dung;01/02/1991;001095000004;Văn thư;;;50
            Phạm Văn Em;01/02/1992;001095000005;Văn thư;;;
            Võ Thị Giang;01/02/1993;001095000006;Văn thư;;;
            """));
        secretary.Text.ShouldContain("Hàng 3: Lê Văn Bình: ngày sinh “31/02/1996” không đọc được");
        await secretary.PressAsync("Nhập 5 thí sinh");
        secretary.Text.ShouldContain("Đã thêm 5 thí sinh.");
        await stranger.OpenAsync($"/thi/ky-thi/{exam}/thi-sinh");
        stranger.Status.ShouldBe(HttpStatusCode.Forbidden);
        await secretary.PressAsync("Chốt danh sách và đánh số báo danh");
        secretary.Text.ShouldContain("số gieo");

        var sitting = await SittingAsync(secretary, exam, blueprint, "Phòng 1", "Phòng 2");
        await secretary.PressAsync("Niêm phong đề", ("PublicRule", "năm chữ số cuối giải đặc biệt ngày 30/11/2026"));
        secretary.Text.ShouldContain("ô “Chung”, nhận biết cần 30 câu, có 29");
        await AddOneAsync(subject);
        await secretary.PressAsync("Niêm phong đề", ("PublicRule", "năm chữ số cuối giải đặc biệt ngày 30/11/2026"));
        secretary.Text.ShouldContain("Mã cam kết");

        await secretary.PressAsync("In thẻ dự thi");
        secretary.File.Length.ShouldBeGreaterThan(1000);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var seats = await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<Seat>().Where(s => s.SittingId == sitting).ToListAsync();
            seats.Count.ShouldBe(5);
            seats.Count(s => s.CodeHash is { Length: 64 }).ShouldBeInRange(2, 3);
            seats.Count(s => s.AddedSeconds == 1800).ShouldBe(1);
            await Should.ThrowAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<SittingPapers>().ForSeatAsync(sitting, "NV001", default));
        }

        await ReleaseAsync(sitting, "12345", secretary, chair, member);
        await host.RunAsync(sitting, at => at == 4 ? null : 9 - at, also: (at, seat) => seat.Penalty = at == 1 ? SeatPenalty.Reprimand : at == 2 ? SeatPenalty.Cancelled : SeatPenalty.None);

        await secretary.OpenAsync($"/thi/ca-thi/{sitting}/cham");
        await secretary.PressAsync("Chấm trên máy");
        // 8 of 10 right and a reprimand: 80 less a quarter.
        Row(secretary, "002").ShouldContain("60");
        Row(secretary, "001").ShouldContain("90");
        Row(secretary, "003").ShouldContain("Hủy kết quả thi");
        Row(secretary, "005").ShouldContain("Vắng");

        var code = await WrongForAsync(sitting, "004");
        await secretary.PressAsync("Đề nghị xử lý", ("Code", code), ("Reason", "Hai phương án cùng đúng"));
        await secretary.OpenAsync(secretary.Link("xem ảnh hưởng"));
        secretary.Text.ShouldContain("cần một thành viên khác");
        await chair.OpenAsync(secretary.At);
        Row(chair, "004").ShouldStartWith("004 60 70");
        await chair.PressAsync("Duyệt và chấm lại");
        Row(chair, "004").ShouldContain("70");

        await chair.OpenAsync($"/thi/ky-thi/{exam}/ket-qua");
        await stranger.OpenAsync($"/thi/ky-thi/{exam}/ket-qua");
        stranger.Text.ShouldContain("Kết quả chưa công bố");
        await chair.PressAsync("Công bố kết quả");
        chair.Text.ShouldContain("Đã công bố kết quả.");
        await stranger.OpenAsync($"/thi/ky-thi/{exam}/ket-qua");
        stranger.Text.ShouldContain("Vắng mặt ở Ca 1");

        await secretary.OpenAsync($"/thi/ca-thi/{sitting}/cham");
        await secretary.PressAsync("Giải mật và xuất gói", ("Reason", "Quyết định 5/QĐ-HĐT"));
        var package = Encoding.UTF8.GetString(secretary.File);
        ExamRecords.Verify(package, false).ShouldSatisfyAllConditions(v => v.Holds.ShouldBeTrue(v.Text), v => v.Text.ShouldContain("4 bài chấm lại"));
        package.ShouldNotContain("Trần Thị Ánh");
        Altered(package, c => c["log"]![0]!["clockMs"] = 77).ShouldContain("SAI   receipts");
        Altered(package, c => c["score"] = 1).ShouldContain("SAI   scores");
    }

    [Fact]
    public async Task Essays_are_marked_by_two_who_do_not_see_each_other_and_a_third_when_they_differ_much()
    {
        var subject = "Zu " + Guid.NewGuid().ToString("n")[..8];
        await host.BankAsync(subject, 3, essays: 3);
        var (secretary, _, _) = await host.StaffAsync("Thư ký");
        var (chair, _, chairName) = await host.StaffAsync("Chủ tịch", Roles.Signer);
        var (member, _, memberName) = await host.StaffAsync("Ủy viên", Roles.LegalOfficer);
        List<(Staff Staff, Guid Id, string UserName)> markers = [await host.StaffAsync("Chấm một"), await host.StaffAsync("Chấm hai"), await host.StaffAsync("Chấm ba")];
        var blueprint = await BlueprintAsync(secretary, chair, subject, ("Chung", "0", "1", "50"), ("Tự luận", "0", "1", "50"));
        var exam = await ExamAsync(secretary, [("Chair", chairName), ("Member", memberName), .. markers.Select(m => ("Marker", m.UserName))]);
        await secretary.PressAsync("Cử vào hội đồng", ("UserName", markers[0].UserName), ("Role", "Secretary"));
        secretary.Text.ShouldContain("không vừa chấm thi vừa làm");
        await secretary.OpenAsync($"/thi/ky-thi/{exam}/thi-sinh");
        await secretary.PressAsync("Thêm thí sinh", ("Form.FullName", "Trần Thị Phách"), ("Form.Birth", "5/9/1995"), ("Form.PersonalId", "001095000009"));
        await secretary.PressAsync("Chốt danh sách và đánh số báo danh");
        var sitting = await SittingAsync(secretary, exam, blueprint, "Phòng 1");
        await secretary.PressAsync("Niêm phong đề", ("PublicRule", "năm chữ số cuối giải đặc biệt ngày 30/11/2026"));
        await ReleaseAsync(sitting, "999", secretary, chair, member);
        await host.RunAsync(sitting, _ => 1, "Cải cách hành chính <script>alert(1)</script>");
        await secretary.OpenAsync($"/thi/ca-thi/{sitting}/cham");
        await secretary.PressAsync("Chấm trên máy");
        secretary.Text.ShouldContain("Chờ chấm lần thứ nhất");

        var points = new[] { "30", "40", "40" };
        var address = "";
        for (var m = 0; m < 3; m++)
        {
            var marker = markers[m].Staff;
            await marker.OpenAsync($"/thi/ca-thi/{sitting}/cham");
            marker.Text.ShouldNotContain("Trần Thị Phách");
            address = marker.Page.QuerySelectorAll("a").First(a => a.TextContent.StartsWith("Chấm bài", StringComparison.Ordinal)).GetAttribute("href")!;
            await marker.OpenAsync(address);
            marker.Text.ShouldContain("Cải cách hành chính <script>");
            marker.Text.ShouldNotContain("Lần 1");
            if (m == 0)
            {
                await marker.PressAsync("Ghi điểm", ("Points", "50,5"), ("Note", "giữ lời này"));
                marker.Text.ShouldContain("Ghi điểm từ 0 đến 50");
                marker.Page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("giữ lời này");
            }
            await marker.PressAsync("Ghi điểm", ("Points", points[m]));
            await marker.OpenAsync(address);
            marker.Status.ShouldBe(HttpStatusCode.Forbidden);
        }
        await secretary.OpenAsync($"/thi/ca-thi/{sitting}/cham");
        secretary.Text.ShouldContain("Hai trong ba lần chấm bằng nhau");
        Row(secretary, "001").ShouldContain("90/100");

        secretary.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Nhận đơn phúc khảo", StringComparison.Ordinal));
        await chair.OpenAsync($"/thi/ky-thi/{exam}/ket-qua");
        await chair.PressAsync("Công bố kết quả");
        chair.Text.ShouldContain("Công bố điểm Ca 1 trước, để thí sinh còn phúc khảo.");
        await chair.OpenAsync($"/thi/ca-thi/{sitting}/cham");
        await chair.PressAsync("Công bố điểm bài thi");
        await secretary.OpenAsync($"/thi/ca-thi/{sitting}/cham");
        await secretary.PressAsync("Nhận đơn phúc khảo", ("Number", "001"), ("Reason", "Đề nghị chấm lại ý 2"));
        secretary.Text.ShouldContain("Phúc khảo, chờ chấm lần thứ nhất");
        // Whoever has marked it may not mark it again.
        await markers[2].Staff.OpenAsync(address);
        markers[2].Staff.Status.ShouldBe(HttpStatusCode.Forbidden);
        for (var m = 0; m < 2; m++)
        {
            var (fresh, _, userName) = await host.StaffAsync($"Phúc khảo {m}");
            await secretary.OpenAsync($"/thi/ky-thi/{exam}");
            await secretary.PressAsync("Cử vào hội đồng", ("UserName", userName), ("Role", "Marker"));
            await fresh.OpenAsync(address);
            await fresh.PressAsync("Ghi điểm", ("Points", "42"));
        }
        await secretary.OpenAsync($"/thi/ca-thi/{sitting}/cham");
        secretary.Text.ShouldContain("Phúc khảo: hai lần chấm bằng nhau");
        Row(secretary, "001").ShouldContain("92/100");
    }

    private static async Task<Guid> BlueprintAsync(Staff author, Staff approver, string subject, params (string Topic, string Level, string Count, string Points)[] lines)
    {
        await author.OpenAsync($"/thi/ma-tran/sua?mon={Uri.EscapeDataString(subject)}");
        await author.PressAsync("Lưu ma trận đề", [("Name", "Đề thử"), .. lines.SelectMany(l => new[] { ("Topic", l.Topic), ("Level", l.Level), ("Count", l.Count), ("Points", l.Points) })]);
        var id = Guids(author.At);
        author.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Duyệt", StringComparison.Ordinal));
        await approver.OpenAsync(author.At);
        await approver.PressAsync("Duyệt ma trận đề");
        return Guid.Parse(id);
    }

    private static async Task<Guid> ExamAsync(Staff secretary, params (string Role, string UserName)[] members)
    {
        await secretary.OpenAsync("/thi/ky-thi/moi");
        await secretary.PressAsync("Lập kỳ thi", ("Name", "Sát hạch thử " + Guid.NewGuid()), ("Kind", "testing"), ("HeldOn", "30/11/2026"));
        foreach (var (role, userName) in members)
        {
            await secretary.PressAsync("Cử vào hội đồng", ("UserName", userName), ("Role", role));
            secretary.Text.ShouldContain("Đã cử thành viên hội đồng.");
        }
        return Guid.Parse(Guids(secretary.At));
    }

    private static async Task<Guid> SittingAsync(Staff secretary, Guid exam, Guid blueprint, params string[] rooms)
    {
        await secretary.OpenAsync($"/thi/ky-thi/{exam}");
        await secretary.PressAsync("Lập ca thi", ("SittingName", "Ca 1"), ("BlueprintId", blueprint.ToString()), ("Day", "30/11/2026"), ("Time", "7:30"), ("Minutes", "60"));
        var id = Guid.Parse(Guids(secretary.At));
        foreach (var room in rooms) await secretary.PressAsync("Thêm phòng", ("Name", room), ("Seats", "20"));
        await secretary.PressAsync("Xếp chỗ ngẫu nhiên");
        return id;
    }

    private static async Task ReleaseAsync(Guid sitting, string value, Staff secretary, Staff chair, Staff member)
    {
        await secretary.OpenAsync($"/thi/ca-thi/{sitting}");
        await secretary.PressAsync("Xác nhận mở đề", ("PublicValue", value));
        secretary.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Xác nhận mở đề", StringComparison.Ordinal));
        await chair.OpenAsync($"/thi/ca-thi/{sitting}");
        chair.Text.ShouldContain("Thư ký đã xác nhận");
        chair.Text.ShouldNotContain($" {value} ");
        await chair.PressAsync("Xác nhận mở đề", ("PublicValue", "0" + value));
        chair.Text.ShouldContain("Cả hai xác nhận đã bị bỏ");
        await member.OpenAsync($"/thi/ca-thi/{sitting}");
        await member.PressAsync("Xác nhận mở đề", ("PublicValue", value));
        await chair.OpenAsync($"/thi/ca-thi/{sitting}");
        await chair.PressAsync("Xác nhận mở đề", ("PublicValue", value));
        chair.Text.ShouldContain("Đề đã mở.");
    }

    // One more question of the cell, so that the bank is large enough.
    private async Task AddOneAsync(string subject)
    {
        var other = "Zv " + Guid.NewGuid().ToString("n")[..8];
        await host.BankAsync(other, 1);
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CongVuDb>().Set<BankItem>().Where(i => i.Subject == other).ExecuteUpdateAsync(u => u.SetProperty(i => i.Subject, subject));
    }

    private async Task<string> WrongForAsync(Guid sitting, string number)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (db, papers) = (scope.ServiceProvider.GetRequiredService<CongVuDb>(), scope.ServiceProvider.GetRequiredService<SittingPapers>());
        var seat = await (from s in db.Set<Seat>() join c in db.Set<Candidate>() on s.CandidateId equals c.Id where s.SittingId == sitting && c.Number == number select s).SingleAsync();
        return (await papers.KeysForAsync(seat, default))[^1].Question.Entry.Id;
    }

    private static string Row(Staff staff, string number) =>
        string.Join(' ', staff.Page.QuerySelectorAll("tr").First(r => r.QuerySelector("td")?.TextContent.Trim() == number).QuerySelectorAll("td").Select(c => c.TextContent.Trim()));

    private static string Altered(string package, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(package)!;
        change(json["candidates"]![0]!);
        var (text, holds) = ExamRecords.Verify(json.ToJsonString(), false);
        holds.ShouldBeFalse();
        return text;
    }
}
