using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Organisation.Data;

internal sealed class UnitConfigurations : IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<UnitEffectRow>,
    IEntityTypeConfiguration<UnitVersion>, IEntityTypeConfiguration<UnitLineage>
{
    public void Configure(EntityTypeBuilder<Unit> unit) => unit.ToTable("unit", "organisation");

    public void Configure(EntityTypeBuilder<UnitEffectRow> effect)
    {
        effect.ToTable("unit_effect", "organisation");
        effect.HasKey(e => e.RowId);
        effect.Property(e => e.RowId).ValueGeneratedNever();
        effect.Property(e => e.Payload).HasColumnType("jsonb");
        effect.Property(e => e.Seq).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<UnitVersion> version)
    {
        version.ToTable("unit_version", "organisation");
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Ignore(v => v.DeclarationId);
        version.Ignore(v => v.Content);
    }

    public void Configure(EntityTypeBuilder<UnitLineage> lineage)
    {
        lineage.ToTable("unit_lineage", "organisation");
        lineage.Property(l => l.Id).ValueGeneratedNever();
        lineage.Ignore(l => l.Content);
    }
}
