using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Results;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Exams;

/// <summary>What waits for authors, reviewers, approvers and markers. Counts only: no question and no essay is opened.</summary>
internal sealed class ExaminationWork(CongVuDb db, EssayDesk essays) : WorkItemSource
{
    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        var me = gate.Actor.AccountId;
        const string mine = ExaminationLinks.Questions + "?muc=cho-toi";
        if (gate.May(ExaminationPermissions.Review)) await AddAsync("Câu hỏi thi chờ thẩm định", db.Set<BankItem>().Where(i => i.State == BankState.Submitted && i.AuthorId != me));
        if (gate.May(ExaminationPermissions.Approve)) await AddAsync("Câu hỏi thi chờ duyệt", db.Set<BankItem>().Where(i => i.State == BankState.Reviewed && i.AuthorId != me && i.ReviewerId != me));
        if (!gate.May(ExaminationPermissions.Serve)) return items;
        var sittings = await essays.WaitingAsync(ct);
        if (sittings.Count > 0) items.Add(new WorkItem("Bài tự luận chờ chấm", sittings.Sum(e => e.Count), null, Urgency.Due, sittings.Count == 1 ? ExaminationLinks.Marking(sittings[0].Sitting) : ExaminationLinks.Exams, "pencil"));
        var exams = db.Set<ExamMember>().Where(m => m.AccountId == me && m.Role == CouncilRole.Marker).Select(m => m.ExamId);
        var parts = await (from p in db.Set<DirectPart>()
                           join x in db.Set<Exam>() on p.ExamId equals x.Id
                           where exams.Contains(p.ExamId) && x.State != ExamState.Published
                           select new
                           {
                               p.Id, Open = db.Set<Candidate>().Count(c => c.ExamId == p.ExamId && c.Number != null && !db.Set<DirectDecision>().Any(d => d.PartId == p.Id && d.CandidateId == c.Id)
                                   && !db.Set<DirectMark>().Any(m => m.PartId == p.Id && m.CandidateId == c.Id && m.MarkerId == me) && db.Set<DirectMark>().Count(m => m.PartId == p.Id && m.CandidateId == c.Id) < p.Examiners),
                           }).ToListAsync(ct);
        var open = parts.FindAll(p => p.Open > 0);
        if (open.Count > 0) items.Add(new WorkItem("Thí sinh chờ bạn chấm trực tiếp", open.Sum(p => p.Open), null, Urgency.Due, open.Count == 1 ? ExaminationLinks.Direct(open[0].Id) : ExaminationLinks.Exams, "users"));
        return items;

        async Task AddAsync(string title, IQueryable<BankItem> waiting)
        {
            if (await waiting.CountAsync(ct) is > 0 and var count) items.Add(new WorkItem(title, count, null, Urgency.Due, mine, "clipboard-check"));
        }
    }
}
