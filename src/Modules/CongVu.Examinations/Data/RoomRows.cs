using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CongVu.Examinations.Data;

/// <summary>Leave to go on at another machine, by a code that serves once.</summary>
internal sealed class SeatMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SeatId { get; init; }
    public required string CodeHash { get; init; }
    public DateTime MadeAt { get; init; }
    public Guid MadeBy { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
    public int? Epoch { get; set; }
}

internal sealed class CarryKey
{
    public Guid SittingId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required byte[] SealedPrivateKey { get; init; }
    public DateTime MadeAt { get; init; }
}

/// <summary>A machine's log that came by hand, encrypted as the machine wrote it.</summary>
internal sealed class CarriedFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SittingId { get; init; }
    public Guid RoomId { get; init; }
    public Guid SeatId { get; init; }
    public int Epoch { get; init; }
    public int Entries { get; init; }
    public int LastSequence { get; init; }
    public required byte[] Content { get; init; }
    public required string Sha256 { get; init; }
    public DateTime UploadedAt { get; init; }
    public Guid UploadedBy { get; init; }
    public DateTime? ConfirmedAt { get; set; }
    public Guid? ConfirmedBy { get; set; }
    /// <summary>How many of its entries were new to the server.</summary>
    public int? Taken { get; set; }
}

internal sealed class RoomConfigurations : IEntityTypeConfiguration<SeatMove>, IEntityTypeConfiguration<CarryKey>, IEntityTypeConfiguration<CarriedFile>
{
    private const string Schema = "examinations";

    public void Configure(EntityTypeBuilder<SeatMove> row)
    {
        row.ToTable("seat_move", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId);
    }

    public void Configure(EntityTypeBuilder<CarryKey> row)
    {
        row.ToTable("carry_key", Schema);
        row.HasKey(r => r.SittingId);
        row.HasOne<Sitting>().WithMany().HasForeignKey(r => r.SittingId);
    }

    public void Configure(EntityTypeBuilder<CarriedFile> row)
    {
        row.ToTable("carried_file", Schema);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasOne<Seat>().WithMany().HasForeignKey(r => r.SeatId);
    }
}
