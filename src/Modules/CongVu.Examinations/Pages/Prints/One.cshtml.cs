using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Prints;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Prints;

/// <summary>Waits for the PDF of a paper and gives it out, for who asked for it.</summary>
[Requires(ExaminationPermissions.ExamsCode, ExaminationPermissions.ServeCode)]
internal sealed class OneModel(PdfPrints prints, CongVuDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ve")] public string? Back { get; set; }

    public PdfPrint Print { get; private set; } = null!;
    public Job? Job { get; private set; }
    public string BackTo => Url.IsLocalUrl(Back) ? Back! : ExaminationLinks.Exam(Print.ExamId);
    public string? Why => Print.Why ?? (Print.Pdf is null && Job is null or { State: JobState.Dead } ? "Chưa tạo được bản PDF. Bản Word vẫn dùng được; thử tải PDF lại sau." : null);

    public Task OnGetAsync(Guid id, CancellationToken ct) => LoadAsync(id, ct);

    /// <summary>How far it is, for the page that waits.</summary>
    public async Task<IActionResult> OnGetStateAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var ended = Print.Pdf is not null || Why is not null;
        return new JsonResult(new { state = ended ? "Done" : "Running", progress = ended ? 100 : Job?.Progress ?? 0, text = Job?.ProgressText });
    }

    public async Task<IActionResult> OnGetFileAsync(Guid id, [FromQuery(Name = "dang")] string? format, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        var asWord = format != PdfPrints.Pdf;
        return File(await prints.OpenAsync(Print, asWord, ct), asWord ? AdministrativeDocx.ContentType : "application/pdf", Print.Name + (asWord ? ".docx" : ".pdf"));
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Print = await prints.FindAsync(id, ct);
        Job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == Print.JobId, ct);
    }
}
