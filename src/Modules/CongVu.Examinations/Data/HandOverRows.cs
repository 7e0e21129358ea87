using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

internal enum HandOverKind { Recruitment, Record }

/// <summary>A candidate whose result went into a draft.</summary>
internal sealed class ExamHandOver
{
    public Guid CandidateId { get; init; }
    public HandOverKind Kind { get; init; }
    public Guid ExamId { get; init; }
    /// <summary>Null only between claiming the candidates and having their draft.</summary>
    public Guid? DecisionId { get; set; }
    public Guid MadeBy { get; init; }
    public DateTime MadeAt { get; init; }
}

/// <summary>A numbered certificate.</summary>
internal sealed class ExamCertificate
{
    public Guid ExamId { get; init; }
    public int Number { get; init; }
    public Guid CandidateId { get; init; }
    public DateOnly IssuedOn { get; init; }
    public Guid IssuedBy { get; init; }
}

internal sealed class HandOverConfigurations : IEntityTypeConfiguration<ExamHandOver>, IEntityTypeConfiguration<ExamCertificate>
{
    private const string Schema = "examinations";

    public void Configure(EntityTypeBuilder<ExamHandOver> row)
    {
        row.ToTable("exam_hand_over", Schema);
        row.HasKey(r => new { r.CandidateId, r.Kind });
        row.HasOne<Candidate>().WithMany().HasForeignKey(r => r.CandidateId);
    }

    public void Configure(EntityTypeBuilder<ExamCertificate> row)
    {
        row.ToTable("exam_certificate", Schema);
        row.HasKey(r => new { r.ExamId, r.Number });
        row.HasOne<Candidate>().WithMany().HasForeignKey(r => r.CandidateId);
    }
}
