using CongVu.Personnel.Declarations;
using CongVu.Personnel.Disputes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Personnel.Data;

internal sealed class SelfServiceConfigurations : IEntityTypeConfiguration<Declaration>, IEntityTypeConfiguration<DeclarationItem>,
    IEntityTypeConfiguration<DeclarationFile>, IEntityTypeConfiguration<DeclarationStep>, IEntityTypeConfiguration<Dispute>
{
    private const string Schema = "personnel";

    public void Configure(EntityTypeBuilder<Declaration> declaration)
    {
        declaration.ToTable("declaration", Schema);
        declaration.Property(d => d.Version).IsConcurrencyToken();
        declaration.Ignore(d => d.IsOpen).Ignore(d => d.Label);
    }

    public void Configure(EntityTypeBuilder<DeclarationItem> item)
    {
        item.ToTable("declaration_item", Schema);
        item.HasKey(i => new { i.DeclarationId, i.Code });
        item.Property(i => i.Before).HasColumnType("jsonb");
        item.Property(i => i.Wanted).HasColumnType("jsonb");
        item.HasOne<Declaration>().WithMany().HasForeignKey(i => i.DeclarationId);
    }

    public void Configure(EntityTypeBuilder<DeclarationFile> file)
    {
        file.ToTable("declaration_file", Schema);
        file.HasKey(f => f.FileId);
        file.HasOne<Declaration>().WithMany().HasForeignKey(f => f.DeclarationId);
    }

    public void Configure(EntityTypeBuilder<DeclarationStep> step)
    {
        step.ToTable("declaration_step", Schema);
        step.HasOne<Declaration>().WithMany().HasForeignKey(s => s.DeclarationId);
    }

    public void Configure(EntityTypeBuilder<Dispute> dispute)
    {
        dispute.ToTable("dispute", Schema);
        dispute.Property(d => d.Version).IsConcurrencyToken();
        dispute.Ignore(d => d.Label);
    }
}
