using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Indicators;
using CongVu.Reform.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Pages.Indicators;

/// <summary>The catalogue of indicators with their values on the day shown.</summary>
[Requires(ReformPermissions.ReadCode)]
internal sealed class IndexModel(CongVuDb db, IEnumerable<Indicator> indicators, ProcessLog processes, PlanStart start, Gate gate, AsOfContext asOf) : PageModel
{
    public IReadOnlyList<(Indicator Indicator, IndicatorValue Value)> Values { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Read);
        var question = new IndicatorQuestion(await start.OfAsync(asOf.Current.ValidOn, ct), asOf.Current);
        var found = new List<(Indicator, IndicatorValue)>();
        foreach (var indicator in indicators) found.Add((indicator, await indicator.ComputeAsync(question, ct)));
        Values = found;
    }

    /// <summary>A person confirms by which indicator a target is measured, or that it is measured by none.</summary>
    public async Task<IActionResult> OnPostLinkAsync(Guid target, string? key, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        await using var process = await processes.BeginAsync(ReformProcesses.Link, "target", target, ct);
        var row = await db.Set<Target>().SingleOrDefaultAsync(t => t.Id == target, ct) ?? throw new NotFoundException("Không có mục tiêu này.");
        row.IndicatorKey = indicators.FirstOrDefault(i => i.Key == key && i.Unit == row.Unit)?.Key;
        await process.CommitAsync(ct, detail: new { row.IndicatorKey });
        TempData.Say(row.IndicatorKey is null ? "Mục tiêu không đo bằng chỉ tiêu nào." : "Đã gắn mục tiêu với chỉ tiêu.");
        return Redirect(ReformLinks.Plan(row.PlanId, "chi-tieu"));
    }
}
