using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Communes.Data;

internal sealed class CommuneConfigurations : IEntityTypeConfiguration<Profile>, IEntityTypeConfiguration<VillageState>, IEntityTypeConfiguration<Resolution>,
    IEntityTypeConfiguration<Title>, IEntityTypeConfiguration<Holder>, IEntityTypeConfiguration<Holding>
{
    // Keys are made in the application: a row with a key is new until it is saved.
    public void Configure(EntityTypeBuilder<Profile> row) { row.ToTable("profile", "communes"); row.Property(r => r.Id).ValueGeneratedNever(); row.Property(r => r.WithdrawnAt).IsConcurrencyToken(); }
    public void Configure(EntityTypeBuilder<VillageState> row) { row.ToTable("village_state", "communes"); row.Property(r => r.Id).ValueGeneratedNever(); row.Property(r => r.WithdrawnAt).IsConcurrencyToken(); }
    public void Configure(EntityTypeBuilder<Resolution> row)
    {
        row.ToTable("resolution", "communes");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.Ignore(r => r.Cited);
    }
    public void Configure(EntityTypeBuilder<Title> row) { row.ToTable("title", "communes"); row.Property(r => r.Id).ValueGeneratedNever(); row.HasOne<Resolution>().WithMany().HasForeignKey(r => r.ResolutionId); }
    public void Configure(EntityTypeBuilder<Holder> row) { row.ToTable("holder", "communes"); row.Property(r => r.Id).ValueGeneratedNever(); }
    public void Configure(EntityTypeBuilder<Holding> row)
    {
        row.ToTable("holding", "communes");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.WithdrawnAt).IsConcurrencyToken();
        row.HasOne<Holder>().WithMany().HasForeignKey(r => r.HolderId);
    }
}
