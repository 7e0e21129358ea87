using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Platform.Jobs;

/// <summary>Where a job stands. Dead: it failed too often and waits for a person.</summary>
public enum JobState { Waiting, Running, Done, Dead }

/// <summary>Work to be done once, on whichever node, now or later. Enqueued in the transaction that causes it.</summary>
public sealed class Job
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Which handler.</summary>
    public required string Kind { get; init; }
    /// <summary>JSON for the handler.</summary>
    public required string Payload { get; init; }
    /// <summary>At most one job with this key ever exists.</summary>
    public string? DedupeKey { get; init; }
    /// <summary>Not before this instant.</summary>
    public DateTime RunAt { get; set; }
    /// <summary>State.</summary>
    public JobState State { get; set; } = JobState.Waiting;
    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }
    /// <summary>A running job whose lease is over is taken up again.</summary>
    public DateTime? LeaseUntil { get; set; }
    /// <summary>Node that holds the lease.</summary>
    public string? LeasedBy { get; set; }
    /// <summary>Percent done, 0 to 100.</summary>
    public int Progress { get; set; }
    /// <summary>What is being done, in Vietnamese.</summary>
    public string? ProgressText { get; set; }
    /// <summary>JSON result for the page that waits.</summary>
    public string? Result { get; set; }
    /// <summary>Message of the last failure.</summary>
    public string? LastError { get; set; }
    /// <summary>Who asked for it.</summary>
    public Guid? AccountId { get; init; }
    /// <summary>When it was asked for.</summary>
    public DateTime CreatedAt { get; init; }
    /// <summary>When it ended.</summary>
    public DateTime? FinishedAt { get; set; }
}

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("job", "platform");
        job.Property(j => j.Payload).HasColumnType("jsonb");
        job.Property(j => j.Result).HasColumnType("jsonb");
    }
}
