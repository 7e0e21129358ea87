using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Reform.Contracts;
using CongVu.Reform.Reading;
using CongVu.Reform.UseCases;
using CongVu.Reform.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Reform.Pages.Upload;

/// <summary>Takes a plan file in, reads it, and goes on to the preview.</summary>
[Requires(ReformPermissions.ManageCode)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class IndexModel(FileInspector inspector, FileStore files, PlanDrafting drafting, Gate gate, AsOfContext asOf) : PageModel
{
    // Larger than any use allows, so that a file too large gets our own words instead of a cut connection.
    private const long Largest = 260L * 1024 * 1024;

    public static readonly FileUse Use = FileUse.Plan with { MaxBytes = 50L * 1024 * 1024 };

    [BindProperty]
    public IFormFile? PlanFile { get; set; }

    public bool IsNow => asOf.IsNow;

    public void OnGet() => gate.Demand(ReformPermissions.Manage);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        if (PlanFile is null) return Refuse("Chọn tệp kế hoạch (.docx, .xlsx, .txt hoặc .md).");
        await using var upload = PlanFile.OpenReadStream();
        var inspection = await inspector.ReceiveAsync(upload, PlanFile.FileName, Use, ct);
        if (inspection is not FileInspection.Accepted accepted) return Refuse(((FileInspection.Refused)inspection).Message);
        using (accepted)
        {
            PlanReadResult read;
            try
            {
                await using var content = accepted.OpenRead();
                read = await Task.Run(() => PlanReader.Read(content, accepted.Name), ct); // reading is work for the processor, not for the request's thread
            }
            catch (PlanReadException refused) { return Refuse(refused.Message); }
            await using var stored = accepted.OpenRead();
            var file = await files.SaveAsync(stored, accepted.Name, accepted.Kind.MediaType(), PlanFileGuard.Type, null, null, ct);
            return Redirect(ReformLinks.Draft(await drafting.DraftAsync(read, accepted.Name, file.Id, ct)));
        }
    }

    private PageResult Refuse(string message)
    {
        ModelState.AddModelError(nameof(PlanFile), message);
        return Page();
    }
}
