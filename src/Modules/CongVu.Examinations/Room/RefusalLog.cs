using CongVu.Platform.Audit;
using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>
/// Writes down what was refused: with a known seat as an event of its sitting, so that it stands in the minutes; otherwise in the audit log. The same refusal of
/// the same machine is written once in ten seconds, so that an attack fills no disk.
/// </summary>
internal sealed class RefusalLog(NpgsqlDataSource source, AuditLog audit, TryLimit limit, TimeProvider clock)
{
    private static readonly TimeSpan Once = TimeSpan.FromSeconds(10);

    public async Task OfSeatAsync(SeatRef seat, string what, string address, CancellationToken ct, object? detail = null)
    {
        if (!limit.Take($"log {seat.SeatId} {what}", 1, Once)) return;
        await using var connection = await source.OpenConnectionAsync(ct);
        await RoomEvents.AddAsync(connection, RoomEvents.Of(seat.SittingId, seat.RoomId, seat.SeatId, clock.UtcNow(), RoomEvents.Refused, reason: RoomWords.Refusal(what), detail: new { what, address, detail }), ct);
    }

    public async Task OfStrangerAsync(string what, string address, CancellationToken ct)
    {
        if (limit.Take($"log {address} {what}", 1, Once)) await audit.ReadAsync(new AuditLine("examinations.room.refused", Detail: new { what, address }), ct);
    }
}

/// <summary>A seat with what it belongs to.</summary>
internal sealed record SeatRef(Guid SeatId, Guid SittingId, Guid RoomId);
