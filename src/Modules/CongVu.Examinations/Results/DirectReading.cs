using CongVu.Examinations.Competitions;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>What the examiners of a part have given one candidate, and what that comes to.</summary>
internal sealed record DirectLine(Candidate Candidate, IReadOnlyList<DirectMark> Marks, DirectDecision? Decision, DirectOutcome Outcome);

/// <summary>Reads parts marked face to face.</summary>
internal sealed class DirectReading(CongVuDb db, ExamLaw law, CompetitionReading competitions)
{
    public Task<List<DirectPart>> PartsAsync(Guid exam, CancellationToken ct) => db.Set<DirectPart>().AsNoTracking().Where(p => p.ExamId == exam).OrderBy(p => p.OpenedAt).ToListAsync(ct);

    public async Task<IReadOnlyList<DirectLine>> LinesAsync(Exam exam, DirectPart part, IReadOnlyList<Candidate> candidates, CancellationToken ct)
    {
        var marks = (await db.Set<DirectMark>().AsNoTracking().Where(m => m.PartId == part.Id).OrderBy(m => m.At).ToListAsync(ct)).ToLookup(m => m.CandidateId);
        var decisions = await db.Set<DirectDecision>().AsNoTracking().Where(d => d.PartId == part.Id).ToDictionaryAsync(d => d.CandidateId, ct);
        var (apart, discard) = (law.MostApart(exam.HeldOn), (await competitions.FindAsync(exam.Id, ct))?.Discard ?? MarkDiscard.None);
        return [.. candidates.Select(c => new DirectLine(c, [.. marks[c.Id]], decisions.GetValueOrDefault(c.Id), DirectRules.Of([.. marks[c.Id].Select(m => m.Hundredths)], part.Examiners, apart, decisions.GetValueOrDefault(c.Id), discard)))];
    }

    public async Task<ILookup<Guid, PartResult>> ResultsAsync(Exam exam, IReadOnlyList<Candidate> candidates, CancellationToken ct)
    {
        List<(Guid, PartResult)> results = [];
        var own = (await competitions.FindAsync(exam.Id, ct))?.PassHundredths ?? ExamLaw.OwnPass;
        foreach (var part in await PartsAsync(exam.Id, ct))
        {
            var pass = law.Rounds(exam.Kind, exam.HeldOn).FirstOrDefault(r => r.Code == part.Round)?.PassHundredthsOfPercent ?? own;
            foreach (var line in await LinesAsync(exam, part, candidates, ct))
                results.Add((line.Candidate.Id, line.Outcome is DirectOutcome.Settled settled ? new PartResult(part, settled.Hundredths, !settled.IsAbsent && settled.Hundredths >= pass, settled.How) : new PartResult(part, null, null, "Chờ chấm")));
        }
        return results.ToLookup(r => r.Item1, r => r.Item2);
    }
}
