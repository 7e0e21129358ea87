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

/// <summary>Reports that wait to be accepted or returned, oldest first.</summary>
[Requires(ReformPermissions.AcceptCode)]
internal sealed class WaitingModel(CongVuDb db, UnitLabels labels, Reporting reporting, Gate gate, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<(ProgressReport Report, PlanTask Task, Obligation Obligation)> Waiting { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();
    public bool IsNow => asOf.IsNow;

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Accept);
        var rows = await (from r in db.Set<ProgressReport>().AsNoTracking()
                          join t in db.Set<PlanTask>() on r.TaskId equals t.Id
                          join o in db.Set<Obligation>() on r.ObligationId equals o.Id
                          where r.State == ReportState.Submitted
                          orderby r.ReportedAt
                          select new { r, t, o }).Take(100).ToListAsync(ct);
        Waiting = [.. rows.Select(x => (x.r, x.t, x.o))];
        Units = await labels.OfAsync(Waiting.Select(w => w.Report.UnitId), ct);
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid report, int version, CancellationToken ct)
    {
        await reporting.AcceptAsync(report, version, ct);
        TempData.Say("Đã công nhận kết quả.");
        return await BackAsync(report, ct);
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid report, int version, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) TempData.SayRefused("Nêu lý do trả lại để đơn vị biết cần bổ sung gì.");
        else
        {
            await reporting.ReturnAsync(report, version, reason, ct);
            TempData.Say("Đã trả lại báo cáo kèm lý do.");
        }
        return await BackAsync(report, ct);
    }

    // To where the button was pressed: the task, or this list while something waits in it.
    private async Task<IActionResult> BackAsync(Guid reportId, CancellationToken ct)
    {
        if (Request.Headers.Referer.ToString().Contains(ReformLinks.ToJudge, StringComparison.Ordinal)) return Redirect(ReformLinks.ToJudge);
        return Redirect(ReformLinks.Task(await db.Set<ProgressReport>().Where(r => r.Id == reportId).Select(r => r.TaskId).SingleAsync(ct)));
    }
}
