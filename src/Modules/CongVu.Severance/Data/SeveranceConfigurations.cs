using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Severance.Data;

internal sealed class SeveranceConfigurations : IEntityTypeConfiguration<Scheme>, IEntityTypeConfiguration<SchemeYear>, IEntityTypeConfiguration<Batch>, IEntityTypeConfiguration<SeveranceCase>,
    IEntityTypeConfiguration<CaseAnswer>, IEntityTypeConfiguration<RetirementNotice>, IEntityTypeConfiguration<Resignation>, IEntityTypeConfiguration<Step>, IEntityTypeConfiguration<Inspection>, IEntityTypeConfiguration<ListColumnRow>
{
    private const string Schema = "severance";

    // Keys are made in the application: a row with a key is new until it is saved.
    public void Configure(EntityTypeBuilder<Scheme> row)
    {
        row.ToTable("scheme", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.Ignore(r => r.Target);
    }

    public void Configure(EntityTypeBuilder<SchemeYear> row)
    {
        row.ToTable("scheme_year", Schema);
        row.HasKey(r => new { r.SchemeId, r.Year });
        row.HasOne<Scheme>().WithMany().HasForeignKey(r => r.SchemeId);
    }

    public void Configure(EntityTypeBuilder<Batch> row)
    {
        row.ToTable("batch", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<Scheme>().WithMany().HasForeignKey(r => r.SchemeId);
    }

    public void Configure(EntityTypeBuilder<SeveranceCase> row)
    {
        row.ToTable("severance_case", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Snapshot).HasColumnType("jsonb");
        row.HasOne<Batch>().WithMany().HasForeignKey(r => r.BatchId);
    }

    public void Configure(EntityTypeBuilder<CaseAnswer> row)
    {
        row.ToTable("case_answer", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<SeveranceCase>().WithMany().HasForeignKey(r => r.CaseId);
    }

    public void Configure(EntityTypeBuilder<RetirementNotice> row) { row.ToTable("retirement_notice", Schema); row.Property(r => r.Id).ValueGeneratedNever(); }

    public void Configure(EntityTypeBuilder<Resignation> row)
    {
        row.ToTable("resignation", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Inspection> row)
    {
        row.ToTable("inspection", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.Ignore(r => r.IsOpen);
    }

    public void Configure(EntityTypeBuilder<ListColumnRow> row)
    {
        row.ToTable("list_column", Schema);
        row.HasKey(r => new { r.SchemeId, r.List, r.Key });
        row.HasOne<Scheme>().WithMany().HasForeignKey(r => r.SchemeId);
    }

    public void Configure(EntityTypeBuilder<Step> row) { row.ToTable("step", Schema); row.Property(r => r.Id).ValueGeneratedNever(); }
}
