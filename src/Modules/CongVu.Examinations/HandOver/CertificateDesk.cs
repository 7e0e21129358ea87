using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Results;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Processes;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.HandOver;

/// <summary>Certificates of published results, numbered in a register, and the register on paper.</summary>
internal sealed class CertificateDesk(CongVuDb db, ProcessLog processes, Council council, ExamDesk exams, ResultReading results, SittingLists lists, TimeProvider clock)
{
    public Task<Dictionary<Guid, ExamCertificate>> OfAsync(Guid exam, CancellationToken ct) => db.Set<ExamCertificate>().AsNoTracking().Where(c => c.ExamId == exam).ToDictionaryAsync(c => c.CandidateId, ct);

    /// <summary>Gives a number to everybody with a result who has none yet; absent candidates get no certificate. Pressed again it gives nothing twice.</summary>
    public async Task<(int Issued, StepOutcome Outcome)> IssueAsync(Guid examId, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var exam = await exams.FindAsync(examId, ct);
        if (exam.State != ExamState.Published) return (0, new StepOutcome.Refused("Cấp giấy chứng nhận sau khi công bố kết quả."));
        await using var process = await processes.BeginAsync(HandOverProcesses.Certify, "exam", examId, ct);
        await db.Database.ExecuteSqlAsync($"select 1 from examinations.exam where id = {examId} for update", ct);
        var there = await OfAsync(examId, ct);
        var number = there.Count == 0 ? 0 : there.Values.Max(c => c.Number);
        var due = (await results.ExamAsync(exam, ct)).Where(r => r.Passed is not null && r.Papers.All(p => p.Placed.Seat.State != SeatState.Absent) && !there.ContainsKey(r.Candidate.Id)).OrderBy(r => r.Candidate.Number, StringComparer.Ordinal).ToList();
        if (due.Count == 0) return (0, new StepOutcome.Refused("Mọi thí sinh có kết quả đã được cấp giấy chứng nhận."));
        db.AddRange(due.Select((r, i) => new ExamCertificate { ExamId = examId, Number = number + i + 1, CandidateId = r.Candidate.Id, IssuedOn = clock.Today(), IssuedBy = council.Me }));
        await process.CommitAsync(ct, count: due.Count);
        return (due.Count, new StepOutcome.Done());
    }

    public async Task<byte[]> RegisterAsync(Exam exam, IReadOnlyList<CandidateResult> rows, CancellationToken ct)
    {
        var numbers = await OfAsync(exam.Id, ct);
        var issued = rows.Where(r => numbers.ContainsKey(r.Candidate.Id)).Select(r => (Result: r, Certificate: numbers[r.Candidate.Id])).OrderBy(r => r.Certificate.Number);
        return await lists.WriteAsync(exam, null, new("SỔ CẤP", "SC"), $"Giấy chứng nhận kết quả {exam.Name}",
        [
            new BodyBlock.Table(new PrintTable
            {
                FontSize = 11,
                Columns = [new("Số", 0.5, CellAlignment.Center), new("Số báo danh", 0.8, CellAlignment.Center), new("Họ và tên", 2), new("Ngày sinh", 1.1, CellAlignment.Center), new("Kết quả", 0.9, CellAlignment.Center), new("Ngày cấp", 1.1, CellAlignment.Center), new("Ký nhận", 1.2)],
                Rows = [.. issued.Select(r => PrintRow.Of($"{r.Certificate.Number:00}", r.Result.Candidate.Number ?? "", r.Result.Candidate.FullName, VnFormat.Date(r.Result.Candidate.Birth), ResultWords.Passed(r.Result.Passed), VnFormat.Date(r.Certificate.IssuedOn), ""))],
            }),
        ], ct);
    }
}
