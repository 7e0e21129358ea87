using CongVu.Platform.Audit;
using CongVu.Platform.Files;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace CongVu.Host.Pages.Shell;

/// <summary>Downloads a stored file if the module that owns it lets this actor read it. Always as an attachment.</summary>
[SignedIn]
public sealed class FileDownloadModel(FileStore files, IEnumerable<FileGuard> guards, Gate gate, AuditLog audit) : PageModel
{
    /// <summary>Sends the file.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var file = await files.FindAsync(id, ct) ?? throw new NotFoundException("Không có tệp này.");
        var guard = guards.FirstOrDefault(g => g.OwnerType == file.OwnerType);
        if (guard is null || !await guard.MayReadAsync(file, gate, ct)) throw new ForbiddenException("Tài khoản của bạn không được xem tệp này.");
        await audit.ReadAsync(new AuditLine("platform.file.read", "file", id, file.UnitId, Detail: new { file.Name }), ct);
        Response.ContentType = file.MediaType;
        Response.ContentLength = file.Size;
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name, FileName = "tep" }.ToString();
        await files.CopyToAsync(id, Response.Body, ct);
        return new EmptyResult();
    }
}
