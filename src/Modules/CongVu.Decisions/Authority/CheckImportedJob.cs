using CongVu.Decisions.Domain;
using CongVu.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Authority;

/// <summary>Job payload: look at everything not looked at yet.</summary>
internal sealed record CheckImported;

/// <summary>Afterwards-check of imported decisions: was whoever signed competent by the rules of that day? Goes on where it stopped.</summary>
internal sealed class CheckImportedJob(AuthorityReview review) : JobHandler
{
    public const string JobKind = "decisions.check-imported";
    private const int Batch = 1_000;

    public override string Kind => JobKind;

    public override JobLane Lane => JobLane.Slow;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var total = await Open().CountAsync(ct);
        for (var done = 0; ; done += Batch)
        {
            var batch = await AuthorityReview.Rows(Open().OrderBy(d => d.EffectiveOn).ThenBy(d => d.Id).Take(Batch)).ToListAsync(ct);
            if (batch.Count == 0) return;
            await review.ReviewAsync(batch, ct);
            await job.ReportAsync((int)Math.Min(99L, 100L * (done + batch.Count) / Math.Max(1, total)), $"Đã hậu kiểm thẩm quyền {done + batch.Count} quyết định", ct);
        }
    }

    private IQueryable<Decision> Open() => review.Judgeable().Where(d => d.Origin == DecisionOrigin.Imported && d.AuthorityState == AuthorityState.Unchecked);
}
