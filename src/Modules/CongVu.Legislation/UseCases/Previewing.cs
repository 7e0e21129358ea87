using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Work;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;

namespace CongVu.Legislation.UseCases;

/// <summary>Orders a preview; a job computes it.</summary>
internal sealed class Previewing(CongVuDb db, ProcessLog processes, JobQueue jobs, Gate gate)
{
    public async Task<ImpactRun> OrderAsync(Guid? changeId, string key, DateOnly from, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        await using var process = await processes.BeginAsync(LegislationProcesses.Preview, "law-change", changeId, ct);
        var run = new ImpactRun { ChangeId = changeId, ParameterKey = key, FromDay = from, AskedBy = gate.Actor.AccountId, AskerName = gate.Actor.DisplayName, AskedAt = process.Run.At };
        run.JobId = jobs.Enqueue(ImpactJob.JobKind, new ImpactOrder(run.Id));
        db.Add(run);
        await process.CommitAsync(ct, detail: new { key, from });
        return run;
    }
}
