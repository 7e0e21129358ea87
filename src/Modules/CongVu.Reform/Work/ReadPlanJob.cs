using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Notices;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Reading;
using CongVu.Reform.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Work;

/// <summary>Job payload: read a stored plan file into a draft.</summary>
internal sealed record ReadPlan(Guid FileId);

/// <summary>What the waiting page finds: the draft, or why the file could not be read.</summary>
internal sealed record ReadPlanResult(Guid? PlanId, string? Refused);

/// <summary>
/// Reads a large plan file apart from the request that brought it. A file that cannot be read is an answer, not a failure: trying again would
/// not make it readable. A second run finds the draft of the first.
/// </summary>
internal sealed class ReadPlanJob(CongVuDb db, FileStore files, PlanDrafting drafting, NoticeBoard notices) : JobHandler
{
    public const string JobKind = "reform.read-plan";

    public override string Kind => JobKind;

    public override JobLane Lane => JobLane.Slow;

    public override TimeSpan Lease => TimeSpan.FromMinutes(10);

    public override int MaxAttempts => 3;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var fileId = job.Payload<ReadPlan>().FileId;
        var file = await files.FindAsync(fileId, ct) ?? throw new InvalidOperationException("The plan file is gone.");
        await job.ReportAsync(5, $"Đang đọc tệp {file.Name}", ct);
        var result = await ReadAsync(job, file, ct);
        job.Result = result;
        if (job.AccountId is { } account) await TellAsync(account, file, result, job.Id, ct);
    }

    private async Task<ReadPlanResult> ReadAsync(JobContext job, StoredFile file, CancellationToken ct)
    {
        if (await db.Set<Plan>().Where(p => p.SourceFileId == file.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct) is { } present) return new(present, null);
        using var content = new MemoryStream(checked((int)file.Size));
        await files.CopyToAsync(file.Id, content, ct);
        content.Position = 0;
        try
        {
            var read = PlanReader.Read(content, file.Name);
            await job.ReportAsync(70, $"Đã đọc {read.Tasks.Count} nhiệm vụ, đang lập bản xem lại", ct);
            return new(await drafting.DraftAsync(read, file.Name, file.Id, ct, job.AccountId), null);
        }
        catch (PlanReadException refused) { return new(null, refused.Message); }
    }

    private async Task TellAsync(Guid account, StoredFile file, ReadPlanResult result, Guid jobId, CancellationToken ct)
    {
        var (title, href) = result.PlanId is { } plan ? ($"Đã đọc xong kế hoạch {file.Name}", ReformLinks.Draft(plan)) : ($"Không đọc được {file.Name}", ReformLinks.ReadResult(jobId));
        await notices.SendAsync([account], title, result.Refused ?? "Mở để xem lại từng dòng trước khi đưa vào theo dõi.", href, ct, $"{JobKind}:{jobId}", result.PlanId is null ? "Warning" : "Info");
        await db.SaveChangesAsync(ct);
    }
}
