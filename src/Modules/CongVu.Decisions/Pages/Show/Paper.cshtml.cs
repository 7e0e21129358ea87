using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Printing;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Pages.Show;

/// <summary>The paper as a file: the stored one of a signed decision, a fresh draft otherwise. The PDF comes by a job.</summary>
[Requires("decisions.read")]
internal sealed class PaperModel(DecisionStore store, DecisionAccess access, DecisionPaper papers, FileStore files, CongVuDb db, AuditLog audit) : PageModel
{
    private const string Pdf = "application/pdf";

    /// <summary>Sends the file, or goes to the job that makes it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken ct)
    {
        var loaded = await store.ReadAsync(id, ct);
        access.DemandRead(loaded);
        var decision = loaded.Decision;
        await audit.ReadAsync(new AuditLine("decisions.paper.read", "decision", id, decision.UnitId, Detail: new { format }), ct);
        var stored = format == "pdf" ? decision.PdfFileId : decision.DocxFileId;
        if (stored is { } file) return File(await files.ReadAsync(file, ct), format == "pdf" ? Pdf : AdministrativeDocx.ContentType, PrintDecisionJob.FileName(decision) + "." + format);
        if (format == "docx") return File(AdministrativeDocx.Write(await papers.OfAsync(loaded, ct)), AdministrativeDocx.ContentType, PrintDecisionJob.FileName(decision) + ".docx");
        var job = await db.Set<Job>().AsNoTracking().Where(j => j.Kind == PrintDecisionJob.JobKind && EF.Functions.JsonContains(j.Payload, $$"""{"decisionId":"{{id}}"}""")).OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(ct);
        if (job is { State: JobState.Waiting or JobState.Running }) { TempData.SayCaution("Bản PDF đang được tạo, chờ vài giây rồi bấm lại. Bản Word đã tải được."); return Redirect(DecisionLinks.Decision(id)); }
        TempData.SayCaution("Chưa có bản PDF: máy chủ chưa cài LibreOffice hoặc tạo không thành công. Quản trị hệ thống cài gói libreoffice-writer-nogui rồi chạy lại việc in trong mục Công việc nền; bản Word vẫn tải được.");
        return Redirect(DecisionLinks.Decision(id));
    }
}
