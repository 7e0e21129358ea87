using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

internal enum MarkDiscard { None, Extremes }

/// <summary>What the regulation of a competition for leading posts says.</summary>
internal sealed class Competition
{
    public Guid ExamId { get; init; }
    public required string Regulation { get; set; }
    public DateOnly RegisterUntil { get; set; }
    public DateTime SchemeUntil { get; set; }
    public int PassHundredths { get; set; }
    public MarkDiscard Discard { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>A project as it was handed in.</summary>
internal sealed class Scheme
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CandidateId { get; init; }
    public Guid FileId { get; init; }
    public required string Name { get; init; }
    public long Size { get; init; }
    public required string Sha256 { get; init; }
    public DateTime SubmittedAt { get; init; }
    public Guid SubmittedBy { get; init; }
    public string? Reason { get; init; }
}

internal sealed class CompetitionConfigurations : IEntityTypeConfiguration<Competition>, IEntityTypeConfiguration<Scheme>
{
    private const string Schema = "examinations";

    public void Configure(EntityTypeBuilder<Competition> row)
    {
        row.ToTable("competition", Schema);
        row.HasKey(r => r.ExamId);
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<Exam>().WithMany().HasForeignKey(r => r.ExamId);
    }

    public void Configure(EntityTypeBuilder<Scheme> row)
    {
        row.ToTable("scheme", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<Candidate>().WithMany().HasForeignKey(r => r.CandidateId);
    }
}
