using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

/// <param name="Number">Candidate number (SBD).</param>
/// <param name="Code">Code on the seat card.</param>
/// <param name="Token">256 random bits the machine made and wrote down before it asked: asked again after a lost answer, it is the same machine.</param>
/// <param name="Move">An invigilator's code, for another machine than the first.</param>
internal sealed record EnterRequest(string? Number, string? Code, string? Token, string? Move);

internal abstract record EnterOutcome
{
    public sealed record In(Seat Seat, int Epoch) : EnterOutcome;
    /// <summary><paramref name="What"/> as in docs/exam-protocol.md.</summary>
    public sealed record Refused(int Status, string What) : EnterOutcome;
}

/// <summary>Lets a candidate in at a machine: candidate number and seat code, and for every machine after the first an invigilator's code.</summary>
internal sealed class SeatDoor(CongVuDb db, ProcessLog processes, CodeTries tries, RefusalLog refusals, TimeProvider clock)
{
    public async Task<EnterOutcome> EnterAsync(EnterRequest ask, HttpRequest request, string address, CancellationToken ct)
    {
        var number = ask.Number?.Trim().ToUpperInvariant() ?? "";
        if (number.Length is 0 or > 30 || ask.Code is not { Length: > 0 and <= 30 } code || !SeatSessions.IsToken(ask.Token)) return new EnterOutcome.Refused(400, "bad-request");
        if (await tries.TakeAsync(number, address, ct) is not { } attempt)
        {
            // The invigilator sees on the seat that its door is locked, and can open it.
            var locked = await (from s in db.Set<Seat>()
                                join c in db.Set<Candidate>() on s.CandidateId equals c.Id
                                join t in db.Set<Sitting>() on s.SittingId equals t.Id
                                where c.Number == number && (t.State == SittingState.Released || t.State == SittingState.Running)
                                select new SeatRef(s.Id, s.SittingId, s.RoomId)).ToListAsync(ct);
            foreach (var seat in locked) await refusals.OfSeatAsync(seat, "too-many", address, ct);
            if (locked.Count == 0) await refusals.OfStrangerAsync("too-many", address, ct);
            return new EnterOutcome.Refused(429, "too-many");
        }
        var outcome = await EnterAsync(ask, number, code, request, address, ct);
        if (outcome is EnterOutcome.Refused { What: "wrong-code" or "wrong-move" }) await tries.WrongAsync(attempt, ct);
        else await tries.ForgetAsync(attempt, ct);
        return outcome;
    }

    private async Task<EnterOutcome> EnterAsync(EnterRequest ask, string number, string code, HttpRequest request, string address, CancellationToken ct)
    {
        var found = await (from s in db.Set<Seat>().AsNoTracking()
                           join c in db.Set<Candidate>() on s.CandidateId equals c.Id
                           join t in db.Set<Sitting>() on s.SittingId equals t.Id
                           join r in db.Set<Data.Room>() on s.RoomId equals r.Id
                           where c.Number == number && (t.State == SittingState.Released || t.State == SittingState.Running)
                           select new { Seat = s, Room = r }).ToListAsync(ct);
        // Every code is compared, and one even when there is none, so that the time tells nothing.
        var fits = found.Where(f => SeatCode.Fits(f.Seat.Id, code, f.Seat.CodeHash)).ToList();
        if (found.Count == 0) SeatCode.Fits(Guid.Empty, code, SeatCode.Hash(Guid.Empty, ""));
        if (fits.Count != 1) return await WrongAsync(found.Select(f => f.Seat).FirstOrDefault(), address, ct);
        var (seat, room) = (fits[0].Seat, fits[0].Room);
        if (!RoomEntrance.NetworkFits(room, address)) return await RefuseAsync(seat, "network", address, ct);
        if (!RoomEntrance.BrowserFits(room, request)) return await RefuseAsync(seat, "browser", address, ct);
        return await OpenAsync(seat.Id, room.State, ask, address, request.Headers.UserAgent.ToString(), ct);
    }

    private async Task<EnterOutcome> OpenAsync(Guid seatId, RoomState room, EnterRequest ask, string address, string agent, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(RoomProcesses.Enter, "exam-seat", seatId, ct);
        // Two machines that ask at once are let in one after the other.
        var seat = await db.Set<Seat>().FromSql($"select * from examinations.seat where id = {seatId} for no key update").AsNoTracking().SingleAsync(ct);
        var devices = await db.Set<SeatDevice>().AsNoTracking().Where(d => d.SeatId == seatId).OrderBy(d => d.Epoch).ToListAsync(ct);
        var hash = SeatSessions.Hash(ask.Token!);
        if (devices.FirstOrDefault(d => d.TokenHash == hash) is { } same) return same.Address == address ? new EnterOutcome.In(seat, same.Epoch) : await RefuseAsync(seat, "other-machine", address, ct);
        if (seat.SealedAt is not null) return await RefuseAsync(seat, "sealed", address, ct, 409);
        if (seat.State == SeatState.Absent) return await RefuseAsync(seat, "absent", address, ct);
        if (room == RoomState.Closed) return await RefuseAsync(seat, "closed", address, ct);
        var now = clock.UtcNow();
        SeatMove? move = null;
        if (devices.Count > 0)
        {
            var moves = await db.Set<SeatMove>().Where(m => m.SeatId == seatId && m.UsedAt == null && m.ExpiresAt > now).ToListAsync(ct);
            if (string.IsNullOrWhiteSpace(ask.Move)) return await RefuseAsync(seat, "needs-move", address, ct, 409);
            move = moves.FirstOrDefault(m => SeatCode.Fits(seatId, ask.Move, m.CodeHash));
            if (move is null) return await RefuseAsync(seat, "wrong-move", address, ct);
        }
        var epoch = devices.Count == 0 ? 1 : devices[^1].Epoch + 1;
        db.Add(new SeatDevice { SeatId = seatId, Epoch = epoch, TokenHash = hash, Address = address, Agent = agent.Length > 300 ? agent[..300] : agent, OpenedAt = now, OpenedBy = move?.MadeBy, LastSeenAt = now });
        if (move is not null) (move.UsedAt, move.Epoch) = (now, epoch);
        // Nodes that know where the seat stood see that it changed.
        if (epoch > 1) await db.Set<Seat>().Where(s => s.Id == seatId).ExecuteUpdateAsync(u => u.SetProperty(s => s.Version, s => s.Version + 1), ct);
        db.Add(RoomEvents.Of(seat.SittingId, seat.RoomId, seatId, now, epoch == 1 ? RoomEvents.Entered : RoomEvents.Moved,
            seconds: epoch > 1 && seat.State == SeatState.Working ? (int)(now - devices[^1].LastSeenAt).TotalSeconds : null, detail: new { epoch, address }));
        await process.CommitAsync(ct);
        return new EnterOutcome.In(seat, epoch);
    }

    private async Task<EnterOutcome> WrongAsync(Seat? seat, string address, CancellationToken ct)
    {
        if (seat is not null) return await RefuseAsync(seat, "wrong-code", address, ct);
        await refusals.OfStrangerAsync("wrong-code", address, ct);
        return new EnterOutcome.Refused(403, "wrong-code");
    }

    private async Task<EnterOutcome> RefuseAsync(Seat seat, string what, string address, CancellationToken ct, int status = 403)
    {
        await refusals.OfSeatAsync(new SeatRef(seat.Id, seat.SittingId, seat.RoomId), what, address, ct);
        return new EnterOutcome.Refused(status, what);
    }
}
