using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Host.Pages.Shell;

/// <summary>How far a job is; for its owner and for administrators. As JSON for the page that polls.</summary>
[SignedIn]
public sealed class JobProgressModel(CongVuDb db, Gate gate) : PageModel
{
    /// <summary>The job.</summary>
    public Job Job { get; private set; } = null!;

    /// <summary>Page that waits for the result.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>Shows progress; goes back when done.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return Job.State == JobState.Done && Url.IsLocalUrl(ReturnTo) ? LocalRedirect(ReturnTo!) : Page();
    }

    /// <summary>The same as JSON.</summary>
    public async Task<IActionResult> OnGetStateAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        return new JsonResult(new { state = Job.State.ToString(), progress = Job.Progress, text = Job.ProgressText, error = Job.State == JobState.Dead ? Job.LastError : null });
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) ?? throw new NotFoundException("Không có công việc này.");
        if (Job.AccountId != gate.Actor.AccountId) gate.Demand(PlatformPermissions.ManageJobs);
    }
}
