using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>A score as the candidate's machine tells it: by machine, before any penalty. Hundredths.</summary>
internal sealed record ToldScore(int Points, int Max, bool Passed, string Source);

/// <summary>
/// Marks one sealed paper at once where the law of the day wants candidates to be told; nobody chooses it. A paper with an essay, or one that a penalty made worthless, is not told.
/// That it was told, and what, is an event: the minutes say it, and a later marking can be held against it.
/// </summary>
internal sealed class ScoreAtOnce(CongVuDb db, NpgsqlDataSource source, ExamLaw law, SittingPapers papers, TimeProvider clock)
{
    public bool IsTold(Exam exam, Sitting sitting) => law.ScoreAtOnce(exam, sitting) is not null;

    /// <summary>What the machine of a sealed seat tells; null where nothing is told.</summary>
    public async Task<ToldScore?> TellAsync(Guid seatId, CancellationToken ct)
    {
        if (await OfAsync(seatId, ct) is not ({ } score, { } seat)) return null;
        if (await db.Set<SittingEvent>().AnyAsync(e => e.SeatId == seatId && e.Kind == RoomEvents.ScoreTold, ct)) return score;
        await using var connection = await source.OpenConnectionAsync(ct);
        await RoomEvents.AddAsync(connection, RoomEvents.Of(seat.SittingId, seat.RoomId, seatId, clock.UtcNow(), RoomEvents.ScoreTold, detail: new { score.Points, score.Max }), ct);
        return score;
    }

    /// <summary>The same without telling anybody.</summary>
    public async Task<(ToldScore? Score, Seat? Seat)> OfAsync(Guid seatId, CancellationToken ct)
    {
        var found = await (from s in db.Set<Seat>().AsNoTracking()
                           join t in db.Set<Sitting>().AsNoTracking() on s.SittingId equals t.Id
                           join e in db.Set<Exam>().AsNoTracking() on t.ExamId equals e.Id
                           join c in db.Set<Candidate>().AsNoTracking() on s.CandidateId equals c.Id
                           where s.Id == seatId && s.SealedAt != null
                           select new { Seat = s, Sitting = t, Exam = e, c.Number }).SingleOrDefaultAsync(ct);
        if (found is null || found.Sitting.DestroyedAt is not null || found.Seat.Penalty is SeatPenalty.Suspension or SeatPenalty.Cancelled || law.ScoreAtOnce(found.Exam, found.Sitting) is not { } rule) return (null, null);
        var bank = await papers.OpenedAsync(found.Sitting.Id, ct);
        var entries = await db.Set<SeatEntry>().AsNoTracking().Where(e => e.SeatId == seatId && e.Counts && e.Kind == EntryKinds.Answer).ToListAsync(ct);
        var score = bank.Scoring.Score(bank.Keys(found.Number!), Answers.Final(entries), new HashSet<string>());
        if (score.Essays.Any()) return (null, null);
        var pass = law.Round(found.Exam, found.Sitting)?.PassHundredthsOfPercent ?? ExamLaw.OwnPass;
        return (new ToldScore(score.Hundredths, score.MaxHundredths, (long)score.Hundredths * 10_000 >= (long)score.MaxHundredths * pass, rule.Text), found.Seat);
    }
}
