using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Tests.Room;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Tests.Sittings;

/// <summary>Published results go into decisions without re-typing: recruitment for those chosen, the record for serving staff.</summary>
[Trait("Category", "Slow")]
public sealed class HandOverJourney(ExamHost host)
{
    [Fact]
    public async Task Those_chosen_go_into_one_draft_of_recruitment_once()
    {
        await host.FoundAsync();
        var story = await Story.PlanAsync(host, "civil-servant", "round-1", 60,
            "Trần Thị Ánh;05/09/1995;001195000001;Sở Tài chính;Kế toán;;;", "Lê Văn Bình;01/01/1996;001096000002;Sở Tài chính;Kế toán;;;", "Đỗ Văn Cường;01/01/1990;001090000003;Phòng không có;Văn thư;;;", "Bùi Thị Dung;01/02/1991;001191000004;Sở Tài chính;Kế toán;;;");
        await story.Secretary.OpenAsync(ExaminationLinks.Exam(story.Exam));
        await story.Secretary.PressAsync("Ghi chỉ tiêu", ("Position", "Kế toán"), ("Wanted", "1"));
        await story.PublishAsync(at => at switch { 3 => 10, 2 => 59, 1 => 50, _ => 55 });
        var results = ExaminationLinks.Results(story.Exam);
        await story.Chair.OpenAsync(results);
        Buttons(story.Chair).ShouldNotContain("Lập dự thảo quyết định tuyển dụng");

        var officer = story.Secretary;
        await officer.OpenAsync(results);
        await officer.PressAsync("Lập dự thảo quyết định tuyển dụng");
        officer.Text.ShouldContain("Chọn cơ quan lập quyết định.");
        await officer.PressAsync("Lập dự thảo quyết định tuyển dụng", ("UnitId", $"{ExamProvince.HomeAffairs}"), ("Approval", "Quyết định 77/QĐ-UBND"));
        officer.At.ShouldEndWith("/soan");
        var chosen = await story.ReadAsync(db => (from h in db.Set<ExamHandOver>() join c in db.Set<Candidate>() on h.CandidateId equals c.Id where h.ExamId == story.Exam select c).AsNoTracking().ToListAsync());
        chosen.Count(c => c.Position == "Kế toán").ShouldBe(1);
        var typed = officer.Page.QuerySelectorAll("input, option[selected]").Select(i => i.GetAttribute("value")).ToList();
        foreach (var one in chosen)
        {
            typed.ShouldContain(one.FullName);
            typed.ShouldContain(one.PersonalId);
        }
        typed.ShouldContain("Quyết định 77/QĐ-UBND");
        if (chosen.Any(c => c.UnitName == "Phòng không có")) officer.Text.ShouldContain("Chưa nhận ra đơn vị");
        typed.ShouldContain($"{ExamProvince.Finance}");
        var decision = officer.At[..^"/soan".Length];
        await officer.OpenAsync(decision);
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").First(a => a.TextContent.StartsWith("kết quả Kỳ thi", StringComparison.Ordinal)).GetAttribute("href")!);
        officer.At.ShouldStartWith(results);
        officer.Page.QuerySelectorAll("td a").Count(a => a.GetAttribute("href") == decision).ShouldBe(chosen.Count);
        Buttons(officer).ShouldNotContain("Lập dự thảo quyết định tuyển dụng");
        await officer.PostAsync(results + "?handler=Draft", ("UnitId", $"{ExamProvince.HomeAffairs}"));
        officer.Text.ShouldContain("Mọi người trong kết quả đã có trong dự thảo hoặc quyết định");

        await officer.OpenAsync(decision + "/soan");
        await officer.PressAsync("Bỏ bản soạn", ("ly-do", "Lập lại"), ("reason", "Lập lại"), ("Reason", "Lập lại"));
        await officer.OpenAsync(results);
        await officer.PressAsync("Lập dự thảo quyết định tuyển dụng", ("UnitId", $"{ExamProvince.HomeAffairs}"));
        officer.At.ShouldEndWith("/soan");
        officer.At.ShouldNotContain(decision);
    }

    [Fact]
    public async Task What_serving_staff_reached_enters_their_record_by_a_decision()
    {
        await host.FoundAsync();
        var (first, firstId) = await host.OfficialAsync("Nguyễn Văn Sát", ExamProvince.Finance);
        var (_, secondId) = await host.OfficialAsync("Phạm Thị Hạch", ExamProvince.Finance);
        var story = await Story.PlanAsync(host, "testing", "", 10, $"Nguyễn Văn Sát;05/09/1985;{firstId};Sở Tài chính;Chuyên viên;;;", $"Phạm Thị Hạch;05/09/1985;{secondId};Sở Tài chính;Chuyên viên;;;", "Người Ngoài;05/09/1985;001085000009;;Chuyên viên;;;");
        await LinkAsync(story, firstId, first);
        await story.PublishAsync(_ => 8);
        var results = ExaminationLinks.Results(story.Exam);
        await story.Secretary.OpenAsync(results);
        story.Secretary.Text.ShouldContain("1 người có hồ sơ trong hệ thống");
        await story.Secretary.PressAsync("Lập dự thảo quyết định công nhận", ("UnitId", $"{ExamProvince.HomeAffairs}"));
        var draft = story.Secretary.At[..^"/soan".Length];
        story.Secretary.Text.ShouldContain("80 điểm");
        await story.Secretary.PressAsync("Trình thẩm định");
        story.Secretary.Text.ShouldContain("Chờ thẩm định");

        var (verifier, _, _) = await host.StaffAsync("Thẩm định viên");
        await verifier.OpenAsync(draft);
        await verifier.PressAsync("Thẩm định đạt, chuyển ký");
        var (director, _) = await host.OfficialAsync("Giám đốc Nội", ExamProvince.HomeAffairs, "department-head");
        var signer = await host.StaffOfAsync("Giám đốc Nội", Roles.Signer, director);
        await signer.OpenAsync(draft);
        await signer.PressAsync("Ký ban hành");
        signer.Text.ShouldContain("/QĐ-SNV");

        await verifier.OpenAsync(PersonnelLinks.Record(first));
        verifier.Text.ShouldContain("Sát hạch, thi tuyển");
        verifier.Text.ShouldContain("Đạt, 80 điểm, ngày 27/11/2026");
    }

    [Fact]
    public async Task Certificates_are_numbered_in_a_register_and_given_once()
    {
        var story = await Story.PlanAsync(host, "testing", "", 10, "Trần Thị Ánh;05/09/1995;001195000001;;Văn thư;;;", "Lê Văn Bình;01/01/1996;001096000002;;Văn thư;;;", "Đỗ Văn Cường;01/01/1990;001090000003;;Văn thư;;;");
        await story.PublishAsync(at => at == 2 ? null : 8);
        var results = ExaminationLinks.Results(story.Exam);
        await story.Secretary.OpenAsync(results);
        await story.Secretary.PressAsync("Cấp giấy chứng nhận");
        story.Secretary.Text.ShouldContain("Đã cấp số cho 2 giấy chứng nhận.");
        Buttons(story.Secretary).ShouldNotContain("Cấp giấy chứng nhận");
        await story.Secretary.PostAsync(results + "?handler=Certify");
        story.Secretary.Text.ShouldContain("Mọi thí sinh có kết quả đã được cấp giấy chứng nhận.");
        await story.Secretary.OpenAsync(story.Secretary.Link("Số 02"));
        ArchiveJourney.Word(story.Secretary.File).ShouldContain("02/GCN-HĐT");
        await story.Secretary.OpenAsync(results);
        await story.Secretary.OpenAsync(story.Secretary.Link("In sổ cấp giấy chứng nhận"));
        var named = await story.ReadAsync(db => (from c in db.Set<Candidate>() join x in db.Set<ExamCertificate>() on c.Id equals x.CandidateId where c.ExamId == story.Exam select c.FullName).ToListAsync());
        var register = ArchiveJourney.Word(story.Secretary.File);
        named.ShouldAllBe(n => register.Contains(n));
        (await story.ReadAsync(db => db.Set<ExamCertificate>().Where(c => c.ExamId == story.Exam).Select(c => c.Number).OrderBy(n => n).ToListAsync())).ShouldBe([1, 2]);
    }

    private static Task LinkAsync(Story story, string personalId, Guid person) => story.ReadAsync(db => db.Set<Candidate>().Where(c => c.ExamId == story.Exam && c.PersonalId == personalId).ExecuteUpdateAsync(u => u.SetProperty(c => c.PersonId, person)));

    private static IEnumerable<string> Buttons(Staff staff) => staff.Page.QuerySelectorAll("button").Select(b => b.TextContent.Trim());
}
