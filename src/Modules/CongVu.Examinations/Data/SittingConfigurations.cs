using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

internal sealed class SittingConfigurations : IEntityTypeConfiguration<BlueprintRow>, IEntityTypeConfiguration<Exam>, IEntityTypeConfiguration<ExamMember>, IEntityTypeConfiguration<Candidate>,
    IEntityTypeConfiguration<Sitting>, IEntityTypeConfiguration<Room>, IEntityTypeConfiguration<Seat>, IEntityTypeConfiguration<SittingEvent>, IEntityTypeConfiguration<SeatDevice>, IEntityTypeConfiguration<SeatEntry>
{
    private const string Schema = "examinations";

    public void Configure(EntityTypeBuilder<BlueprintRow> row)
    {
        row.ToTable("blueprint", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Cells).HasColumnType("jsonb");
        row.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Exam> row)
    {
        row.ToTable("exam", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ExamMember> row)
    {
        row.ToTable("exam_member", Schema);
        row.HasKey(r => new { r.ExamId, r.AccountId, r.Role });
        row.HasOne<Exam>().WithMany().HasForeignKey(r => r.ExamId);
    }

    public void Configure(EntityTypeBuilder<Candidate> row)
    {
        row.ToTable("candidate", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Profile).HasColumnType("jsonb");
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<Exam>().WithMany().HasForeignKey(r => r.ExamId);
    }

    public void Configure(EntityTypeBuilder<Sitting> row)
    {
        row.ToTable("sitting", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<Exam>().WithMany().HasForeignKey(r => r.ExamId);
        row.HasOne<BlueprintRow>().WithMany().HasForeignKey(r => r.BlueprintId);
    }

    public void Configure(EntityTypeBuilder<Room> row)
    {
        row.ToTable("room", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<Sitting>().WithMany().HasForeignKey(r => r.SittingId);
    }

    public void Configure(EntityTypeBuilder<Seat> row)
    {
        row.ToTable("seat", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<Sitting>().WithMany().HasForeignKey(r => r.SittingId);
        row.HasOne<Candidate>().WithMany().HasForeignKey(r => r.CandidateId);
        row.HasOne<Room>().WithMany().HasForeignKey(r => r.RoomId);
    }

    public void Configure(EntityTypeBuilder<SittingEvent> row)
    {
        row.ToTable("sitting_event", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Detail).HasColumnType("jsonb");
        row.HasOne<Sitting>().WithMany().HasForeignKey(r => r.SittingId);
        row.HasOne<Room>().WithMany().HasForeignKey(r => r.RoomId);
        row.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId);
    }

    public void Configure(EntityTypeBuilder<SeatDevice> row)
    {
        row.ToTable("seat_device", Schema);
        row.HasKey(r => new { r.SeatId, r.Epoch });
        row.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId);
    }

    public void Configure(EntityTypeBuilder<SeatEntry> row)
    {
        row.ToTable("seat_entry", Schema);
        row.HasKey(r => new { r.SeatId, r.Epoch, r.Sequence });
        row.HasOne<SeatDevice>().WithMany().HasForeignKey(r => new { r.SeatId, r.Epoch });
    }
}
