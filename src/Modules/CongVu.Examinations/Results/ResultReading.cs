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

/// <summary>A candidate over all rounds, with the place and why.</summary>
internal sealed record CandidateResult(Candidate Candidate, IReadOnlyList<PaperResult> Papers, bool? Passed, int? Total, int? Rank, string Why);

/// <summary>Computes results from scores, marks and penalties; nothing of it is kept, so nothing can differ from what it rests on.</summary>
internal sealed class ResultReading(CongVuDb db, SittingLists lists, ExamLaw law)
{
    public async Task<IReadOnlyList<PaperResult>> SittingAsync(Exam exam, Sitting sitting, CancellationToken ct, IReadOnlyDictionary<Guid, PaperScore>? instead = null)
    {
        var essays = (await db.Set<Essay>().AsNoTracking().Where(e => e.SittingId == sitting.Id).Select(e => new { e.SeatId, e.Place, e.FinalHundredths }).ToListAsync(ct)).ToLookup(e => e.SeatId);
        var pass = law.Round(exam, sitting)?.PassHundredthsOfPercent ?? ExamLaw.OwnPass;
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
        return Rank(exam.Kind, candidates, papers, [.. sittings.Select(s => s.Round).Distinct()]);
    }

    /// <summary>Who passed every round is ranked within the position by the last round's score with priority; equal ones by that score without it, then by the first round where the law says so, else by the head.</summary>
    public static IReadOnlyList<CandidateResult> Rank(string kind, IReadOnlyList<Candidate> candidates, IReadOnlyList<PaperResult> papers, IReadOnlyList<string> rounds)
    {
        var (byCandidate, last) = (papers.ToLookup(p => p.Placed.Candidate.Id), rounds.Count == 0 ? "" : rounds[^1]);
        var rows = candidates.Select(c =>
        {
            var own = byCandidate[c.Id].ToList();
            bool? passed = own.Exists(p => p.Passed == false) ? false : own.Count < rounds.Count || own.Exists(p => p.Passed is null) ? null : true;
            var ranking = own.Find(p => p.Sitting.Round == last)?.Scaled;
            return (Candidate: c, Own: own, Passed: passed, Ranking: ranking, First: own.Count > 0 ? own[0].Scaled : null, Total: passed == true ? ranking + c.PriorityHundredths : null);
        }).ToList();
        List<CandidateResult> results = [];
        foreach (var position in rows.GroupBy(r => r.Candidate.Position))
        {
            var ranked = position.Where(r => r.Total is not null).OrderByDescending(Key).ToList();
            foreach (var row in position)
            {
                var rank = row.Total is null ? (int?)null : ranked.FindIndex(r => Key(r).Equals(Key(row))) + 1;
                var same = row.Total is null ? [] : ranked.Where(r => r.Candidate.Id != row.Candidate.Id && r.Total == row.Total).ToList();
                results.Add(new CandidateResult(row.Candidate, row.Own, row.Passed, row.Total, rank, Why(row.Own, row.Passed, row.Ranking, row.Candidate, same.ConvertAll(s => (s.Candidate.Number!, Key(s).CompareTo(Key(row)))))));
            }
        }
        return [.. results.OrderBy(r => r.Candidate.Position, StringComparer.CurrentCulture).ThenBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Candidate.Number, StringComparer.Ordinal)];

        (int, int, int) Key((Candidate Candidate, List<PaperResult> Own, bool? Passed, int? Ranking, int? First, int? Total) r) => (r.Total ?? 0, r.Ranking ?? 0, kind == ExamLaw.PublicEmployee ? r.First ?? 0 : 0);
    }

    private static string Why(List<PaperResult> own, bool? passed, int? ranking, Candidate candidate, List<(string Number, int Order)> same)
    {
        if (own.Find(p => p.Placed.Seat.State == SeatState.Absent) is { } absent) return $"Vắng mặt ở {absent.Sitting.Name}";
        if (own.Find(p => p.CutHundredths == 10_000) is { } ended) return $"{ExamWords.Penalty(ended.Placed.Seat.Penalty)} ở {ended.Sitting.Name}";
        if (passed is null) return "Chưa có đủ kết quả";
        if (passed == false) return $"Không đạt {string.Join(", ", own.Where(p => p.Passed == false).Select(p => p.Sitting.Name))}";
        var words = candidate.PriorityHundredths > 0 ? $"Điểm thi {ExamWords.Points(ranking)} cộng ưu tiên {ExamWords.Points(candidate.PriorityHundredths)} ({candidate.PriorityReason})" : $"Điểm thi {ExamWords.Points(ranking)}";
        if (own.Find(p => p.CutHundredths > 0) is { } cut) words += $"; {ExamWords.Penalty(cut.Placed.Seat.Penalty).ToLowerInvariant()}, trừ {cut.CutHundredths / 100}% điểm bài thi";
        foreach (var (number, order) in same) words += $"; bằng tổng điểm với số báo danh {number}, {(order < 0 ? "xếp trên vì điểm thi chưa cộng ưu tiên hoặc điểm vòng trước cao hơn" : order > 0 ? "xếp dưới vì điểm thi chưa cộng ưu tiên hoặc điểm vòng trước thấp hơn" : "người đứng đầu cơ quan quyết định")}";
        return words;
    }
}
