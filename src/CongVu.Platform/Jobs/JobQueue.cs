using System.Text.Json;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Platform.Jobs;

/// <summary>Enqueues jobs inside the caller's transaction: they exist if and only if the change does.</summary>
public sealed class JobQueue(CongVuDb db, Gate gate, TimeProvider clock)
{
    /// <summary>Adds a job; it is saved with the caller's next save. Returns its id.</summary>
    public Guid Enqueue<T>(string kind, T payload, DateTime? runAt = null, string? dedupeKey = null)
    {
        var job = new Job
        {
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, Json.Options),
            DedupeKey = dedupeKey,
            RunAt = runAt ?? clock.UtcNow(),
            AccountId = gate.ActorOrNull?.AccountId,
            CreatedAt = clock.UtcNow(),
        };
        db.Add(job);
        return job.Id;
    }
}

/// <summary>Lanes of the runner: each goes one job at a time, and none waits for another.</summary>
public enum JobLane
{
    /// <summary>Effects, notices, events, clockwork: short work that people wait for.</summary>
    Quick,
    /// <summary>Printing, reading of large files, going through all decisions.</summary>
    Slow,
}

/// <summary>
/// Carries out one kind of job. Runs in its own scope. It may run again after a crash, so what it changes it
/// changes in one transaction that checks whether it was done already.
/// </summary>
public abstract class JobHandler
{
    /// <summary>The kind it serves.</summary>
    public abstract string Kind { get; }

    /// <summary>How long one try may take before another node may take it up; renewed by progress reports.</summary>
    public virtual TimeSpan Lease => TimeSpan.FromMinutes(2);

    /// <summary>Which lane it runs in. Whatever may take more than a second or two belongs to the slow one.</summary>
    public virtual JobLane Lane => JobLane.Quick;

    /// <summary>Tries before the job is put on the dead list.</summary>
    public virtual int MaxAttempts => 8;

    /// <summary>Does the work. An exception means: try again later.</summary>
    public abstract Task RunAsync(JobContext job, CancellationToken ct);
}

/// <summary>The job a handler is working on.</summary>
public sealed class JobContext(Guid id, string payload, Guid? accountId, Func<int, string?, CancellationToken, Task> report)
{
    /// <summary>Key of the job.</summary>
    public Guid Id { get; } = id;
    /// <summary>Who asked for it.</summary>
    public Guid? AccountId { get; } = accountId;
    /// <summary>JSON result to leave for the page that waits.</summary>
    public object? Result { get; set; }
    /// <summary>The payload as the handler's type.</summary>
    public T Payload<T>() => JsonSerializer.Deserialize<T>(payload, Json.Options)!;
    /// <summary>Reports progress in percent and renews the lease.</summary>
    public Task ReportAsync(int percent, string? text, CancellationToken ct) => report(percent, text, ct);
}

/// <summary>A job that comes back by the clock: enqueued once per period under a dedupe key by whichever node is first.</summary>
/// <param name="Kind">Handler kind.</param>
/// <param name="Every">Period, at most a day.</param>
public sealed record RecurringJob(string Kind, TimeSpan Every);
