using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Host.Pages.Administration;

/// <summary>Background jobs: what waits, runs, or failed for good and needs a person.</summary>
[Requires("platform.jobs.manage")]
public sealed class JobsModel(CongVuDb db, ProcessLog processes, TimeProvider clock) : PageModel
{
    /// <summary>Dead ones first, then running, waiting, and the last that are done.</summary>
    public IReadOnlyList<Job> Jobs { get; private set; } = [];

    /// <summary>Lists.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Jobs = await db.Set<Job>().AsNoTracking().Where(j => j.State != JobState.Done || j.AccountId != null)
        .OrderBy(j => j.State == JobState.Dead ? 0 : j.State == JobState.Running ? 1 : j.State == JobState.Waiting ? 2 : 3).ThenByDescending(j => j.CreatedAt).Take(100).ToListAsync(ct);

    /// <summary>Puts a dead job back.</summary>
    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken ct)
    {
        var job = await db.Set<Job>().SingleOrDefaultAsync(j => j.Id == id && j.State == JobState.Dead, ct) ?? throw new NotFoundException("Công việc này không còn trong danh sách hỏng.");
        await using var process = await processes.BeginAsync(PlatformProcesses.RetryJob, "job", id, ct);
        (job.State, job.Attempts, job.RunAt, job.FinishedAt) = (JobState.Waiting, 0, clock.UtcNow(), null);
        await process.CommitAsync(ct);
        return RedirectToPage();
    }
}
