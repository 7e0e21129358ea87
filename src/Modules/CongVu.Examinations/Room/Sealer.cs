using CongVu.Examinations.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Room;

internal abstract record SealOutcome
{
    /// <param name="Answered">Questions with an answer that counts.</param>
    public sealed record Done(string Receipt, DateTime At, int Entries, int Answered) : SealOutcome;
    /// <summary>The machine holds entries that are not here yet.</summary>
    public sealed record Incomplete(int Stored) : SealOutcome;
    public sealed record NotOpen : SealOutcome;
}

/// <summary>Who seals, and why.</summary>
internal enum SealedBy { Candidate, Council, Clock }

/// <summary>Closes a candidate's log for good and computes its receipt. Sealing again gives the same receipt.</summary>
internal sealed class Sealer(CongVuDb db, ProcessLog processes, TimeProvider clock)
{
    /// <param name="expected">For a candidate: the epoch of the machine and its last sequence.</param>
    /// <param name="final">State the seat ends in: Sealed, or Suspended.</param>
    public async Task<SealOutcome> SealAsync(Guid seatId, SealedBy by, (int Epoch, int Last)? expected, CancellationToken ct, SeatState final = SeatState.Sealed, string? reason = null)
    {
        await using var process = await processes.BeginAsync(RoomProcesses.Seal, "exam-seat", seatId, ct, reason);
        var outcome = await WithinAsync(seatId, by, expected, final, reason, ct);
        if (outcome is SealOutcome.Done) await process.CommitAsync(ct);
        return outcome;
    }

    /// <summary>In the caller's process.</summary>
    public async Task<SealOutcome> WithinAsync(Guid seatId, SealedBy by, (int Epoch, int Last)? expected, SeatState final, string? reason, CancellationToken ct)
    {
        // Waits until every entry under way is committed or gone; no new one gets past the lock.
        await db.Database.ExecuteSqlAsync($"select 1 from examinations.seat where id = {seatId} for update", ct);
        var seat = db.Set<Seat>().Local.SingleOrDefault(s => s.Id == seatId) is { } known ? known : await db.Set<Seat>().SingleAsync(s => s.Id == seatId, ct);
        var entries = await db.Set<SeatEntry>().AsNoTracking().Where(e => e.SeatId == seatId).ToListAsync(ct);
        if (seat.SealedAt is { } before) return Done(seat.Receipt!, before, entries);
        if (seat.State != SeatState.Working) return new SealOutcome.NotOpen();
        if (expected is { } e)
        {
            var stored = entries.Where(x => x.Epoch == e.Epoch).Select(x => x.Sequence).DefaultIfEmpty().Max();
            if (stored < e.Last) return new SealOutcome.Incomplete(stored);
        }
        var paper = await (from t in db.Set<Sitting>() join c in db.Set<Candidate>() on seat.CandidateId equals c.Id where t.Id == seat.SittingId select new { t.Commitment, c.Number }).SingleAsync(ct);
        (seat.SealedAt, seat.Receipt, seat.State) = (clock.UtcNow(), Receipt.Of(paper.Commitment ?? "", paper.Number ?? "", entries), final);
        seat.Version++;
        db.Add(RoomEvents.Of(seat.SittingId, seat.RoomId, seat.Id, seat.SealedAt.Value, RoomEvents.Sealed, reason: reason,
            detail: new { by, receipt = seat.Receipt, entries = entries.Count, uncounted = entries.Count(x => !x.Counts) }));
        return Done(seat.Receipt, seat.SealedAt.Value, entries);
    }

    private static SealOutcome.Done Done(string receipt, DateTime at, List<SeatEntry> entries) => new(receipt, at, entries.Count(e => e.Counts), Answers.Final(entries).Count(a => a.Value != "{}"));
}
