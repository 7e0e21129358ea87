using CongVu.Examinations.Competitions;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>A paper's result: what it earned, what a penalty took, whether it passes. No final while an essay waits.</summary>
internal sealed record PaperResult(Placed Placed, Sitting Sitting, int? Raw, int Max, int CutHundredths, int? Final, bool? Passed)
{
    /// <summary>On the scale of 100, in hundredths.</summary>
    public int? Scaled => Final is { } f && Max > 0 ? (int)Math.Round(f * 10_000m / Max, MidpointRounding.AwayFromZero) : null;
}

/// <summary>Computes results from scores, marks and penalties; nothing of it is kept, so nothing can differ from what it rests on.</summary>
internal sealed class ResultReading(CongVuDb db, SittingLists lists, DirectReading direct, CompetitionReading competitions, ExamLaw law)
{
    public async Task<IReadOnlyList<PaperResult>> SittingAsync(Exam exam, Sitting sitting, CancellationToken ct, IReadOnlyDictionary<Guid, PaperScore>? instead = null)
    {
        var essays = (await db.Set<Essay>().AsNoTracking().Where(e => e.SittingId == sitting.Id).Select(e => new { e.SeatId, e.Place, e.FinalHundredths }).ToListAsync(ct)).ToLookup(e => e.SeatId);
        var pass = law.Round(exam, sitting)?.PassHundredthsOfPercent ?? (await competitions.FindAsync(exam.Id, ct))?.PassHundredths ?? ExamLaw.OwnPass;
        List<PaperResult> results = [];
        foreach (var placed in await lists.SeatsAsync(sitting.Id, ct))
        {
            var seat = placed.Seat;
            var (objective, max) = instead?.GetValueOrDefault(seat.Id) is { } other ? (other.Hundredths, other.MaxHundredths) : (seat.ScoreHundredths, seat.MaxHundredths ?? 0);
            // An essay found faulty has its points among the objective ones.
            var open = essays[seat.Id].Where(e => instead?.GetValueOrDefault(seat.Id)?.Questions.Any(q => q.Place == e.Place && q.Hundredths is not null) != true).ToList();
            var cut = law.Cut(seat.Penalty, exam.HeldOn);
            var raw = objective is { } o && (cut == 10_000 || open.TrueForAll(e => e.FinalHundredths is not null)) ? o + open.Sum(e => e.FinalHundredths ?? 0) : (int?)null;
            var final = raw is { } r ? (int)Math.Round(r * (10_000 - cut) / 10_000m, MidpointRounding.AwayFromZero) : seat.State == SeatState.Absent ? 0 : (int?)null;
            results.Add(new PaperResult(placed, sitting, raw, max, cut, final, seat.State == SeatState.Absent ? false : final is { } f ? (long)f * 10_000 >= (long)max * pass && cut < 10_000 : null));
        }
        return results;
    }

    public async Task<IReadOnlyList<CandidateResult>> ExamAsync(Exam exam, CancellationToken ct, Guid? sitting = null, IReadOnlyDictionary<Guid, PaperScore>? instead = null)
    {
        var sittings = await db.Set<Sitting>().AsNoTracking().Where(s => s.ExamId == exam.Id).OrderBy(s => s.StartsAt).ToListAsync(ct);
        List<PaperResult> papers = [];
        foreach (var one in sittings.Where(s => s.State == SittingState.Scored)) papers.AddRange(await SittingAsync(exam, one, ct, one.Id == sitting ? instead : null));
        var candidates = await db.Set<Candidate>().AsNoTracking().Where(c => c.ExamId == exam.Id && c.Number != null).OrderBy(c => c.Number).ToListAsync(ct);
        var vacancies = await db.Set<Vacancy>().AsNoTracking().Where(v => v.ExamId == exam.Id).ToDictionaryAsync(v => v.Position, v => v.Seats, ct);
        return Ranking.Of(exam.Kind, candidates, papers, [.. sittings.Select(s => s.Round).Distinct()], await direct.ResultsAsync(exam, candidates, ct), vacancies);
    }
}
