using CongVu.Platform.Notices;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Platform.Work;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Reports;
using CongVu.Reform.UseCases;
using CongVu.Reform.Work;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using static CongVu.Reform.Tests.Tracking.ReformOffice;

namespace CongVu.Reform.Tests.Tracking;

public sealed class ReportingStories(ReformOffice office) : IClassFixture<ReformOffice>
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private const string Row = "| 1 | Rà soát văn bản | Báo cáo rà soát | Sở Tư pháp | | Chậm nhất ngày 30 tháng 6 năm 2026 |";

    [Fact]
    public async Task A_report_is_returned_with_a_reason_then_mended_and_accepted_and_the_light_follows()
    {
        var (plan, owed) = await OneOwedAsync(Row);
        (await ColourAsync(plan)).ShouldBe(TaskColour.AtRisk);
        await using var clerk = await office.AsAsync(Roles.UnitHr, Justice, JusticeClerk);
        (await clerk.Get<Reporting>().SubmitAsync(owed.Id, new ReportText(100, 0, "Đã xong", null, null, null), default)).ShouldBeOfType<ReportOutcome.Refused>().Field.ShouldBe("File");
        var first = (await clerk.Get<Reporting>().SubmitAsync(owed.Id, new ReportText(100, 0, "Đã xong", null, null, "12/BC-STP"), default)).ShouldBeOfType<ReportOutcome.Saved>();
        (await ColourAsync(plan)).ShouldBe(TaskColour.OnTime);

        await using var officer = await office.OfficerAsync();
        await officer.Get<Reporting>().ReturnAsync(first.Id, 1, "Thiếu danh mục văn bản", default);
        (await ColourAsync(plan)).ShouldBe(TaskColour.AtRisk);
        await Should.ThrowAsync<StaleEditException>(() => officer.Get<Reporting>().AcceptAsync(first.Id, 1, default));

        var second = (await clerk.Get<Reporting>().SubmitAsync(owed.Id, new ReportText(100, 0, "Đã bổ sung danh mục", null, null, "15/BC-STP"), default)).ShouldBeOfType<ReportOutcome.Saved>();
        await officer.Get<Reporting>().AcceptAsync(second.Id, 1, default);
        (await ColourAsync(plan)).ShouldBe(TaskColour.Done);
    }

    [Fact]
    public async Task A_unit_cannot_report_for_another_nor_judge_itself()
    {
        var (_, owed) = await OneOwedAsync(Row);
        await using var stranger = await office.AsAsync(Roles.UnitHr, Finance);
        await Should.ThrowAsync<ForbiddenException>(() => stranger.Get<Reporting>().SubmitAsync(owed.Id, new ReportText(50, 0, "Thử", null, null, null), default));
        await using var clerk = await office.AsAsync(Roles.UnitHr, Justice, JusticeClerk);
        var saved = (ReportOutcome.Saved)await clerk.Get<Reporting>().SubmitAsync(owed.Id, new ReportText(50, 0, "Được một nửa", null, null, null), default);
        await Should.ThrowAsync<ForbiddenException>(() => clerk.Get<Reporting>().AcceptAsync(saved.Id, 1, default));
        await using var sameClerkAsOfficer = await office.AsAsync(Roles.HomeAffairs, null, JusticeClerk);
        await Should.ThrowAsync<ForbiddenException>(() => sameClerkAsOfficer.Get<Reporting>().AcceptAsync(saved.Id, 1, default));
        await using var auditor = await office.AsAsync(Roles.Auditor);
        await Should.ThrowAsync<ForbiddenException>(() => auditor.Get<Reporting>().AcceptAsync(saved.Id, 1, default));
    }

    [Fact]
    public async Task The_heir_of_a_merged_department_reports_what_was_given_to_it()
    {
        var (plan, owed) = await OneOwedAsync("| 1 | Thẩm định | Báo cáo | Sở Kế hoạch và Đầu tư | | Năm 2026 |");
        await using var heir = await office.AsAsync(Roles.UnitHr, Finance, JusticeClerk);
        (await heir.Get<Reporting>().SubmitAsync(owed.Id, new ReportText(60, 0, "Đang làm", null, null, null), default)).ShouldBeOfType<ReportOutcome.Saved>();
        (await ColourAsync(plan)).ShouldBe(TaskColour.OnTime);
    }

    [Fact]
    public async Task Rounds_add_up_to_the_number_a_year_asks_for()
    {
        var plan = await office.PlanAsync("| 1 | Kiểm tra công vụ | Kết luận | Thanh tra tỉnh | | Thường xuyên (tối thiểu 02 đợt kiểm tra/năm) |");
        await using var clerk = await office.AsAsync(Roles.UnitHr, Inspectorate, JusticeClerk);
        await using var officer = await office.OfficerAsync();
        var owed = (await officer.OwedAsync(plan)).Single(o => o.PeriodKey == "2026");
        for (var round = 1; round <= 2; round++)
        {
            var saved = (ReportOutcome.Saved)await clerk.Get<Reporting>().SubmitAsync(owed.Id, new ReportText(0, 1, $"Đợt {round}", null, null, $"{round}/KL-TTT"), default);
            await officer.Get<Reporting>().AcceptAsync(saved.Id, 1, default);
            var standing = (await officer.Get<Data.Tracking>().StandingsAsync(officer.Db.Set<Obligation>().Where(o => o.Id == owed.Id), Today, default)).Single();
            (standing.RoundsDone, standing.Colour).ShouldBe((round, round == 2 ? TaskColour.Done : TaskColour.OnTime));
        }
    }

    [Fact]
    public async Task A_difficulty_goes_to_the_department_of_home_affairs_and_comes_back_answered()
    {
        var (plan, owed) = await OneOwedAsync(Row);
        await using var clerk = await office.AsAsync(Roles.UnitHr, Justice, JusticeClerk);
        var id = await clerk.Get<Reporting>().RaiseAsync(owed.TaskId, Justice, "Thiếu kinh phí", default);
        await using var officer = await office.OfficerAsync();
        var waiting = await officer.All<WorkItemSource>().OfType<ReformWork>().Single().ForAsync(officer.Get<Gate>(), Today, default);
        waiting.ShouldContain(w => w.Title.StartsWith("Vướng mắc") && w.Count > 0);
        await Should.ThrowAsync<ForbiddenException>(() => clerk.Get<Reporting>().AnswerAsync(id, "Tự trả lời", 1, default));
        await officer.Get<Reporting>().AnswerAsync(id, "Đã bố trí trong dự toán bổ sung", 1, default);
        var answered = await officer.Db.Set<Difficulty>().AsNoTracking().SingleAsync(d => d.Id == id && d.PlanId == plan);
        answered.Answer.ShouldBe("Đã bố trí trong dự toán bổ sung");
        answered.AnsweredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Reminders_go_to_the_unit_once_for_each_step()
    {
        var (_, owed) = await OneOwedAsync(Row);
        await using var officer = await office.OfficerAsync();
        var account = new Account { UserName = $"nhac-{owed.Id:n}", DisplayName = "Cán bộ tổ chức", CreatedAt = DateTime.UnixEpoch };
        officer.Db.Add(account);
        officer.Db.Add(new RoleGrant { AccountId = account.Id, Role = Roles.UnitHr, UnitId = Justice, Valid = Platform.Data.Span.From(new DateOnly(2026, 1, 1)), GrantedBy = Officer, GrantedAt = DateTime.UnixEpoch, Reason = "thử" });
        await officer.Db.SaveChangesAsync();
        (await officer.Get<Reminders>().SendAsync(default)).ShouldBeGreaterThan(0);
        await officer.Get<Reminders>().SendAsync(default);
        var notices = await officer.Get<NoticeBoard>().NewestAsync(account.Id, 200, default);
        notices.Count(n => n.Href == Contracts.ReformLinks.Report(owed.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task The_progress_report_opens_in_word_and_excel_and_names_every_task()
    {
        var (plan, owed) = await OneOwedAsync(Row);
        await using var clerk = await office.AsAsync(Roles.UnitHr, Justice, JusticeClerk);
        await clerk.Get<Reporting>().RaiseAsync(owed.TaskId, Justice, "Thiếu người rà soát", default);
        var tracked = (await clerk.Get<Data.Tracking>().PlanAsync(plan, Today, default))!;
        using var word = WordprocessingDocument.Open(new MemoryStream(await clerk.Get<ProgressPaper>().WordAsync(tracked, 2026, new AsOf(Today), default)), false);
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        text.ShouldContain("Thiếu người rà soát");
        text.ShouldContain("Rà soát văn bản");
        text.ShouldContain("PHƯƠNG HƯỚNG");
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(await clerk.Get<ProgressPaper>().WorkbookAsync(tracked, 2026, new AsOf(Today), default)), false);
        sheet.WorkbookPart!.WorksheetParts.First().Worksheet.InnerText.ShouldContain("Rà soát văn bản");
    }

    private async Task<(Guid Plan, Obligation Owed)> OneOwedAsync(string row)
    {
        var plan = await office.PlanAsync(row);
        await using var desk = await office.OfficerAsync();
        return (plan, (await desk.OwedAsync(plan)).ShouldHaveSingleItem());
    }

    private async Task<TaskColour> ColourAsync(Guid plan)
    {
        await using var desk = await office.OfficerAsync();
        return (await desk.Get<Data.Tracking>().PlanAsync(plan, Today, default))!.Tasks.ShouldHaveSingleItem().Colour;
    }
}
