using CongVu.Decisions.Domain;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Authority;

/// <summary>Job payload: look again at what was signed from a day on.</summary>
internal sealed record RecheckAuthority(DateOnly From);

/// <summary>A rule was entered, replaced or ended: whatever was signed from its day on is measured again, by a job.</summary>
internal sealed class RulesChangedHandler(CongVuDb db, JobQueue jobs) : Platform.Events.EventHandler<AuthorityRulesChanged>
{
    public override async Task HandleAsync(AuthorityRulesChanged news, CancellationToken ct)
    {
        jobs.Enqueue(RecheckAuthorityJob.JobKind, new RecheckAuthority(news.From));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Measures decisions signed from a day on, imported ones and our own, by the rules as they are known now. Begun again, it finds nothing new to write.</summary>
internal sealed class RecheckAuthorityJob(AuthorityReview review) : JobHandler
{
    public const string JobKind = "decisions.recheck-authority";
    private const int Batch = 1_000;

    public override string Kind => JobKind;

    public override JobLane Lane => JobLane.Slow;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var (day, after) = (job.Payload<RecheckAuthority>().From, Guid.Empty);
        var (done, changed) = (0, 0);
        while (true)
        {
            var batch = await AuthorityReview.Rows(review.Judgeable().Where(d => d.AuthorityState != AuthorityState.Unchecked && (d.SignedOn > day || (d.SignedOn == day && d.Id.CompareTo(after) > 0)))
                .OrderBy(d => d.SignedOn).ThenBy(d => d.Id).Take(Batch)).ToListAsync(ct);
            if (batch.Count == 0) break;
            changed += await review.ReviewAsync(batch, ct);
            done += batch.Count;
            (day, after) = (batch[^1].SignedOn, batch[^1].Id);
            await job.ReportAsync(50, $"Đã xem lại thẩm quyền {done} quyết định", ct);
        }
        job.Result = new { done, changed };
    }
}
