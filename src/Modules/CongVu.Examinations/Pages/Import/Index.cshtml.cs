using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Formats.Tables;
using CongVu.Platform.Data;
using CongVu.Platform.Printing.Sheets;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Pages.Import;

/// <summary>Takes a question file in and goes on to its preview.</summary>
[Requires(ExaminationPermissions.WriteCode)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class IndexModel(CongVuDb db, Importing importing, Gate gate) : PageModel
{
    // Larger than any file taken, so that one too large gets our own words instead of a cut connection.
    private const long Largest = 130L * 1024 * 1024;

    [BindProperty] public string? Subject { get; set; }
    [BindProperty] public int Level { get; set; } = 1;
    [BindProperty] public string? LawCited { get; set; }
    [BindProperty] public bool IsPractice { get; set; }
    [BindProperty] public IFormFile? QuestionFile { get; set; }

    public IReadOnlyList<PendingImport> Waiting { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Write);
        if (QuestionFile is null) return await RefuseAsync(nameof(QuestionFile), "Chọn tệp câu hỏi.", ct);
        if (QuestionFile.Length > FileBundle.LargestFile) return await RefuseAsync(nameof(QuestionFile), "Tệp lớn hơn 64 MB. Chia tệp, bỏ phim và ảnh quét rồi nhập lại.", ct);
        using var bytes = new MemoryStream();
        await QuestionFile.CopyToAsync(bytes, ct);
        var (id, refused) = await importing.ReadAsync(Path.GetFileName(QuestionFile.FileName), bytes.ToArray(), Subject, Level, LawCited, ct, IsPractice);
        return id is { } pending ? Redirect(ExaminationLinks.Pending(pending)) : await RefuseAsync(refused!.Field, refused.Message, ct);
    }

    /// <summary>The template to fill in, as a workbook or CSV.</summary>
    public async Task<IActionResult> OnGetTemplateAsync([FromQuery(Name = "dang")] string? format, CancellationToken ct) =>
        File(await TableTemplate.WriteAsync(format == "csv", ct), format == "csv" ? CsvTable.ContentType : XlsxTable.ContentType, format == "csv" ? "mau-cau-hoi.csv" : "mau-cau-hoi.xlsx");

    private async Task<IActionResult> RefuseAsync(string field, string message, CancellationToken ct)
    {
        await LoadAsync(ct);
        ModelState.AddModelError(field, message);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Write);
        var me = gate.Actor.AccountId;
        Waiting = await db.Set<PendingImport>().AsNoTracking().Where(p => p.AccountId == me).OrderByDescending(p => p.CreatedAt).ToListAsync(ct);
    }
}
