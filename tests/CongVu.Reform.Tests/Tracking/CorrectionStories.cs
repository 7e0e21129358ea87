using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Data;
using CongVu.Reform.Reading;
using CongVu.Reform.UseCases;
using Microsoft.EntityFrameworkCore;
using static CongVu.Reform.Tests.Tracking.ReformOffice;

namespace CongVu.Reform.Tests.Tracking;

public sealed class CorrectionStories(ReformOffice office) : IClassFixture<ReformOffice>
{
    private const string Row = "| 1 | Kiểm tra phân cấp | Kết luận kiểm tra | Sở Tư pháp | Sở Nội vụ | Năm 2026 |";

    [Fact]
    public async Task What_was_misread_is_put_right_before_anybody_owes_it()
    {
        await using var desk = await office.OfficerAsync();
        var id = await desk.DraftAsync(Row);
        var task = await desk.Db.Set<PlanTask>().AsNoTracking().SingleAsync(t => t.PlanId == id);
        var product = await desk.Db.Set<Product>().AsNoTracking().SingleAsync(p => p.PlanId == id);
        await desk.Get<PlanCorrecting>().TaskAsync(id, task.Id, new PlanTaskText("Kiểm tra việc phân cấp", task.GroupId, 3,
            [new ProductDraft(product.Id, "Kết luận", "Sở Nội vụ", "Sở Tư pháp", PlanScheduleKind.Deadline, null, new(2026, 11, 30), null, null, null, "đến 30/11/2026")]), task.Version, default);
        await desk.Get<PlanLaunching>().CommitAsync(id, true, 1, default);
        var owed = (await desk.OwedAsync(id)).ShouldHaveSingleItem();
        (owed.UnitId, owed.DueOn).ShouldBe((HomeAffairs, new DateOnly(2026, 11, 30)));
    }

    [Fact]
    public async Task Two_people_correcting_the_same_task_do_not_overwrite_each_other()
    {
        await using var desk = await office.OfficerAsync();
        var id = await desk.DraftAsync(Row);
        var task = await desk.Db.Set<PlanTask>().AsNoTracking().SingleAsync(t => t.PlanId == id);
        await desk.Get<PlanCorrecting>().TaskAsync(id, task.Id, new PlanTaskText("Bản của người thứ nhất", null, 1, []), task.Version, default);
        await using var other = await office.OfficerAsync();
        var stale = await Should.ThrowAsync<StaleEditException>(() => other.Get<PlanCorrecting>().TaskAsync(id, task.Id, new PlanTaskText("Bản của người thứ hai", null, 1, []), task.Version, default));
        stale.Differences[0].Stored.ShouldBe("Bản của người thứ nhất");
        stale.Differences[0].Typed.ShouldBe("Bản của người thứ hai");
    }

    [Fact]
    public async Task A_line_not_understood_is_left_aside_with_a_reason_or_becomes_a_task()
    {
        await using var desk = await office.OfficerAsync();
        var id = await desk.DraftAsync(Row);
        var (first, second) = (new UnreadLine { PlanId = id, Line = 40, Place = "dòng 40", Text = "Ghi chú cuối bảng" }, new UnreadLine { PlanId = id, Line = 41, Place = "dòng 41", Text = "Tổ chức hội nghị sơ kết" });
        desk.Db.AddRange(first, second);
        await desk.Db.SaveChangesAsync();
        await desk.Get<PlanCorrecting>().IgnoreAsync(id, first.Id, "ghi chú, không phải nhiệm vụ", default);
        var task = await desk.Get<PlanCorrecting>().MakeTaskAsync(id, second.Id, default);
        (await desk.Db.Set<UnreadLine>().AsNoTracking().SingleAsync(l => l.Id == first.Id)).Reason.ShouldBe("ghi chú, không phải nhiệm vụ");
        (await desk.Db.Set<PlanTask>().AsNoTracking().SingleAsync(t => t.Id == task)).Title.ShouldBe("Tổ chức hội nghị sơ kết");
        await Should.ThrowAsync<StaleEditException>(() => desk.Get<PlanCorrecting>().MakeTaskAsync(id, first.Id, default));
    }

    [Fact]
    public async Task Once_under_way_the_draft_is_closed_to_corrections()
    {
        var id = await office.PlanAsync(Row);
        await using var desk = await office.OfficerAsync();
        await Should.ThrowAsync<StaleEditException>(() => desk.Get<PlanCorrecting>().DiscardAsync(id, default));
    }
}
