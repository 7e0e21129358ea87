using CongVu.Examinations.Data;

namespace CongVu.Examinations.Room;

/// <summary>What the server knows of a machine's seat at one moment.</summary>
internal sealed record SeatStanding(
    Guid SeatId, int Epoch, Guid SittingId, Guid RoomId, SeatState Seat, DateTime? SealedAt, string? ReceiptHash, SeatTime Time,
    DateTime OpenedAt, DateTime LastSeenAt, DateTime? LaterOpenedAt, int Stored, int Earlier)
{
    public bool IsSealed => SealedAt is not null;

    public bool MayWrite => !IsSealed && Seat == SeatState.Working && Time.StartedAt is not null;

    public SeatView View(DateTime now, int ack) => new(
        ack, LaterOpenedAt is null, Word(now), new DateTimeOffset(now).ToUnixTimeMilliseconds(), (long)Math.Max(0, (now - OpenedAt).TotalMilliseconds),
        (long)Time.Remaining(now).TotalMilliseconds, ReceiptHash, ReceiptHash is null ? null : Receipt.Code(ReceiptHash), Earlier);

    private string Word(DateTime now) =>
        IsSealed ? "sealed" : Seat == SeatState.Absent ? "absent" : Seat == SeatState.Waiting ? "unchecked" : Seat == SeatState.Present || Time.StartedAt is null ? "waiting"
        : Time.IsOver(now) ? "ended" : Time.Room == RoomState.Paused ? "paused" : "running";
}

/// <summary>What every answer tells the machine (docs/exam-protocol.md).</summary>
/// <param name="Ack">Everything up to this sequence is on the server's disk.</param>
/// <param name="Live">False when the candidate went on at another machine.</param>
/// <param name="State">unchecked, waiting, running, paused, ended, sealed or absent.</param>
/// <param name="Now">The server's clock, milliseconds since 1970.</param>
/// <param name="Clock">Milliseconds since this machine's epoch began, by the server's clock.</param>
/// <param name="Remaining">Milliseconds until the end.</param>
/// <param name="Earlier">How many entries of the candidate's earlier machines are here; when it grows, their answers are asked for again.</param>
internal sealed record SeatView(int Ack, bool Live, string State, long Now, long Clock, long Remaining, string? Receipt, string? Code, int Earlier);

internal abstract record AppendOutcome(SeatView View)
{
    /// <summary>Everything handed in is on the disk; some of it perhaps without effect.</summary>
    public sealed record Kept(SeatView View, int Uncounted) : AppendOutcome(View);
    /// <summary>There is a hole before the first entry: the machine sends again from <see cref="SeatView.Ack"/> on.</summary>
    public sealed record Gap(SeatView View) : AppendOutcome(View);
    /// <summary>An entry of this sequence is here already and says something else.</summary>
    public sealed record Conflict(SeatView View, int Sequence) : AppendOutcome(View);
    public sealed record AfterSealing(SeatView View) : AppendOutcome(View);
    public sealed record NotOpen(SeatView View) : AppendOutcome(View);
}
