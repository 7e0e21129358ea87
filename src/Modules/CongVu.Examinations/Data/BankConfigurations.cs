using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

internal sealed class BankConfigurations : IEntityTypeConfiguration<BankItem>, IEntityTypeConfiguration<BankItemVersion>, IEntityTypeConfiguration<BankItemStep>, IEntityTypeConfiguration<PendingImport>
{
    private const string Schema = "examinations";

    // Keys are made in the application: a row with a key is new until it is saved.
    public void Configure(EntityTypeBuilder<BankItem> row)
    {
        row.ToTable("bank_item", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<BankItemVersion> row)
    {
        row.ToTable("bank_item_version", Schema);
        row.HasKey(r => new { r.ItemId, r.Number });
        row.HasOne<BankItem>().WithMany().HasForeignKey(r => r.ItemId);
    }

    public void Configure(EntityTypeBuilder<BankItemStep> row)
    {
        row.ToTable("bank_item_step", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<BankItem>().WithMany().HasForeignKey(r => r.ItemId);
    }

    public void Configure(EntityTypeBuilder<PendingImport> row)
    {
        row.ToTable("pending_import", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
    }
}
