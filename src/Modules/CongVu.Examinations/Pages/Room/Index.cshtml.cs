using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Room;

/// <summary>The rooms in which the actor has a part, those of the day first.</summary>
[Requires(ExaminationPermissions.ServeCode)]
internal sealed class IndexModel(CongVuDb db, Council council) : PageModel
{
    private const int Most = 200;

    public sealed record Line(Data.Room Room, Sitting Sitting, string Exam);

    public IReadOnlyList<Line> Rooms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mine = council.Exams();
        Rooms = await (from r in db.Set<Data.Room>().AsNoTracking()
                       join s in db.Set<Sitting>() on r.SittingId equals s.Id
                       join e in db.Set<Exam>() on s.ExamId equals e.Id
                       where mine.Contains(e.Id) && s.State != SittingState.Draft
                       orderby s.StartsAt descending, r.Name
                       select new Line(r, s, e.Name)).Take(Most).ToListAsync(ct);
    }
}
