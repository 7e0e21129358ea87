using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Items;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>An essay as its marker sees it: code, question, text; nothing of the candidate or of other marks.</summary>
internal sealed record EssayView(Essay Essay, Content Question, string Text, MarkStep Step, IReadOnlyList<EssayMark> Marks);

/// <summary>Marking of essays under their codes by two people who do not see each other's marks, a third, and the head, as the law of the day wants it.</summary>
internal sealed class EssayDesk(CongVuDb db, ProcessLog processes, Council council, SittingPapers papers, ExamDesk exams, ExamLaw law, StandingDesk standing, AuditLog audit, TimeProvider clock)
{
    private static readonly CouncilRole[] Heads = [CouncilRole.Chair, CouncilRole.Deputy];

    /// <summary>Essays of a sitting with what each waits for.</summary>
    public async Task<IReadOnlyList<(Essay Essay, MarkOutcome Outcome, IReadOnlyList<EssayMark> Marks)>> ListAsync(Exam exam, Guid sitting, CancellationToken ct)
    {
        var essays = await db.Set<Essay>().AsNoTracking().Where(e => e.SittingId == sitting).OrderBy(e => e.Code).ToListAsync(ct);
        var marks = (await (from m in db.Set<EssayMark>().AsNoTracking() join e in db.Set<Essay>() on m.EssayId equals e.Id where e.SittingId == sitting select m).ToListAsync(ct)).ToLookup(m => m.EssayId);
        return essays.ConvertAll(e => (e, Outcome(exam, e, marks[e.Id]), (IReadOnlyList<EssayMark>)[.. marks[e.Id].OrderBy(m => m.Step)]));
    }

    /// <summary>How many essays of which sitting wait for this actor.</summary>
    public async Task<IReadOnlyList<(Guid Sitting, int Count)>> WaitingAsync(CancellationToken ct)
    {
        var me = council.Me;
        CouncilRole[] marking = [CouncilRole.Marker, .. Heads];
        var open = await (from s in db.Set<Sitting>().AsNoTracking()
                          join x in db.Set<Exam>().AsNoTracking() on s.ExamId equals x.Id
                          where db.Set<ExamMember>().Any(m => m.ExamId == x.Id && m.AccountId == me && marking.Contains(m.Role)) && db.Set<Essay>().Any(e => e.SittingId == s.Id && e.FinalHundredths == null)
                          select new { s.Id, Exam = x }).ToListAsync(ct);
        List<(Guid, int)> waiting = [];
        foreach (var sitting in open)
        {
            var roles = await council.RolesAsync(sitting.Exam.Id, ct);
            var count = (await ListAsync(sitting.Exam, sitting.Id, ct)).Count(e => IsMine(e.Outcome, e.Marks, roles, me));
            if (count > 0) waiting.Add((sitting.Id, count));
        }
        return waiting;
    }

    /// <summary>Whether this actor is the one an essay waits for.</summary>
    public static bool IsMine(MarkOutcome outcome, IReadOnlyList<EssayMark> marks, IReadOnlyList<CouncilRole> roles, Guid me) => outcome is MarkOutcome.Needs needs
        && (needs.Step is MarkStep.Agreed or MarkStep.AppealAgreed ? roles.Any(Heads.Contains) : roles.Contains(CouncilRole.Marker) && marks.All(m => m.MarkerId != me));

    public async Task<(EssayView View, Exam Exam)> OpenAsync(Guid id, CancellationToken ct)
    {
        var (essay, exam, outcome, marks) = await FindAsync(id, ct);
        if (!IsMine(outcome, marks, await council.RolesAsync(exam.Id, ct), council.Me)) throw new ForbiddenException("Bài này không chờ bạn chấm: bạn đã chấm, hoặc bài chờ người khác, hoặc đã có điểm.");
        var seat = await db.Set<Seat>().AsNoTracking().SingleAsync(s => s.Id == essay.SeatId, ct);
        var item = (await papers.KeysForAsync(seat, ct)).Single(q => q.Place == essay.Place);
        var entries = await db.Set<SeatEntry>().AsNoTracking().Where(e => e.SeatId == seat.Id && e.Counts && e.Kind == EntryKinds.Answer && e.Question == essay.Place).ToListAsync(ct);
        var text = string.Join("\n\n", PaperScoring.Responses(Answers.Final(entries).GetValueOrDefault(essay.Place)).Values.Select(v => v.ToString()));
        await audit.ReadAsync(new AuditLine("examinations.essay.read", "exam-essay", id, Detail: new { essay.Code }), ct);
        var step = ((MarkOutcome.Needs)outcome).Step;
        return (new EssayView(essay, item.Question.Item.Stem, text, step, step is MarkStep.Agreed or MarkStep.AppealAgreed ? marks : []), exam);
    }

    public async Task<StepOutcome> MarkAsync(Guid id, decimal? points, string? note, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.Mark, "exam-essay", id, ct);
        var (essay, exam, outcome, marks) = await FindAsync(id, ct, tracked: true);
        if (!IsMine(outcome, marks, await council.RolesAsync(exam.Id, ct), council.Me)) return new StepOutcome.Refused("Bài này không chờ bạn chấm.");
        var step = ((MarkOutcome.Needs)outcome).Step;
        if (points is not { } given || given < 0 || given * 100 > essay.MaxHundredths || given * 100 % 1 != 0) return new StepOutcome.Refused($"Ghi điểm từ 0 đến {ExamWords.Points(essay.MaxHundredths)}, nhiều nhất hai chữ số thập phân.");
        if (step is MarkStep.Agreed or MarkStep.AppealAgreed && string.IsNullOrWhiteSpace(note)) return new StepOutcome.Refused("Ghi nội dung trao đổi dẫn đến điểm này.");
        var mark = new EssayMark { EssayId = id, Step = step, MarkerId = council.Me, Hundredths = (int)(given * 100), Note = note?.Trim() ?? "", At = clock.UtcNow() };
        db.Add(mark);
        if (Outcome(exam, essay, [.. marks, mark]) is MarkOutcome.Settled settled) (essay.FinalHundredths, essay.Settled) = (settled.Hundredths, settled.How);
        essay.Version++;
        await process.CommitAsync(ct, detail: new { step = step.ToString() });
        return new StepOutcome.Done();
    }

    /// <summary>Takes a candidate's request: essays that have their mark are marked again by others. Refused where the law of the day has no appeal.</summary>
    public async Task<StepOutcome> AppealAsync(Guid sittingId, string? number, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Ghi nội dung đơn phúc khảo.");
        await using var process = await processes.BeginAsync(SittingProcesses.Appeal, "exam-sitting", sittingId, ct, reason);
        var (sitting, exam) = await exams.SittingAsync(sittingId, ct);
        await council.DemandAsync(exam.Id, Council.Planners, ct);
        if (law.Round(exam, sitting) is { HasAppeal: false } round) return new StepOutcome.Refused($"{round.Name} không phúc khảo ({round.Source}).");
        if (sitting.DestroyedAt is { } gone) return new StepOutcome.Refused($"Bài làm đã hủy ngày {VnFormat.Date(VietnamTime.DayOf(gone))} theo biên bản, không chấm lại được.");
        if (sitting.AnnouncedAt is null) return new StepOutcome.Refused("Điểm chưa công bố nên chưa nhận đơn phúc khảo.");
        if (standing.AppealsUntil(exam, sitting) is { } until && clock.Today() > until) return new StepOutcome.Refused($"Hết hạn nhận đơn phúc khảo từ ngày {VnFormat.Date(until)}.");
        var essays = await (from e in db.Set<Essay>()
                            join s in db.Set<Seat>() on e.SeatId equals s.Id
                            join c in db.Set<Candidate>() on s.CandidateId equals c.Id
                            where e.SittingId == sittingId && c.Number == (number ?? "").Trim()
                            select e).ToListAsync(ct);
        if (essays.Count == 0) return new StepOutcome.Refused($"Số báo danh “{number?.Trim()}” không có bài tự luận; câu trắc nghiệm chấm trên máy không phúc khảo.");
        if (essays.Exists(e => e.FinalHundredths is null)) return new StepOutcome.Refused("Bài chưa có điểm.");
        if (essays.Exists(e => e.AppealedFrom is not null)) return new StepOutcome.Refused("Bài này đã nhận đơn phúc khảo.");
        foreach (var essay in essays)
        {
            (essay.AppealedFrom, essay.AppealReason, essay.AppealedAt, essay.AppealTakenBy) = (essay.FinalHundredths, reason.Trim(), clock.UtcNow(), council.Me);
            (essay.FinalHundredths, essay.Settled) = (null, null);
            essay.Version++;
        }
        await process.CommitAsync(ct, count: essays.Count);
        return new StepOutcome.Done();
    }

    private MarkOutcome Outcome(Exam exam, Essay essay, IEnumerable<EssayMark> marks)
    {
        var (average, third, dialogue) = law.Differences(exam.HeldOn);
        var given = marks.ToDictionary(m => m.Step, m => m.Hundredths);
        return essay.AppealedFrom is { } before ? MarkRules.OfAppeal(given, before, essay.MaxHundredths, dialogue) : MarkRules.Of(given, essay.MaxHundredths, average, third);
    }

    private async Task<(Essay Essay, Exam Exam, MarkOutcome Outcome, List<EssayMark> Marks)> FindAsync(Guid id, CancellationToken ct, bool tracked = false)
    {
        var rows = tracked ? db.Set<Essay>() : db.Set<Essay>().AsNoTracking();
        var essay = await rows.SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new NotFoundException("Không có bài tự luận này.");
        var (_, exam) = await exams.SittingAsync(essay.SittingId, ct);
        var marks = await db.Set<EssayMark>().AsNoTracking().Where(m => m.EssayId == id).ToListAsync(ct);
        return (essay, exam, Outcome(exam, essay, marks), marks);
    }
}
