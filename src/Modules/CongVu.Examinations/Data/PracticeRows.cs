using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

/// <summary>A paper an official drew to prepare with.</summary>
internal sealed class PracticePaper
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public Guid BlueprintId { get; init; }
    public DateTime StartedAt { get; init; }
    public DateTime? SavedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public int? ScoreHundredths { get; set; }
    public int MaxHundredths { get; init; }
    public int Version { get; set; } = 1;
}

internal sealed class PracticeQuestion
{
    public Guid PaperId { get; init; }
    public int Place { get; init; }
    public Guid ItemId { get; init; }
    public int ItemVersion { get; init; }
    public int PointsHundredths { get; init; }
    public string[] Options { get; init; } = [];
    /// <summary>JSON of part to value; null while unanswered.</summary>
    public string? Answer { get; set; }
    public int? EarnedHundredths { get; set; }
}

internal sealed class PracticeConfigurations : IEntityTypeConfiguration<PracticePaper>, IEntityTypeConfiguration<PracticeQuestion>
{
    private const string Schema = "examinations";

    public void Configure(EntityTypeBuilder<PracticePaper> row)
    {
        row.ToTable("practice_paper", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<BlueprintRow>().WithMany().HasForeignKey(r => r.BlueprintId);
    }

    public void Configure(EntityTypeBuilder<PracticeQuestion> row)
    {
        row.ToTable("practice_question", Schema);
        row.HasKey(r => new { r.PaperId, r.Place });
        row.HasOne<PracticePaper>().WithMany().HasForeignKey(r => r.PaperId);
        row.HasOne<BankItemVersion>().WithMany().HasForeignKey(r => new { r.ItemId, r.ItemVersion });
    }
}
