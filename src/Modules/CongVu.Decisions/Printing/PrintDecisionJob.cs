using System.Security.Cryptography;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Processes;

namespace CongVu.Decisions.Printing;

/// <summary>Job payload: make the paper of a signed decision.</summary>
internal sealed record PrintDecision(Guid DecisionId);

/// <summary>
/// Makes the paper of a signed decision once: DOCX always, PDF where LibreOffice is there. What is stored is never replaced; its
/// hash is kept with the decision.
/// </summary>
internal sealed class PrintDecisionJob(DecisionStore store, DecisionPaper paper, FileStore files, PdfConverter pdf, ProcessLog processes) : JobHandler
{
    public const string JobKind = "decisions.print";
    public const string OwnerType = "decision";

    public override string Kind => JobKind;

    public override JobLane Lane => JobLane.Slow;

    public override int MaxAttempts => 4;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var id = job.Payload<PrintDecision>().DecisionId;
        var loaded = await store.ReadAsync(id, ct);
        if (!loaded.Decision.State.IsSigned() || loaded.Decision is { DocxFileId: not null, PdfFileId: not null }) return;
        var name = FileName(loaded.Decision);
        var docx = loaded.Decision.DocxFileId is { } present ? await files.ReadAsync(present, ct) : AdministrativeDocx.Write(await paper.OfAsync(loaded, ct));
        var docxFile = loaded.Decision.DocxFileId ?? await SaveAsync(docx, name + ".docx", AdministrativeDocx.ContentType, loaded.Decision, ct);
        await job.ReportAsync(50, "Đã tạo bản Word, đang tạo bản PDF", ct);
        var (pdfFile, why) = await PdfAsync(docx, name, loaded.Decision, ct);

        await using var process = await processes.BeginAsync(DecisionProcesses.Print, "decision", id, ct);
        var decision = await store.LockOnlyAsync(id, ct);
        decision.DocxFileId ??= docxFile;
        decision.PdfFileId ??= pdfFile;
        decision.PaperSha256 ??= SHA256.HashData(docx);
        await process.CommitAsync(ct, decision.UnitId);
        job.Result = new { docx = decision.DocxFileId, pdf = decision.PdfFileId, why };
    }

    /// <summary>"Quyet dinh 125-QD-SNV" in letters any system takes.</summary>
    public static string FileName(Decision decision) => $"Quyết định {decision.NumberText?.Replace('/', '-') ?? "dự thảo"}";

    private async Task<(Guid? File, string? Why)> PdfAsync(byte[] docx, string name, Decision decision, CancellationToken ct)
    {
        using var source = new MemoryStream(docx);
        using var target = new MemoryStream();
        return await pdf.ConvertAsync(source, OfficeFormat.Docx, target, ct) switch
        {
            PdfOutcome.Converted => (await SaveAsync(target.ToArray(), name + ".pdf", "application/pdf", decision, ct), null),
            PdfOutcome.LibreOfficeMissing missing => (null, missing.Message),
            var failed => throw new InvalidOperationException(failed.ToString()),
        };
    }

    private async Task<Guid> SaveAsync(byte[] content, string name, string mediaType, Decision decision, CancellationToken ct)
    {
        using var stream = new MemoryStream(content);
        return (await files.SaveAsync(stream, name, mediaType, OwnerType, decision.Id, decision.UnitId, ct)).Id;
    }
}
