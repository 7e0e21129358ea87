using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>Marks a closed sitting on the server: scores, statistics of the questions, essays under their codes.</summary>
internal sealed class ScoringDesk(CongVuDb db, ProcessLog processes, Council council, SittingPapers papers, TimeProvider clock)
{
    public async Task<StepOutcome> ScoreAsync(Guid id, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.Score, "exam-sitting", id, ct);
        var sitting = await db.Set<Sitting>().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException("Không có ca thi này.");
        await council.DemandAsync(sitting.ExamId, Council.Planners, ct);
        if (sitting.State == SittingState.Scored) return new StepOutcome.Refused("Ca thi đã chấm.");
        if (sitting.State != SittingState.Closed) return new StepOutcome.Refused("Chấm sau khi mọi phòng đã kết thúc.");
        if (await db.Set<Seat>().AnyAsync(s => s.SittingId == id && (s.State == SeatState.Working || s.State == SeatState.Present), ct)) return new StepOutcome.Refused("Còn bài thi chưa niêm phong. Niêm phong hết rồi chấm.");
        await ApplyAsync(sitting, ct);
        sitting.State = SittingState.Scored;
        sitting.Version++;
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    /// <summary>Scores of all sealed papers with these questions counted as faulty. Changes nothing.</summary>
    public async Task<IReadOnlyDictionary<Guid, PaperScore>> ComputeAsync(Guid sitting, IReadOnlySet<string> faulty, CancellationToken ct)
    {
        var bank = await papers.OpenedAsync(sitting, ct);
        var seats = await (from s in db.Set<Seat>() join c in db.Set<Candidate>() on s.CandidateId equals c.Id where s.SittingId == sitting && s.SealedAt != null select new { s.Id, c.Number }).ToListAsync(ct);
        var entries = (await (from e in db.Set<SeatEntry>().AsNoTracking() join s in db.Set<Seat>() on e.SeatId equals s.Id where s.SittingId == sitting && e.Counts && e.Kind == EntryKinds.Answer select e).ToListAsync(ct)).ToLookup(e => e.SeatId);
        var scoring = new PaperScoring();
        return seats.ToDictionary(s => s.Id, s => scoring.Score(bank.Keys(s.Number!), Answers.Final(entries[s.Id]), faulty));
    }

    public async Task<IReadOnlySet<string>> FaultyAsync(Guid sitting, CancellationToken ct) =>
        (await (from f in db.Set<FaultyQuestion>() join i in db.Set<BankItem>() on f.ItemId equals i.Id where f.SittingId == sitting && f.ApprovedBy != null select i.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Writes scores, statistics and new essays of a sitting; inside the caller's process.</summary>
    public async Task ApplyAsync(Sitting sitting, CancellationToken ct)
    {
        var bank = await papers.OpenedAsync(sitting.Id, ct);
        var scores = await ComputeAsync(sitting.Id, await FaultyAsync(sitting.Id, ct), ct);
        var seats = await db.Set<Seat>().Where(s => s.SittingId == sitting.Id).ToDictionaryAsync(s => s.Id, ct);
        var essays = (await db.Set<Essay>().Where(e => e.SittingId == sitting.Id).Select(e => new { e.SeatId, e.Place, e.Code }).ToListAsync(ct));
        var (known, codes) = (essays.Select(e => (e.SeatId, e.Place)).ToHashSet(), essays.Select(e => e.Code).ToHashSet());
        foreach (var (seatId, score) in scores)
        {
            var seat = seats[seatId];
            (seat.ScoreHundredths, seat.MaxHundredths) = (score.Hundredths, score.MaxHundredths);
            seat.Version++;
            foreach (var essay in score.Essays.Where(e => !known.Contains((seatId, e.Place))))
                db.Add(new Essay { SittingId = sitting.Id, SeatId = seatId, Place = essay.Place, Code = NewCode(codes), MaxHundredths = essay.MaxHundredths });
        }
        await db.Set<ItemStatistic>().Where(s => s.SittingId == sitting.Id).ExecuteDeleteAsync(ct);
        // Papers that a penalty made worthless say nothing about the questions.
        var honest = scores.Where(s => seats[s.Key].Penalty is not (SeatPenalty.Suspension or SeatPenalty.Cancelled)).Select(s => s.Value).ToList();
        foreach (var f in Statistics.Questions(honest, bank.Items))
        {
            var question = bank.Items[f.Code];
            db.Add(new ItemStatistic
            {
                SittingId = sitting.Id, ItemId = question.SourceId, Answered = f.Answered, FacilityPermille = f.FacilityPermille, DiscriminationPermille = f.DiscriminationPermille, PointBiserialPermille = f.PointBiserialPermille,
                ExpectedPermille = question.Entry.FacilityPermille, Options = JsonSerializer.Serialize(f.Options, Json.Options), At = clock.UtcNow(),
            });
        }
        db.Add(new SittingEvent { SittingId = sitting.Id, At = clock.UtcNow(), AccountId = council.Me, Kind = SittingEvents.Scored, Detail = JsonSerializer.Serialize(Statistics.Papers(honest, bank.Draw.Strata()), Json.Options) });
    }

    private static string NewCode(HashSet<string> codes)
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
            if (codes.Add(code)) return code;
        }
    }
}
