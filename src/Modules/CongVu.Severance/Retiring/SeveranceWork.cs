using CongVu.Law;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Retiring;

/// <summary>What this module puts on the home page: retirements to act on, lists and requests that wait.</summary>
internal sealed class SeveranceWork(CongVuDb db, RetirementListing listing) : WorkItemSource
{
    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (gate.May(SeverancePermissions.Prepare))
        {
            try
            {
                var todo = await listing.OfAsync(new RetirementFilter(null, RetirementFilter.Windows[0], null, RetirementFilter.ToDo), new AsOf(today), ct);
                var late = todo.Where(r => r.Stage is RetirementStage.DecisionLate or RetirementStage.NoticeLate).ToList();
                var url = $"{SeveranceLinks.Retirement}?{RetirementFilter.OnlyKey}={RetirementFilter.ToDo}";
                if (late.Count > 0) items.Add(new WorkItem("Nghỉ hưu chậm thông báo hoặc quyết định", late.Count, late.Min(r => r.Deadlines.NoticeBy), Urgency.Late, url, "door-exit"));
                if (todo.Count > late.Count) items.Add(new WorkItem("Nghỉ hưu đến hạn thông báo, quyết định", todo.Count - late.Count, null, Urgency.Due, url, "door-exit"));
            }
            catch (OutsideCoverageException)
            {
                // A day the law's data do not reach has no forecast; the list itself says so.
            }
            var scope = gate.Scope(SeverancePermissions.Prepare);
            var seen = scope.IsAll ? [] : scope.Ids;
            var open = await db.Set<Resignation>().Where(r => (scope.IsAll || seen.Contains(r.UnitId)) && r.State == ResignationState.Received).Select(r => r.AnswerDue).ToListAsync(ct);
            if (open.Count > 0) items.Add(new WorkItem("Đơn xin thôi việc chờ trả lời", open.Count, open.Min(), open.Min() < today ? Urgency.Late : Urgency.Due, SeveranceLinks.Resignations, "mail"));
        }
        if (gate.May(SeverancePermissions.Appraise))
        {
            var waiting = await db.Set<Batch>().CountAsync(b => b.State == BatchState.Submitted, ct);
            if (waiting > 0) items.Add(new WorkItem("Danh sách tinh giản chờ thẩm định", waiting, null, Urgency.Due, SeveranceLinks.Schemes, "clipboard-check"));
            var late = await db.Set<Inspection>().Where(i => i.State == InspectionState.Held && i.FollowUp != null && i.FollowedUpOn == null && i.FollowUpBy < today).Select(i => i.FollowUpBy).ToListAsync(ct);
            if (late.Count > 0) items.Add(new WorkItem("Kiến nghị kiểm tra tinh giản quá hạn", late.Count, late.Min(), Urgency.Late, SeveranceLinks.Inspections, "clipboard-check"));
        }
        return items;
    }
}
