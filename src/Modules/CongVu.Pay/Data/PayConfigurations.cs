using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Pay.Data;

internal sealed class PayConfigurations : IEntityTypeConfiguration<RaiseFact>, IEntityTypeConfiguration<EarlyRound>, IEntityTypeConfiguration<EarlyCandidate>,
    IEntityTypeConfiguration<Achievement>, IEntityTypeConfiguration<EarlyStep>
{
    // Keys are made in the application: a row with a key is new until it is saved.
    public void Configure(EntityTypeBuilder<RaiseFact> row) { row.ToTable("raise_fact", "pay"); row.Property(r => r.Id).ValueGeneratedNever(); }
    public void Configure(EntityTypeBuilder<EarlyRound> row)
    {
        row.ToTable("early_round", "pay");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.Ignore(r => r.WholeQuota).Ignore(r => r.UsableUntil);
    }
    public void Configure(EntityTypeBuilder<EarlyCandidate> row) { row.ToTable("early_candidate", "pay"); row.Property(r => r.Id).ValueGeneratedNever(); row.HasOne<EarlyRound>().WithMany().HasForeignKey(r => r.RoundId); }
    public void Configure(EntityTypeBuilder<Achievement> row) { row.ToTable("achievement", "pay"); row.Property(r => r.Id).ValueGeneratedNever(); }
    public void Configure(EntityTypeBuilder<EarlyStep> row) { row.ToTable("early_step", "pay"); row.Property(r => r.Id).ValueGeneratedNever(); row.HasOne<EarlyRound>().WithMany().HasForeignKey(r => r.RoundId); }
}
