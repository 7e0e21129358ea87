using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Exams;

/// <summary>All examinations.</summary>
[Requires(ExaminationPermissions.ExamsCode)]
internal sealed class IndexModel(CongVuDb db, Gate gate, AsOfContext asOf) : PageModel
{
    internal sealed record Line(Exam Exam, int Candidates, int Sittings);

    public IReadOnlyList<Line> Rows { get; private set; } = [];
    public bool MayPlan => gate.May(ExaminationPermissions.Plan) && asOf.IsNow;

    public async Task OnGetAsync(CancellationToken ct) => Rows = await db.Set<Exam>().AsNoTracking().OrderByDescending(e => e.HeldOn).ThenBy(e => e.Name).Take(500)
        .Select(e => new Line(e, db.Set<Candidate>().Count(c => c.ExamId == e.Id), db.Set<Sitting>().Count(s => s.ExamId == e.Id))).ToListAsync(ct);
}
