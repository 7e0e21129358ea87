using Microsoft.Extensions.DependencyInjection;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Decisions.UseCases;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Events;
using CongVu.Platform.Jobs;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Effects;

/// <summary>Job payload: apply what takes hold on the day.</summary>
internal sealed record ApplyDecision(Guid DecisionId, DateOnly Day);

/// <summary>
/// Makes signed effects take hold: those due by a day at once, the others by a job on their day. All effects of a decision that
/// are due together are applied in the caller's transaction or none is.
/// </summary>
internal sealed class EffectRunner(CongVuDb db, EffectRegistry registry, IServiceProvider services, DecisionDesk desk, DutyEnds duties, Outbox outbox, JobQueue jobs)
{
    public const string JobKind = "decisions.apply";

    /// <summary>Applies the planned effects due by the day. Effects applied already are not planned any more, so a second call does nothing.</summary>
    /// <returns>How many were applied.</returns>
    public async Task<int> ApplyAsync(Decision decision, ProcessRun run, DateOnly today, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var planned = await PlannedAsync(decision.Id, ct);
        var due = planned.Where(e => (e.CorrectedFrom ?? e.FromDay) <= today).ToList();
        if (due.Count == 0) return 0;
        var acts = due.Select(Read).ToList();
        var ended = await duties.AmongAsync(decision.Id, acts, ct);
        var source = new ActSource(decision.Id, null, run.Id, run.At, decision.Label);
        foreach (var applier in services.GetServices<EffectApplier>())
        {
            var own = acts.Where(a => applier.Types.Contains(a.Effect.GetType())).ToList();
            if (own.Count > 0) await applier.ApplyAsync(source, own, ct);
        }
        foreach (var effect in due) (effect.State, effect.AppliedAt) = (EffectState.Applied, run.At);
        if (due.Count == planned.Count) desk.Move(decision, DecisionState.Effective, run with { Kind = DecisionProcesses.Apply });
        else desk.Touch(decision);
        outbox.Publish(new DecisionEffective(decision.Id, decision.ActionCode, acts.Min(a => a.From), [.. acts.Select(a => a.SubjectId).Distinct()]));
        foreach (var end in ended) outbox.Publish(end);
        return due.Count;
    }

    /// <summary>One job per day on which something still takes hold: five minutes into the day in Vietnam.</summary>
    public async Task ScheduleAsync(Decision decision, CancellationToken ct)
    {
        foreach (var day in (await PlannedAsync(decision.Id, ct)).Select(e => e.CorrectedFrom ?? e.FromDay).Distinct())
        {
            var key = KeyOf(decision.Id, day);
            if (!await db.Set<Job>().AnyAsync(j => j.DedupeKey == key, ct))
                jobs.Enqueue(JobKind, new ApplyDecision(decision.Id, day), VietnamTime.StartOf(day).AddMinutes(5).UtcDateTime, key);
        }
    }

    /// <summary>The key under which a day's job exists once.</summary>
    public static string KeyOf(Guid decisionId, DateOnly day) => $"{JobKind}:{decisionId}:{day:yyyy-MM-dd}";

    private Task<List<DecisionEffect>> PlannedAsync(Guid decisionId, CancellationToken ct) =>
        (from effect in db.Set<DecisionEffect>()
         join item in db.Set<DecisionItem>() on effect.ItemId equals item.Id
         where effect.DecisionId == decisionId && effect.State == EffectState.Planned
         orderby item.No, effect.Ordinal
         select effect).ToListAsync(ct);

    private PlannedEffect Read(DecisionEffect e) => new(e.Id, e.SubjectId, e.CorrectedFrom ?? e.FromDay, registry.Read(e.Code, e.CorrectedPayload ?? e.Payload));
}
