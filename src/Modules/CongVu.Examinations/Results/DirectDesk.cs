using CongVu.Examinations.Bank;
using CongVu.Examinations.Competitions;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>Interviews, practical tests, projects and their defence: examiners mark each candidate alone, the head decides where they differ too much.</summary>
internal sealed class DirectDesk(CongVuDb db, ProcessLog processes, Council council, ExamDesk exams, DirectReading reading, CompetitionReading competitions, ExamLaw law, TimeProvider clock)
{
    private static readonly CouncilRole[] Heads = [CouncilRole.Chair, CouncilRole.Deputy];

    public async Task<(DirectPart Part, Exam Exam)> FindAsync(Guid id, CancellationToken ct)
    {
        var part = await db.Set<DirectPart>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException("Không có phần thi này.");
        return (part, await exams.FindAsync(part.ExamId, ct));
    }

    /// <summary>Opens a part. Where the law has such a round its name and weight are the law's.</summary>
    public async Task<(Guid? Id, string? Refused)> OpenAsync(Guid examId, string? round, string? name, int? weight, int examiners, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var exam = await exams.FindAsync(examId, ct);
        if (exam.State == ExamState.Published) return (null, "Kết quả đã công bố.");
        var oral = law.Rounds(exam.Kind, exam.HeldOn).Where(r => r.Form == "oral").ToList();
        var chosen = oral.FirstOrDefault(r => r.Code == round);
        if (oral.Count > 0 && chosen is null) return (null, "Chọn vòng thi theo luật.");
        var (called, share) = (chosen?.Name ?? name?.Trim() ?? "", chosen?.Weight ?? weight ?? 0);
        if (called.Length == 0) return (null, "Ghi tên phần thi, ví dụ: Bảo vệ đề án.");
        if (share is < 1 or > 100) return (null, "Tỷ trọng từ 1 đến 100%.");
        if (examiners is < 2 or > 15) return (null, "Mỗi thí sinh do ít nhất 2 người chấm, nhiều nhất 15 người (Thông tư 22/2025/TT-BNV).");
        if (await competitions.FindAsync(examId, ct) is { } rules)
        {
            if (rules.Discard == MarkDiscard.Extremes && examiners < DirectRules.FewestWithDiscard) return (null, $"Quy chế bỏ điểm cao nhất và thấp nhất nên mỗi thí sinh cần ít nhất {DirectRules.FewestWithDiscard} người chấm.");
            if (await QuorumFaultAsync(exam, examiners, ct) is { } fault) return (null, fault);
        }
        await using var process = await processes.BeginAsync(ResultProcesses.OpenPart, "exam", examId, ct);
        var there = await db.Set<DirectPart>().Where(p => p.ExamId == examId).ToListAsync(ct);
        if (there.Exists(p => p.Name == called)) return (null, $"Kỳ thi đã có phần “{called}”.");
        if (there.Sum(p => p.Weight) + share > 100) return (null, $"Các phần chấm trực tiếp đã chiếm {there.Sum(p => p.Weight)}%; phần này nhiều nhất {100 - there.Sum(p => p.Weight)}%.");
        var part = new DirectPart { ExamId = examId, Round = chosen?.Code ?? "", Name = called, Weight = share, Examiners = examiners, OpenedAt = clock.UtcNow(), OpenedBy = council.Me };
        db.Add(part);
        await process.CommitAsync(ct, detail: new { part.Name, part.Weight, part.Examiners });
        return (part.Id, null);
    }

    public async Task<IReadOnlyList<DirectLine>> LinesAsync(Exam exam, DirectPart part, CancellationToken ct) =>
        await reading.LinesAsync(exam, part, await db.Set<Candidate>().AsNoTracking().Where(c => c.ExamId == exam.Id && c.Number != null).OrderBy(c => c.Number).ToListAsync(ct), ct);

    public async Task<StepOutcome> MarkAsync(Guid id, Guid candidate, decimal? points, string? note, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(ResultProcesses.MarkPart, "exam-candidate", candidate, ct);
        var (exam, part, line, refused) = await OpenLineAsync(id, candidate, [CouncilRole.Marker], ct);
        if (refused is not null) return refused;
        if (points is not { } given || given is < 0 or > 100 || given * 100 % 1 != 0) return new StepOutcome.Refused($"Số báo danh {line!.Candidate.Number}: ghi điểm từ 0 đến 100, nhiều nhất hai chữ số thập phân.");
        if (await competitions.FindAsync(exam!.Id, ct) is { } rules)
        {
            if (clock.UtcNow() <= rules.SchemeUntil) return new StepOutcome.Refused("Chưa hết hạn nộp đề án nên chưa chấm.");
            if (!(await competitions.SchemesAsync(exam.Id, ct)).ContainsKey(candidate)) return new StepOutcome.Refused($"Số báo danh {line!.Candidate.Number} không nộp đề án nên không được bảo vệ; hội đồng ghi vắng.");
        }
        if (line!.Marks.Any(m => m.MarkerId == council.Me)) return new StepOutcome.Refused($"Bạn đã chấm số báo danh {line.Candidate.Number}; điểm đã ghi không sửa được.");
        if (line.Outcome is not DirectOutcome.Waits) return new StepOutcome.Refused($"Số báo danh {line.Candidate.Number} đã đủ {part!.Examiners} người chấm.");
        db.Add(new DirectMark { PartId = id, CandidateId = candidate, MarkerId = council.Me, Hundredths = (int)(given * 100), Note = note?.Trim() ?? "", At = clock.UtcNow() });
        await process.CommitAsync(ct, detail: new { exam = exam!.Id });
        return new StepOutcome.Done();
    }

    /// <summary>The head decides where examiners differ too much; the council notes who did not come.</summary>
    public async Task<StepOutcome> DecideAsync(Guid id, Guid candidate, decimal? points, bool isAbsent, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Nêu lý do.");
        await using var process = await processes.BeginAsync(ResultProcesses.DecidePart, "exam-candidate", candidate, ct, reason);
        var (_, _, line, refused) = await OpenLineAsync(id, candidate, isAbsent ? Council.Planners : Heads, ct);
        if (refused is not null) return refused;
        if (line!.Decision is not null) return new StepOutcome.Refused("Đã quyết định.");
        if (isAbsent ? line.Marks.Count > 0 : line.Outcome is not DirectOutcome.Differs) return new StepOutcome.Refused(isAbsent ? "Thí sinh đã có người chấm nên không ghi vắng." : "Chỉ quyết định khi những người chấm lệch nhau quá mức.");
        if (!isAbsent && (points is not { } given || given is < 0 or > 100 || given * 100 % 1 != 0)) return new StepOutcome.Refused("Ghi điểm từ 0 đến 100, nhiều nhất hai chữ số thập phân.");
        db.Add(new DirectDecision { PartId = id, CandidateId = candidate, Hundredths = isAbsent ? 0 : (int)(points!.Value * 100), IsAbsent = isAbsent, Reason = reason.Trim(), DecidedBy = council.Me, At = clock.UtcNow() });
        await process.CommitAsync(ct, detail: new { isAbsent });
        return new StepOutcome.Done();
    }

    /// <summary>Why so few may not mark a part of a competition; null where the law of the day asks for no more.</summary>
    public async Task<string?> QuorumFaultAsync(Exam exam, int examiners, CancellationToken ct)
    {
        var markers = await competitions.MarkersAsync(exam.Id, ct);
        return competitions.QuorumOn(exam.HeldOn) is { } q && examiners < competitions.FewestExaminers(exam.HeldOn, markers)
            ? $"Hội đồng có {markers} cán bộ chấm; mỗi thí sinh cần ít nhất {competitions.FewestExaminers(exam.HeldOn, markers)} người chấm ({q.Present}/{q.Of} số thành viên, {q.Source})." : null;
    }

    private async Task<(Exam? Exam, DirectPart? Part, DirectLine? Line, StepOutcome.Refused? Refused)> OpenLineAsync(Guid id, Guid candidateId, CouncilRole[] roles, CancellationToken ct)
    {
        var (part, exam) = await FindAsync(id, ct);
        await council.DemandAsync(exam.Id, roles, ct);
        // Marks of one candidate come one after the other: the number of examiners is kept.
        var candidate = await db.Set<Candidate>().FromSql($"select * from examinations.candidate where id = {candidateId} and exam_id = {exam.Id} and number is not null for no key update").AsNoTracking().SingleOrDefaultAsync(ct)
            ?? throw new NotFoundException("Không có thí sinh này trong kỳ thi.");
        if (exam.State == ExamState.Published) return (exam, part, null, new StepOutcome.Refused("Kết quả đã công bố."));
        return (exam, part, (await reading.LinesAsync(exam, part, [candidate], ct))[0], null);
    }
}
