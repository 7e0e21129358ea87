using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using CongVu.Examinations.Tests.Room;
using CongVu.Examinations.Tests.Sittings;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using static CongVu.Examinations.Tests.Competitions.CompetitionOffice;

namespace CongVu.Examinations.Tests.Competitions;

/// <summary>A competition for leading posts from its regulation to what the candidate reads, through the pages.</summary>
[Trait("Category", "Slow")]
public sealed class CompetitionJourney(ExamHost host)
{
    private const string Post = "Phó Giám đốc Sở Xây dựng", Other = "Trưởng phòng Tổ chức";

    [Fact]
    public async Task Officials_register_for_one_post_hand_in_a_project_defend_it_and_read_their_place()
    {
        var (secretary, _, _) = await host.StaffAsync("Thư ký");
        var (chair, _, chairName) = await host.StaffAsync("Chủ tịch", Roles.Signer);
        List<(Staff Staff, Guid Id, string UserName)> markers = [];
        for (var m = 1; m <= 5; m++) markers.Add(await host.StaffAsync($"Chấm {m}", Roles.LegalOfficer));
        var today = TimeProvider.System.Today();
        await secretary.OpenAsync("/thi/ky-thi/moi");
        await secretary.PressAsync("Lập kỳ thi", ("Name", "Thi tuyển lãnh đạo " + Guid.NewGuid()), ("Kind", "leadership"), ("HeldOn", Day(today.AddDays(20))));
        var exam = secretary.At;
        var id = Guid.Parse(exam.Split('/')[^1]);
        foreach (var (role, name) in new[] { ("Chair", chairName) }.Concat(markers.Select(m => ("Marker", m.UserName)))) await secretary.PressAsync("Cử vào hội đồng", ("UserName", name), ("Role", role));

        await secretary.OpenAsync(exam + "/thi-tuyen");
        (string, string)[] rules = [("Regulation", "Quy chế 12/QC-UBND"), ("Posts", $"{Post}; 1\n{Other}; 1"), ("RegisterUntil", Day(today.AddDays(3))), ("SchemeDay", Day(today.AddDays(10))), ("SchemeTime", "17:00"), ("Pass", "60"), ("Discard", "Extremes")];
        await secretary.PressAsync("Ghi quy chế", [.. rules.Select(r => r.Item1 == "SchemeDay" ? (r.Item1, Day(today.AddDays(2))) : r)]);
        secretary.Text.ShouldContain("Hạn nộp đề án phải sau ngày hết hạn đăng ký");
        secretary.Page.QuerySelector("[name=Regulation]")!.GetAttribute("value").ShouldBe("Quy chế 12/QC-UBND", "nothing typed is lost");
        await secretary.PressAsync("Ghi quy chế", rules);
        secretary.Text.ShouldContain("Đã ghi quy chế.");
        // What the law has is told from what the regulation says, with how well it is known.
        secretary.Text.ShouldContain("ít nhất 2/3 số thành viên chấm");
        secretary.Page.QuerySelectorAll(".badge, .cv-badge").ShouldContain(b => b.TextContent.Contains("nhớ", StringComparison.OrdinalIgnoreCase) || b.TextContent.Contains("chưa", StringComparison.OrdinalIgnoreCase));

        var officials = await host.OfficialsAsync("Trần Văn An", "Lê Thị Bình", "Đỗ Văn Cường");
        foreach (var official in officials)
        {
            await official.OpenAsync("/thi-tuyen/" + id);
            official.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Nộp đề án", StringComparison.Ordinal));
            await official.PressAsync("Đăng ký dự thi", ("Post", Post));
            official.Text.ShouldContain($"Bạn đã đăng ký chức danh {Post}");
        }
        // One post each; who changes their mind begins anew.
        await officials[2].PressAsync("Rút đăng ký");
        await officials[2].PressAsync("Đăng ký dự thi", ("Post", "Chức danh lạ"));
        officials[2].Text.ShouldContain("Chọn một chức danh trong danh sách");
        await officials[2].PressAsync("Đăng ký dự thi", ("Post", Post));
        await officials[0].UploadAsync("Nộp đề án", "SchemeFile", "de-an.txt", Encoding.UTF8.GetBytes("x"));
        officials[0].Text.ShouldNotContain("Đã nộp đề án");
        // The field names what it takes, and takes nothing else.
        await officials[0].UploadAsync("Nộp đề án", "SchemeFile", "de-an.png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="));
        officials[0].Text.ShouldContain("không dùng làm đề án được. Các loại được nhận: PDF (.pdf), Word (.docx).");
        await officials[0].UploadAsync("Nộp đề án", "SchemeFile", "de-an.docx", Docx("bản một"));
        officials[0].Text.ShouldContain("Đã nộp đề án.");
        await officials[0].UploadAsync("Nộp đề án", "SchemeFile", "de-an-2.docx", Docx("bản hai"));
        officials[0].Text.ShouldContain("de-an-2.docx");
        var file = officials[0].Page.QuerySelector("a[href^='/tep/']")!.GetAttribute("href")!;
        await officials[1].OpenAsync(file);
        officials[1].Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        await markers[0].Staff.OpenAsync(file);
        markers[0].Staff.Status.ShouldNotBe(HttpStatusCode.OK, "nobody of the council reads a project while others still write theirs");
        await officials[1].OpenAsync("/thi-tuyen/" + id);
        await officials[1].UploadAsync("Nộp đề án", "SchemeFile", "cua-binh.docx", Docx("của Bình"));

        await secretary.OpenAsync(exam + "/thi-sinh");
        await secretary.PressAsync("Chốt danh sách và đánh số báo danh");
        secretary.Text.ShouldContain("Còn nhận đăng ký đến hết ngày");
        await host.DeadlinesPassAsync(id, today);
        await secretary.OpenAsync(exam + "/thi-sinh");
        await secretary.PressAsync("Chốt danh sách và đánh số báo danh");
        await officials[2].OpenAsync("/thi-tuyen/" + id);
        officials[2].Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Nộp đề án", StringComparison.Ordinal) || b.TextContent.Contains("Rút đăng ký", StringComparison.Ordinal));
        await markers[0].Staff.OpenAsync(file);
        markers[0].Staff.Status.ShouldBe(HttpStatusCode.OK);

        await secretary.OpenAsync(exam);
        await secretary.PressAsync("Lập phần thi", ("PartName", "Bảo vệ đề án"), ("Weight", "100"), ("Examiners", "3"));
        secretary.Text.ShouldContain("cần ít nhất 5 người chấm");
        await secretary.PressAsync("Lập phần thi", ("PartName", "Bảo vệ đề án"), ("Weight", "100"), ("Examiners", "5"));
        var part = secretary.At;
        var numbers = await host.NumbersAsync(id);
        // The middle three of 50, 80, 82, 84, 99 are within ten points of one another: 82.
        var points = new Dictionary<string, int[]> { ["Trần Văn An"] = [50, 80, 82, 84, 99], ["Lê Thị Bình"] = [56, 58, 59, 60, 61] };
        for (var m = 0; m < 5; m++)
        {
            var marker = markers[m].Staff;
            foreach (var (name, given) in points)
            {
                await marker.OpenAsync(part);
                await marker.PressAsync("Ghi điểm", ("CandidateId", numbers[name].Id.ToString()), ("Points", given[m].ToString(CultureInfo.InvariantCulture)), ("Note", "Trình bày rõ"));
                marker.Text.ShouldContain("Đã ghi điểm.");
            }
        }
        await markers[0].Staff.PressAsync("Ghi điểm", ("CandidateId", numbers["Đỗ Văn Cường"].Id.ToString()), ("Points", "70"));
        markers[0].Staff.Text.ShouldContain("không nộp đề án nên không được bảo vệ");
        Word(await FileAsync(markers[1].Staff, part + "?handler=Sheet")).ShouldSatisfyAllConditions(w => w.ShouldContain("Trình bày rõ"), w => w.ShouldContain("58"), w => w.ShouldNotContain("99"));
        await secretary.OpenAsync(part);
        secretary.Text.ShouldContain("Trung bình cộng của 3 điểm, đã bỏ điểm cao nhất 99 và thấp nhất 50");
        await secretary.PressAsync($"Ghi vắng {numbers["Đỗ Văn Cường"].Number}", ("Reason", "Không nộp đề án"));
        Word(await FileAsync(secretary, part + "?handler=Minutes")).ShouldSatisfyAllConditions(w => w.ShouldContain("Theo Quy chế 12/QC-UBND"), w => w.ShouldContain("Chấm 5: 99"), w => w.ShouldContain("đạt từ 60 điểm"));
        await markers[0].Staff.OpenAsync(part + "?handler=Minutes");
        markers[0].Staff.Status.ShouldBe(HttpStatusCode.Forbidden);

        await chair.OpenAsync(exam + "/ket-qua");
        await chair.PressAsync("Công bố kết quả");
        chair.Text.ShouldContain("Đã công bố kết quả.");
        await officials[0].OpenAsync("/thi-tuyen/" + id);
        officials[0].Text.ShouldContain("82 điểm");
        officials[0].Text.ShouldContain("trúng tuyển");
        officials[0].Text.ShouldNotContain("Lê Thị Bình");
        // 59 is over half, yet under the sixty of this regulation.
        await officials[1].OpenAsync("/thi-tuyen/" + id);
        officials[1].Text.ShouldContain("Không đạt Bảo vệ đề án");
    }

    [Fact]
    public async Task A_defence_before_fewer_than_the_law_wants_is_not_opened_nor_published()
    {
        var (secretary, _, _) = await host.StaffAsync("Thư ký");
        var today = TimeProvider.System.Today();
        await secretary.OpenAsync("/thi/ky-thi/moi");
        await secretary.PressAsync("Lập kỳ thi", ("Name", "Thi tuyển lãnh đạo " + Guid.NewGuid()), ("Kind", "leadership"), ("HeldOn", Day(today.AddDays(20))));
        var exam = secretary.At;
        for (var m = 1; m <= 7; m++) await secretary.PressAsync("Cử vào hội đồng", ("UserName", (await host.StaffAsync($"Chấm {m}", Roles.LegalOfficer)).UserName), ("Role", "Marker"));
        await secretary.OpenAsync(exam + "/thi-tuyen");
        await secretary.PressAsync("Ghi quy chế", ("Regulation", "Quy chế 1"), ("Posts", Post), ("RegisterUntil", Day(today)), ("SchemeDay", Day(today.AddDays(5))), ("SchemeTime", "17:00"), ("Pass", "50"), ("Discard", "None"));
        await secretary.OpenAsync(exam);
        // Two thirds of seven are five.
        await secretary.PressAsync("Lập phần thi", ("PartName", "Bảo vệ"), ("Weight", "100"), ("Examiners", "4"));
        secretary.Text.ShouldContain("Hội đồng có 7 cán bộ chấm; mỗi thí sinh cần ít nhất 5 người chấm");
        await secretary.PressAsync("Lập phần thi", ("PartName", "Bảo vệ"), ("Weight", "100"), ("Examiners", "5"));
        secretary.At.ShouldStartWith("/thi/cham-truc-tiep/");
        var (outsider, _, _) = await host.StaffAsync("Người ngoài");
        await outsider.OpenAsync(exam + "/thi-tuyen");
        outsider.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<byte[]> FileAsync(Staff staff, string address)
    {
        await staff.OpenAsync(address);
        staff.Status.ShouldBe(HttpStatusCode.OK);
        return staff.File;
    }

    private static string Word(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return string.Join(' ', System.Xml.Linq.XDocument.Parse(reader.ReadToEnd()).Descendants().Where(e => e.Name.LocalName == "p").Select(e => e.Value));
    }
}
