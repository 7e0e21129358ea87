using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CongVu.Examinations.Prints;

/// <summary>Job payload: make the PDF of a paper.</summary>
internal sealed record MakePdf(Guid PrintId);

/// <summary>Makes a PDF. A conversion that fails is told, not tried again: it is expensive, and who waits can ask again.</summary>
internal sealed partial class PdfPrintJob(CongVuDb db, ItemSafe safe, PdfConverter pdf, ProcessLog processes, ILogger<PdfPrintJob> log) : JobHandler
{
    public const string JobKind = "examinations.pdf";

    public override string Kind => JobKind;

    public override JobLane Lane => JobLane.Slow;

    // A host may stop in the middle.
    public override int MaxAttempts => 3;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var id = job.Payload<MakePdf>().PrintId;
        if (await db.Set<PdfPrint>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { Pdf: null } print) return;
        await job.ReportAsync(20, "Đang tạo bản PDF", ct);
        using var source = new MemoryStream(safe.OpenFile(print.Word));
        using var target = new MemoryStream();
        var outcome = await pdf.ConvertAsync(source, OfficeFormat.Docx, target, ct);
        if (outcome is PdfOutcome.Failed failed) LogFailed(log, id, failed.Detail);
        await using var process = await processes.BeginAsync(PrintProcesses.Make, "exam", print.ExamId, ct);
        var (made, why) = outcome switch
        {
            PdfOutcome.Converted => (safe.SealFile(target.ToArray()), (string?)null),
            PdfOutcome.LibreOfficeMissing missing => (null, missing.Message),
            PdfOutcome.TimedOut late => (null, late.Message),
            PdfOutcome.Failed bad => (null, bad.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        // An examination may have been destroyed meanwhile, and its prints with it: then nothing is written.
        await db.Set<PdfPrint>().Where(p => p.Id == id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Pdf, made).SetProperty(p => p.Why, why), ct);
        await process.CommitAsync(ct, detail: new { print.Name, why });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The PDF of print {Print} could not be made: {Detail}")]
    private static partial void LogFailed(ILogger log, Guid print, string detail);
}
