using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>What stands beside the marks: the day they were announced, how many are wanted for a position, and the head's order where the law leaves candidates equal.</summary>
internal sealed class StandingDesk(CongVuDb db, ProcessLog processes, Council council, ExamDesk exams, ResultReading results, ExamLaw law, TimeProvider clock)
{
    private static readonly CouncilRole[] Heads = [CouncilRole.Chair, CouncilRole.Deputy];

    /// <summary>The last day for appeals of a sitting; null before its marks are announced, or where the law held here has no period.</summary>
    public DateOnly? AppealsUntil(Exam exam, Sitting sitting) => sitting.AnnouncedAt is { } at ? law.AppealsUntil(exam, sitting, VietnamTime.DayOf(at)) : null;

    public async Task<StepOutcome> AnnounceAsync(Guid sittingId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ResultProcesses.Announce, "exam-sitting", sittingId, ct);
        var sitting = await db.Set<Sitting>().SingleOrDefaultAsync(s => s.Id == sittingId, ct) ?? throw new NotFoundException("Không có ca thi này.");
        await council.DemandAsync(sitting.ExamId, Heads, ct);
        if (sitting.AnnouncedAt is not null) return new StepOutcome.Refused("Điểm đã công bố.");
        if (sitting.State != SittingState.Scored) return new StepOutcome.Refused("Công bố điểm sau khi ca thi đã chấm.");
        if (await db.Set<Essay>().AnyAsync(e => e.SittingId == sittingId && e.FinalHundredths == null, ct)) return new StepOutcome.Refused("Còn bài tự luận chưa có điểm.");
        (sitting.AnnouncedAt, sitting.AnnouncedBy) = (clock.UtcNow(), council.Me);
        sitting.Version++;
        db.Add(new SittingEvent { SittingId = sittingId, At = clock.UtcNow(), AccountId = council.Me, Kind = SittingEvents.Announced });
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    public Task<Dictionary<string, int>> VacanciesAsync(Guid exam, CancellationToken ct) => db.Set<Vacancy>().AsNoTracking().Where(v => v.ExamId == exam).ToDictionaryAsync(v => v.Position, v => v.Seats, ct);

    /// <summary>Writes the numbers; an empty one takes it away.</summary>
    public async Task<StepOutcome> SetVacanciesAsync(Guid examId, IReadOnlyList<(string Position, int? Seats)> wanted, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        if (wanted.Any(w => w.Seats is < 0 or > 10_000)) return new StepOutcome.Refused("Chỉ tiêu là số từ 0 đến 10.000.");
        await using var process = await processes.BeginAsync(ResultProcesses.SetVacancies, "exam", examId, ct);
        if ((await exams.FindAsync(examId, ct)).State == ExamState.Published) return new StepOutcome.Refused("Kết quả đã công bố.");
        var there = await db.Set<Vacancy>().Where(v => v.ExamId == examId).ToDictionaryAsync(v => v.Position, ct);
        foreach (var (position, seats) in wanted)
        {
            var known = there.GetValueOrDefault(position);
            if (seats is not { } number) { if (known is not null) db.Remove(known); }
            else if (known is not null) known.Seats = number;
            else db.Add(new Vacancy { ExamId = examId, Position = position, Seats = number });
        }
        await process.CommitAsync(ct, detail: new { wanted = wanted.Where(w => w.Seats is not null).ToDictionary(w => w.Position, w => w.Seats) });
        return new StepOutcome.Done();
    }

    /// <summary>Puts one candidate before the others of equal standing.</summary>
    public async Task<StepOutcome> PreferAsync(Guid examId, Guid candidateId, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Nêu căn cứ quyết định.");
        await using var process = await processes.BeginAsync(ResultProcesses.OrderTie, "exam-candidate", candidateId, ct, reason);
        await council.DemandAsync(examId, Heads, ct);
        var exam = await exams.FindAsync(examId, ct);
        if (exam.State == ExamState.Published) return new StepOutcome.Refused("Kết quả đã công bố.");
        var all = await results.ExamAsync(exam, ct);
        var own = all.FirstOrDefault(r => r.Candidate.Id == candidateId) ?? throw new NotFoundException("Không có thí sinh này trong kỳ thi.");
        var equal = all.Where(r => r.Rank is not null && r.Rank == own.Rank && r.Candidate.Position == own.Candidate.Position && r.Candidate.Id != candidateId).ToList();
        if (equal.Count == 0) return new StepOutcome.Refused("Không có thí sinh nào bằng điểm với người này theo mọi tiêu chí của luật.");
        var candidate = await db.Set<Candidate>().SingleAsync(c => c.Id == candidateId, ct);
        var taken = await db.Set<Candidate>().Where(c => c.ExamId == examId && c.TieOrder != null).MaxAsync(c => c.TieOrder, ct) ?? 0;
        (candidate.TieOrder, candidate.TieReason) = (taken + 1, reason.Trim());
        candidate.Version++;
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }
}
