using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Archive;

/// <summary>What waits for the secretary of an examination that is over: sealing its file, and destroying it when its time has come.</summary>
internal sealed class ArchiveWork(CongVuDb db) : WorkItemSource
{
    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        if (!gate.May(ExaminationPermissions.Serve)) return [];
        var me = gate.Actor.AccountId;
        var mine = from m in db.Set<ExamMember>()
                   join e in db.Set<Exam>() on m.ExamId equals e.Id
                   where m.AccountId == me && m.Role == CouncilRole.Secretary && e.State == ExamState.Published
                   select e.Id;
        var open = await mine.Where(id => !db.Set<ExamArchive>().Any(a => a.ExamId == id)).Take(100).ToListAsync(ct);
        var due = await (from a in db.Set<ExamArchive>()
                         where mine.Contains(a.ExamId) && a.KeepUntil < today && !db.Set<ExamHold>().Any(h => h.ExamId == a.ExamId && h.LiftedAt == null) && !db.Set<ExamDestruction>().Any(d => d.ExamId == a.ExamId && d.DoneAt != null)
                         orderby a.KeepUntil
                         select new { a.ExamId, a.KeepUntil }).Take(100).ToListAsync(ct);
        List<WorkItem> items = [];
        if (open.Count > 0) items.Add(new WorkItem("Kỳ thi chờ niêm phong hồ sơ", open.Count, null, Urgency.Coming, open.Count == 1 ? ExaminationLinks.Archive(open[0]) : ExaminationLinks.Exams, "archive"));
        if (due.Count > 0) items.Add(new WorkItem("Tài liệu thi đến hạn tiêu hủy", due.Count, due[0].KeepUntil.AddDays(1), Urgency.Due, due.Count == 1 ? ExaminationLinks.Archive(due[0].ExamId) : ExaminationLinks.Exams, "trash"));
        return items;
    }
}
