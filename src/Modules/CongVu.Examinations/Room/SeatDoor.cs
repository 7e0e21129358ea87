using CongVu.Examinations.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Http;

namespace CongVu.Examinations.Room;

/// <param name="Number">Candidate number (SBD).</param>
/// <param name="Code">Code on the seat card.</param>
/// <param name="Token">256 random bits the machine made and wrote down before it asked: asked again after a lost answer, it is the same machine.</param>
/// <param name="Move">An invigilator's code, for another machine than the first.</param>
internal sealed record EnterRequest(string? Number, string? Code, string? Token, string? Move);

internal abstract record EnterOutcome
{
    public sealed record In(DoorSeat Seat, int Epoch) : EnterOutcome;
    /// <summary><paramref name="What"/> as in docs/exam-protocol.md.</summary>
    public sealed record Refused(int Status, string What) : EnterOutcome;
}

/// <summary>
/// Lets a candidate in at a machine: candidate number and seat code, and for every machine after the first an invigilator's code. Written in SQL and few messages,
/// because a whole room presses at the same second.
/// </summary>
internal sealed class SeatDoor(ProcessLog processes, SeatSessions sessions, CodeTries tries, RefusalLog refusals, TimeProvider clock)
{
    public async Task<EnterOutcome> EnterAsync(EnterRequest ask, HttpRequest request, string address, CancellationToken ct)
    {
        var number = ask.Number?.Trim().ToUpperInvariant() ?? "";
        if (number.Length is 0 or > 30 || ask.Code is not { Length: > 0 and <= 30 } code || !SeatSessions.IsToken(ask.Token)) return new EnterOutcome.Refused(400, "bad-request");
        var (taken, found) = await tries.TakeAsync(number, address, DoorQuery.SeatsOf(number), DoorQuery.ReadSeat, ct);
        if (taken is not { } attempt)
        {
            // The invigilator sees on the seat that its door is locked, and can open it.
            foreach (var seat in found) await refusals.OfSeatAsync(seat.Ref, "too-many", address, ct);
            if (found.Count == 0) await refusals.OfStrangerAsync("too-many", address, ct);
            return new EnterOutcome.Refused(429, "too-many");
        }
        var (outcome, forgotten) = await EnterAsync(ask, found, code, attempt, request, address, ct);
        if (outcome is EnterOutcome.Refused { What: "wrong-code" or "wrong-move" }) await tries.WrongAsync(attempt, ct);
        else if (!forgotten) await tries.ForgetAsync(attempt, ct);
        return outcome;
    }

    private async Task<(EnterOutcome Outcome, bool Forgotten)> EnterAsync(EnterRequest ask, IReadOnlyList<DoorSeat> found, string code, Guid attempt, HttpRequest request, string address, CancellationToken ct)
    {
        // Every code is compared, and one even when there is none, so that the time tells nothing.
        var fits = found.Where(f => SeatCode.Fits(f.Id, code, f.CodeHash)).ToList();
        if (found.Count == 0) SeatCode.Fits(Guid.Empty, code, SeatCode.Hash(Guid.Empty, ""));
        if (fits is not [var seat]) return (await WrongAsync(found.FirstOrDefault(), address, ct), false);
        if (!RoomEntrance.NetworkFits(seat.Networks, address)) return (await RefuseAsync(seat, "network", address, ct), false);
        if (!RoomEntrance.BrowserFits(seat.BrowserKey, request)) return (await RefuseAsync(seat, "browser", address, ct), false);
        return await OpenAsync(seat, ask, attempt, address, request.Headers.UserAgent.ToString(), ct);
    }

    private async Task<(EnterOutcome Outcome, bool Forgotten)> OpenAsync(DoorSeat seat, EnterRequest ask, Guid attempt, string address, string agent, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(RoomProcesses.Enter, "exam-seat", seat.Id, ct);
        var now = clock.UtcNow();
        // Two machines that ask at once are let in one after the other.
        var door = await DoorQuery.HoldAsync(process.Connection, seat.Id, now, ct);
        var hash = SeatSessions.Hash(ask.Token!);
        if (door.Machines.FirstOrDefault(d => d.TokenHash == hash) is { } same)
            return (same.Address == address ? new EnterOutcome.In(seat, same.Epoch) : await RefuseAsync(seat, "other-machine", address, ct), false);
        if (door.SealedAt is not null) return (await RefuseAsync(seat, "sealed", address, ct, 409), false);
        if (door.Seat == SeatState.Absent) return (await RefuseAsync(seat, "absent", address, ct), false);
        if (door.Room == RoomState.Closed) return (await RefuseAsync(seat, "closed", address, ct), false);
        var last = door.Machines.Count == 0 ? null : door.Machines[^1];
        if (last is not null && string.IsNullOrWhiteSpace(ask.Move)) return (await RefuseAsync(seat, "needs-move", address, ct, 409), false);
        var move = last is null ? null : door.Moves.FirstOrDefault(m => SeatCode.Fits(seat.Id, ask.Move!, m.CodeHash));
        if (last is not null && move is null) return (await RefuseAsync(seat, "wrong-move", address, ct), false);
        var epoch = (last?.Epoch ?? 0) + 1;
        var entered = RoomEvents.Of(seat.SittingId, seat.RoomId, seat.Id, now, epoch == 1 ? RoomEvents.Entered : RoomEvents.Moved,
            seconds: last is not null && door.Seat == SeatState.Working ? (int)(now - last.LastSeenAt).TotalSeconds : null, detail: new { epoch, address });
        await process.CommitAsync(ct, with: [
            .. DoorQuery.Opened(seat.Id, epoch, hash, address, agent.Length > 300 ? agent[..300] : agent, now, move),
            RoomEvents.Added(entered), CodeTries.Forgotten(attempt)]);
        sessions.Opened(ask.Token!, new SeatSession(seat.Ref, epoch, address));
        return (new EnterOutcome.In(seat, epoch), true);
    }

    private async Task<EnterOutcome> WrongAsync(DoorSeat? seat, string address, CancellationToken ct)
    {
        if (seat is not null) return await RefuseAsync(seat, "wrong-code", address, ct);
        await refusals.OfStrangerAsync("wrong-code", address, ct);
        return new EnterOutcome.Refused(403, "wrong-code");
    }

    private async Task<EnterOutcome> RefuseAsync(DoorSeat seat, string what, string address, CancellationToken ct, int status = 403)
    {
        await refusals.OfSeatAsync(seat.Ref, what, address, ct);
        return new EnterOutcome.Refused(status, what);
    }
}
