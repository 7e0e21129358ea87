using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Effects;

/// <summary>
/// Makes a signed decision take hold on its day. Two nodes that get hold of it at once wait on the row of the decision; the second
/// finds nothing planned any more.
/// </summary>
internal sealed class ApplyDecisionJob(CongVuDb db, DecisionStore store, SubjectLocks locks, EffectRunner effects, DecisionNotices notices, ProcessLog processes, TimeProvider clock) : JobHandler
{
    public override string Kind => EffectRunner.JobKind;

    public override TimeSpan Lease => TimeSpan.FromMinutes(5);

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var payload = job.Payload<ApplyDecision>();
        await using var process = await processes.BeginAsync(DecisionProcesses.Apply, "decision", payload.DecisionId, ct);
        var decision = await store.LockOnlyAsync(payload.DecisionId, ct);
        if (decision.State is not (DecisionState.Signed or DecisionState.Corrected)) return;
        var subjects = await db.Set<DecisionItem>().Where(i => i.DecisionId == decision.Id && i.State == ItemState.Kept).Select(i => i.SubjectId).ToListAsync(ct);
        await locks.TakeAsync(subjects, ct);
        var applied = await effects.ApplyAsync(decision, process.Run, clock.Today(), ct);
        if (applied == 0) return; // done by another node, or annulled meanwhile
        await notices.EffectiveAsync(decision, ct);
        await process.CommitAsync(ct, decision.UnitId, subjects.Count);
        job.Result = new { applied };
    }
}
