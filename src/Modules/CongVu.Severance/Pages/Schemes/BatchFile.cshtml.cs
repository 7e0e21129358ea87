using CongVu.Platform.Audit;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Schemes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Schemes;

/// <summary>A list as a file.</summary>
[Requires(SeverancePermissions.ExportCode)]
internal sealed class BatchFileModel(SchemeReading reading, BatchPapers papers, Gate gate, AuditLog audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string file, CancellationToken ct)
    {
        var view = await reading.BatchAsync(id, ct);
        gate.Demand(SeverancePermissions.Export, view.Batch.UnitId);
        var (content, type) = file switch
        {
            BatchPapers.People => (await papers.WriteSheetAsync(view, ListKind.Beneficiaries, ct), XlsxTable.ContentType),
            BatchPapers.PeoplePaper => (await papers.WritePaperAsync(view, ListKind.Beneficiaries, ct), AdministrativeDocx.ContentType),
            BatchPapers.Payment => (await papers.WriteSheetAsync(view, ListKind.Payments, ct), XlsxTable.ContentType),
            BatchPapers.PaymentPaper => (await papers.WritePaperAsync(view, ListKind.Payments, ct), AdministrativeDocx.ContentType),
            _ => throw new NotFoundException("Không có tệp này."),
        };
        await audit.ReadAsync(new AuditLine("severance.batch.exported", "severance-batch", id, view.Batch.UnitId, view.Cases.Count, new { file }), ct);
        return File(content, type, file);
    }
}
