using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Pages.Judging;

/// <summary>Difficulties of all plans, those without an answer first.</summary>
[Requires(ReformPermissions.ReadCode)]
internal sealed class DifficultiesModel(CongVuDb db, UnitLabels labels, Reporting reporting, Gate gate, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<Difficulty> Difficulties { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Tasks { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();
    public bool MayAnswer => gate.May(ReformPermissions.Accept) && asOf.IsNow;

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Read);
        Difficulties = await db.Set<Difficulty>().AsNoTracking().OrderBy(d => d.AnsweredAt != null).ThenBy(d => d.RaisedAt).Take(100).ToListAsync(ct);
        var ids = Difficulties.Select(d => d.TaskId).Distinct().ToList();
        Tasks = await db.Set<PlanTask>().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Code + " " + t.Title, ct);
        Units = await labels.OfAsync(Difficulties.Select(d => d.UnitId), ct);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid difficulty, int version, string? answer, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(answer)) TempData.SayRefused("Ghi nội dung trả lời trước khi gửi.");
        else
        {
            await reporting.AnswerAsync(difficulty, answer, version, ct);
            TempData.Say("Đã trả lời vướng mắc.");
        }
        return Redirect(ReformLinks.Difficulties);
    }
}
