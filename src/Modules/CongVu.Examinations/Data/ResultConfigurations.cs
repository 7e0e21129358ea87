using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

internal sealed class ResultConfigurations : IEntityTypeConfiguration<SittingItem>, IEntityTypeConfiguration<ItemStatistic>, IEntityTypeConfiguration<FaultyQuestion>, IEntityTypeConfiguration<Essay>, IEntityTypeConfiguration<EssayMark>
{
    private const string Schema = "examinations";

    public void Configure(EntityTypeBuilder<SittingItem> row)
    {
        row.ToTable("sitting_item", Schema);
        row.HasKey(r => new { r.SittingId, r.ItemId });
        row.HasOne<Sitting>().WithMany().HasForeignKey(r => r.SittingId);
        row.HasOne<BankItem>().WithMany().HasForeignKey(r => r.ItemId);
    }

    public void Configure(EntityTypeBuilder<ItemStatistic> row)
    {
        row.ToTable("item_statistic", Schema);
        row.HasKey(r => new { r.SittingId, r.ItemId });
        row.Property(r => r.Options).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<FaultyQuestion> row)
    {
        row.ToTable("faulty_question", Schema);
        row.HasKey(r => new { r.SittingId, r.ItemId });
    }

    public void Configure(EntityTypeBuilder<Essay> row)
    {
        row.ToTable("essay", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<Sitting>().WithMany().HasForeignKey(r => r.SittingId);
        row.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId);
    }

    public void Configure(EntityTypeBuilder<EssayMark> row)
    {
        row.ToTable("essay_mark", Schema);
        row.HasKey(r => new { r.EssayId, r.Step });
        row.HasOne<Essay>().WithMany().HasForeignKey(r => r.EssayId);
    }
}
