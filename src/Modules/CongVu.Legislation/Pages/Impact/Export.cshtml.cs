using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.Pages.Impact;

/// <summary>The lines of a preview as a file, as filtered on screen.</summary>
[Requires(LegislationPermissions.FollowCode)]
internal sealed class ExportModel(CongVuDb db, LawInUse law, ImpactLines lines, AuditLog audit, Gate gate) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Follow);
        var run = await db.Set<ImpactRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException("Không có lần xem trước tác động này.");
        var query = ImpactLines.View.Read(HttpContext);
        var sum = ImpactLines.Shown(await lines.SumsAsync(id, ct), query["phan"]);
        var part = sum?.Code ?? "";
        await audit.ReadAsync(new AuditLine("legislation.impact.export", "law-impact", id, Count: sum?.Changed ?? 0, Detail: new { part }), ct);
        return new TableExport<ImpactRow>(ImpactLines.View, query, lines.Of(id, part, query).Sorted(ImpactLines.View, query).AsAsyncEnumerable())
        {
            Remarks = [$"{law.Current.Parameters.GetValueOrDefault(run.ParameterKey)?.Name.Name}, từ {VnFormat.Date(run.FromDay)}: {sum?.Title}",
                sum?.After is null ? $"{VnFormat.Count(sum?.Changed ?? 0)} trường hợp thay đổi" : $"Trước {VnFormat.Money(sum.Before)}, sau {VnFormat.Money(sum.After)} một tháng; {VnFormat.Count(sum.Changed)} người"],
        };
    }
}
