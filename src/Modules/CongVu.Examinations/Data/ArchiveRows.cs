using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

/// <summary>The sealed package of an examination; hash and contents stay when it is destroyed.</summary>
internal sealed class ExamArchive
{
    public Guid ExamId { get; init; }
    public DateTime SealedAt { get; init; }
    public Guid SealedBy { get; init; }
    public required string Sha256 { get; init; }
    public long Size { get; init; }
    public Guid? FileId { get; set; }
    /// <summary>JSON of Archive.ArchivedSitting.</summary>
    public required string Contents { get; init; }
    /// <summary>The last day papers and answers must be kept.</summary>
    public DateOnly KeepUntil { get; init; }
    public required string KeepSource { get; init; }
}

internal sealed class ExamCopy
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ExamId { get; init; }
    public required string Place { get; init; }
    public Guid MadeBy { get; init; }
    public DateTime MadeAt { get; init; }
    /// <summary>As computed from the copy when it was read back.</summary>
    public required string Sha256 { get; init; }
    public Guid? DestroyedBy { get; set; }
    public DateTime? DestroyedAt { get; set; }
}

internal enum HoldKind { Complaint, Inspection, Lawsuit }

internal sealed class ExamHold
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ExamId { get; init; }
    public HoldKind Kind { get; init; }
    public required string Document { get; init; }
    public Guid PlacedBy { get; init; }
    public DateTime PlacedAt { get; init; }
    public Guid? LiftedBy { get; set; }
    public DateTime? LiftedAt { get; set; }
    public string? LiftReason { get; set; }
}

internal sealed class ExamDestruction
{
    public Guid ExamId { get; init; }
    /// <summary>The written decision it rests on.</summary>
    public required string OrderedBy { get; init; }
    public Guid ProposedBy { get; init; }
    public DateTime ProposedAt { get; init; }
    public Guid? DoneBy { get; set; }
    public DateTime? DoneAt { get; set; }
    /// <summary>JSON of Archive.Destroyed.</summary>
    public string? Destroyed { get; set; }
}

internal sealed class ArchiveConfigurations : IEntityTypeConfiguration<ExamArchive>, IEntityTypeConfiguration<ExamCopy>, IEntityTypeConfiguration<ExamHold>, IEntityTypeConfiguration<ExamDestruction>
{
    private const string Schema = "examinations";

    public void Configure(EntityTypeBuilder<ExamArchive> row)
    {
        row.ToTable("exam_archive", Schema);
        row.HasKey(r => r.ExamId);
        row.Property(r => r.Contents).HasColumnType("jsonb");
        row.HasOne<Exam>().WithMany().HasForeignKey(r => r.ExamId);
    }

    public void Configure(EntityTypeBuilder<ExamCopy> row)
    {
        row.ToTable("exam_copy", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<ExamArchive>().WithMany().HasForeignKey(r => r.ExamId);
    }

    public void Configure(EntityTypeBuilder<ExamHold> row)
    {
        row.ToTable("exam_hold", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<ExamArchive>().WithMany().HasForeignKey(r => r.ExamId);
    }

    public void Configure(EntityTypeBuilder<ExamDestruction> row)
    {
        row.ToTable("exam_destruction", Schema);
        row.HasKey(r => r.ExamId);
        row.Property(r => r.Destroyed).HasColumnType("jsonb");
        row.HasOne<ExamArchive>().WithMany().HasForeignKey(r => r.ExamId);
    }
}
