using System.Text.Json;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Jobs;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Reform.Contracts;
using CongVu.Reform.Reading;
using CongVu.Reform.UseCases;
using CongVu.Reform.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Pages.Upload;

/// <summary>Takes a plan file in, reads it (a large one by a job), and goes on to the preview.</summary>
[Requires(ReformPermissions.ManageCode)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class IndexModel(FileInspector inspector, FileStore files, PlanDrafting drafting, JobQueue jobs, CongVuDb db, Gate gate, AsOfContext asOf) : PageModel
{
    // Larger than any use allows, so that a file too large gets our own words instead of a cut connection.
    private const long Largest = 260L * 1024 * 1024;

    /// <summary>What is larger is read by a job, so that the upload answers at once.</summary>
    public const long ReadAtOnce = 2L * 1024 * 1024;

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
        using (accepted) return accepted.Length > ReadAtOnce ? await ReadLaterAsync(accepted, ct) : await ReadNowAsync(accepted, ct);
    }

    /// <summary>Comes from the page of the job, when it is done.</summary>
    public async Task<IActionResult> OnGetReadAsync([FromQuery(Name = "cong-viec")] Guid jobId, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        var job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId && j.Kind == ReadPlanJob.JobKind && j.AccountId == gate.Actor.AccountId, ct);
        if (job?.Result is null) return job is null ? Redirect(ReformLinks.Upload) : Redirect(Progress(jobId));
        var result = JsonSerializer.Deserialize<ReadPlanResult>(job.Result, Json.Options)!;
        return result.PlanId is { } plan ? Redirect(ReformLinks.Draft(plan)) : Refuse(result.Refused!);
    }

    private async Task<IActionResult> ReadNowAsync(FileInspection.Accepted accepted, CancellationToken ct)
    {
        PlanReadResult read;
        try
        {
            await using var content = accepted.OpenRead();
            read = await Task.Run(() => PlanReader.Read(content, accepted.Name), ct); // reading is work for the processor, not for the request's thread
        }
        catch (PlanReadException refused) { return Refuse(refused.Message); }
        return Redirect(ReformLinks.Draft(await drafting.DraftAsync(read, accepted.Name, await KeepAsync(accepted, ct), ct)));
    }

    private async Task<IActionResult> ReadLaterAsync(FileInspection.Accepted accepted, CancellationToken ct)
    {
        var job = jobs.Enqueue(ReadPlanJob.JobKind, new ReadPlan(await KeepAsync(accepted, ct)));
        await db.SaveChangesAsync(ct);
        return Redirect(Progress(job));
    }

    private async Task<Guid> KeepAsync(FileInspection.Accepted accepted, CancellationToken ct)
    {
        await using var content = accepted.OpenRead();
        return (await files.SaveAsync(content, accepted.Name, accepted.Kind.MediaType(), PlanFileGuard.Type, null, null, ct)).Id;
    }

    private static string Progress(Guid jobId) => $"/cong-viec/{jobId}?ve={Uri.EscapeDataString(ReformLinks.ReadResult(jobId))}";

    private PageResult Refuse(string message)
    {
        ModelState.AddModelError(nameof(PlanFile), message);
        return Page();
    }
}
