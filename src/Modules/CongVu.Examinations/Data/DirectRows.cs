using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

/// <summary>A part in which people hear or see the candidate: interview, practical test, a project and its defence.</summary>
internal sealed class DirectPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ExamId { get; init; }
    /// <summary>Code of the round in the law of the day; empty where the council's plan decides.</summary>
    public string Round { get; init; } = "";
    public required string Name { get; init; }
    /// <summary>Percent of the score that ranks.</summary>
    public int Weight { get; init; }
    /// <summary>How many mark each candidate.</summary>
    public int Examiners { get; init; }
    public DateTime OpenedAt { get; init; }
    public Guid OpenedBy { get; init; }
}

internal sealed class DirectMark
{
    public Guid PartId { get; init; }
    public Guid CandidateId { get; init; }
    public Guid MarkerId { get; init; }
    public int Hundredths { get; init; }
    public string Note { get; init; } = "";
    public DateTime At { get; init; }
}

internal sealed class DirectDecision
{
    public Guid PartId { get; init; }
    public Guid CandidateId { get; init; }
    public int Hundredths { get; init; }
    public bool IsAbsent { get; init; }
    public required string Reason { get; init; }
    public Guid DecidedBy { get; init; }
    public DateTime At { get; init; }
}

/// <summary>How many are wanted for a position.</summary>
internal sealed class Vacancy
{
    public Guid ExamId { get; init; }
    public required string Position { get; init; }
    public int Seats { get; set; }
}

internal sealed class DirectConfigurations : IEntityTypeConfiguration<DirectPart>, IEntityTypeConfiguration<DirectMark>, IEntityTypeConfiguration<DirectDecision>, IEntityTypeConfiguration<Vacancy>
{
    private const string Schema = "examinations";

    public void Configure(EntityTypeBuilder<DirectPart> row)
    {
        row.ToTable("direct_part", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<Exam>().WithMany().HasForeignKey(r => r.ExamId);
    }

    public void Configure(EntityTypeBuilder<DirectMark> row)
    {
        row.ToTable("direct_mark", Schema);
        row.HasKey(r => new { r.PartId, r.CandidateId, r.MarkerId });
        row.HasOne<DirectPart>().WithMany().HasForeignKey(r => r.PartId);
    }

    public void Configure(EntityTypeBuilder<DirectDecision> row)
    {
        row.ToTable("direct_decision", Schema);
        row.HasKey(r => new { r.PartId, r.CandidateId });
        row.HasOne<DirectPart>().WithMany().HasForeignKey(r => r.PartId);
    }

    public void Configure(EntityTypeBuilder<Vacancy> row)
    {
        row.ToTable("vacancy", Schema);
        row.HasKey(r => new { r.ExamId, r.Position });
    }
}
