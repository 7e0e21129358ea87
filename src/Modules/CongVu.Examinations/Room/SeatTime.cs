using CongVu.Examinations.Data;

namespace CongVu.Examinations.Room;

/// <summary>How long a candidate may work. The server's clock rules; a pause under way moves the end with it.</summary>
internal sealed record SeatTime(RoomState Room, DateTime? StartedAt, DateTime? PausedAt, int RoomSeconds, int SeatSeconds, int Minutes)
{
    /// <summary>What was typed just before the end may be stamped this much after it: two clocks never agree to the second.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromSeconds(3);

    /// <summary>How long a message may have been on its way.</summary>
    public static readonly TimeSpan Transit = TimeSpan.FromSeconds(30);

    /// <summary>How long after the end the server waits for a machine that vanished, before it seals what it has.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    public DateTime? EndsAt(DateTime now) =>
        StartedAt is { } start ? start.AddMinutes(Minutes).AddSeconds(RoomSeconds + SeatSeconds) + (Room == RoomState.Paused && PausedAt is { } paused && now > paused ? now - paused : TimeSpan.Zero) : null;

    public TimeSpan Remaining(DateTime now) => EndsAt(now) is not { } end ? TimeSpan.FromMinutes(Minutes) + TimeSpan.FromSeconds(RoomSeconds + SeatSeconds) : end > now ? end - now : TimeSpan.Zero;

    public bool IsOver(DateTime now) => EndsAt(now) is { } end && now >= end;

    /// <summary>
    /// Whether an entry is marked. When it was typed is what the machine's running clock says, held between what the server knows: not after it came, and not
    /// before the last contact at which the machine had handed in all it held. A machine that was in touch can so not turn its clock back.
    /// </summary>
    /// <param name="laterOpened">When the candidate went on at another machine; what is typed here after that is not marked.</param>
    public bool Counts(DateTime opened, long clockMs, DateTime received, DateTime lastContact, DateTime? laterOpened)
    {
        if (EndsAt(received) is not { } end) return false;
        var typed = opened.AddMilliseconds(clockMs);
        if (lastContact - Transit > typed) typed = lastContact - Transit;
        if (typed > received) typed = received;
        return typed <= end + Slack && (laterOpened is not { } later || typed <= later + Slack);
    }
}
