using System.Security.Cryptography;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Prints;

/// <summary>A paper as it is sent: Word at once, or PDF, made by a job once for the same content. Only who asked for it, and so could read it, gets the file.</summary>
internal sealed class PdfPrints(CongVuDb db, ProcessLog processes, JobQueue jobs, PdfConverter pdf, ItemSafe safe, Gate gate, AuditLog audit, TimeProvider clock)
{
    /// <summary>What the address carries for a PDF.</summary>
    public const string Pdf = "pdf";

    /// <summary>How long a paper waits to be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Seat cards hold the codes of an examination that has not begun.</summary>
    public static readonly TimeSpan CardsKept = TimeSpan.FromHours(1);

    private Guid Me => gate.Actor.AccountId;

    /// <summary>Why no PDF can be made now; null when one can, or is not wanted. Asked before anything is changed for a print.</summary>
    public string? WhyNot(string? format) => format == Pdf && !pdf.IsAvailable ? PdfConverter.MissingMessage : null;

    /// <summary>Answers with the paper as wanted; a PDF that is not there yet is ordered, and the page that waits for it shown.</summary>
    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="back">The page it was asked on.</param>
    public async Task<IActionResult> SendAsync(PageModel page, Guid examId, byte[] word, string name, string? format, string back, CancellationToken ct, TimeSpan? kept = null)
    {
        if (format != Pdf) return page.File(word, AdministrativeDocx.ContentType, name + ".docx");
        var print = await OrderAsync(examId, word, name, kept ?? Kept, ct);
        if (print is { Pdf: { } made }) return page.File(safe.OpenFile(made), "application/pdf", name + ".pdf");
        if (print is not null) return new RedirectResult($"{ExaminationLinks.Print(print.Id)}?ve={Uri.EscapeDataString(back)}");
        page.TempData.SayCaution(PdfConverter.MissingMessage);
        return new RedirectResult(back);
    }

    /// <summary>A print the actor asked for.</summary>
    public async Task<PdfPrint> FindAsync(Guid id, CancellationToken ct)
    {
        var (me, now) = (Me, clock.UtcNow());
        return await db.Set<PdfPrint>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.AskedBy.Contains(me) && p.KeepUntil > now, ct)
            ?? throw new NotFoundException("Bản in này không còn: bản PDF chỉ giữ trong thời gian ngắn. Mở lại trang có nút in và tải lại.");
    }

    public async Task<byte[]> OpenAsync(PdfPrint print, bool asWord, CancellationToken ct)
    {
        await audit.ReadAsync(new AuditLine("examinations.print.read", "exam-print", print.Id, Detail: new { print.ExamId, print.Name, format = asWord ? "docx" : Pdf }), ct);
        return safe.OpenFile(asWord ? print.Word : print.Pdf ?? throw new NotFoundException("Bản PDF chưa tạo xong."));
    }

    private async Task<PdfPrint?> OrderAsync(Guid examId, byte[] word, string name, TimeSpan kept, CancellationToken ct)
    {
        var (hash, until) = (Convert.ToHexStringLower(SHA256.HashData(word)), clock.UtcNow() + kept);
        await using var process = await processes.BeginAsync(PrintProcesses.Order, "exam", examId, ct);
        // Two who ask at once wait for each other here; the second finds the first one's order.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({examId + hash}, 0))", ct);
        var print = await db.Set<PdfPrint>().SingleOrDefaultAsync(p => p.ExamId == examId && p.Sha256 == hash, ct);
        if (print is not { Pdf: not null } && !pdf.IsAvailable) return null;
        if (print is null)
        {
            print = new PdfPrint { ExamId = examId, Sha256 = hash, Name = name, Word = safe.SealFile(word), AskedAt = clock.UtcNow() };
            db.Add(print);
        }
        if (print.JobId == default || print.Pdf is null && !await IsUnderWayAsync(print.JobId, ct))
        {
            print.Why = null;
            print.JobId = jobs.Enqueue(PdfPrintJob.JobKind, new MakePdf(print.Id));
        }
        if (!print.AskedBy.Contains(Me)) print.AskedBy = [.. print.AskedBy, Me];
        print.KeepUntil = until;
        await process.CommitAsync(ct, detail: new { print.Name, print.Sha256 });
        return print;
    }

    private Task<bool> IsUnderWayAsync(Guid job, CancellationToken ct) => db.Set<Job>().AnyAsync(j => j.Id == job && (j.State == JobState.Waiting || j.State == JobState.Running), ct);
}
