using CongVu.Examinations.Bank;
using CongVu.Examinations.Competitions;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Processes;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>The list signed in the room, the published list, and publishing itself.</summary>
internal sealed class ResultPapers(CongVuDb db, ProcessLog processes, Council council, SittingLists lists, ResultReading results, StandingDesk standing, DirectDesk direct, CompetitionReading competitions, TimeProvider clock)
{
    public async Task<byte[]> SignedAsync(Exam exam, Sitting sitting, IReadOnlyList<PaperResult> papers, CancellationToken ct) => await lists.WriteAsync(exam, sitting, new("DANH SÁCH", "DS"),
        $"Kết quả bài thi, {sitting.Name}",
        [
            new BodyBlock.Paragraph($"Kỳ thi: {exam.Name}. Điểm chấm trên máy ngay sau khi niêm phong bài; thí sinh xem điểm và ký xác nhận."),
            new BodyBlock.Table(new PrintTable
            {
                FontSize = 11,
                Columns = [new("Số báo danh", 0.8, CellAlignment.Center), new("Họ và tên", 2), new("Ngày sinh", 1, CellAlignment.Center), new("Điểm bài thi", 0.9, CellAlignment.Right), new("Bị trừ", 0.8, CellAlignment.Center), new("Điểm", 0.8, CellAlignment.Right), new("Kết quả", 0.9, CellAlignment.Center), new("Mã biên nhận", 1.5, CellAlignment.Center), new("Ký tên", 1)],
                Rows = [.. papers.Select(p => PrintRow.Of(p.Placed.Candidate.Number ?? "", p.Placed.Candidate.FullName, VnFormat.Date(p.Placed.Candidate.Birth), p.Raw is null ? "" : $"{ExamWords.Points(p.Raw)}/{ExamWords.Points(p.Max)}",
                    p.CutHundredths > 0 ? $"{p.CutHundredths / 100}%" : "", ExamWords.Points(p.Final), ResultWords.Of(p), p.Placed.Seat.Receipt is { } receipt ? Room.Receipt.Code(receipt) : "", ""))],
            }),
        ], ct);

    public async Task<byte[]> PublishedAsync(Exam exam, IReadOnlyList<CandidateResult> list, CancellationToken ct) => await lists.WriteAsync(exam, null, DocumentType.Notice, $"Kết quả {exam.Name}",
        [
            new BodyBlock.Paragraph($"Hội đồng thi công bố kết quả của {list.Count} thí sinh; {list.Count(r => r.Passed == true)} người đạt. Thứ hạng xếp trong từng vị trí, lý do ghi ở cột cuối."),
            new BodyBlock.Table(new PrintTable
            {
                FontSize = 11,
                Columns = [new("Số báo danh", 0.8, CellAlignment.Center), new("Họ và tên", 1.8), new("Vị trí dự thi", 1.6), new("Tổng điểm", 0.8, CellAlignment.Right), new("Thứ hạng", 0.7, CellAlignment.Center), new("Kết quả", 0.9, CellAlignment.Center), new("Giải thích", 2.6)],
                Rows = [.. list.Select(r => PrintRow.Of(r.Candidate.Number ?? "", r.Candidate.FullName, r.Candidate.Position, ExamWords.Points(r.Total), $"{r.Rank}", ResultWords.Passed(r.Passed), r.Why))],
            }),
        ], ct);

    public async Task<byte[]> CertificateAsync(Exam exam, CandidateResult result, ExamCertificate certificate, CancellationToken ct) => await lists.WriteAsync(exam, null, new("GIẤY CHỨNG NHẬN", "GCN"), $"Kết quả {exam.Name}",
        [
            new BodyBlock.Paragraph($"Hội đồng thi chứng nhận: {result.Candidate.FullName}, sinh ngày {VnFormat.Date(result.Candidate.Birth)}, số báo danh {result.Candidate.Number}{(result.Candidate.Position.Length > 0 ? $", vị trí dự thi {result.Candidate.Position}" : "")}."),
            .. result.Papers.Select(p => (BodyBlock)new BodyBlock.Dash($"{p.Sitting.Name}: {ExamWords.Points(p.Final)}/{ExamWords.Points(p.Max)} điểm, {ResultWords.Of(p).ToLowerInvariant()}{(p.Placed.Seat.Receipt is { } receipt ? $"; mã biên nhận bài thi {Room.Receipt.Code(receipt)}" : "")}")),
            new BodyBlock.Paragraph($"Kết quả: {ResultWords.Passed(result.Passed).ToLowerInvariant()}. {result.Why}."),
        ], ct, (certificate.Number, certificate.IssuedOn));

    /// <summary>The results stand: every sitting is scored and every essay has its mark.</summary>
    public async Task<StepOutcome> PublishAsync(Guid examId, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(SittingProcesses.Publish, "exam", examId, ct);
        await council.DemandAsync(examId, [CouncilRole.Chair, CouncilRole.Deputy], ct);
        var exam = await db.Set<Exam>().SingleAsync(e => e.Id == examId, ct);
        if (exam.State == ExamState.Published) return new StepOutcome.Refused("Kết quả đã công bố.");
        var sittings = await db.Set<Sitting>().AsNoTracking().Where(s => s.ExamId == examId).ToListAsync(ct);
        if (sittings.Find(s => s.State != SittingState.Scored) is { } unscored) return new StepOutcome.Refused($"{unscored.Name} chưa chấm.");
        if (sittings.Count == 0 && !await db.Set<DirectPart>().AnyAsync(p => p.ExamId == examId, ct)) return new StepOutcome.Refused("Kỳ thi chưa có ca thi hay phần chấm trực tiếp nào.");
        if (await (from f in db.Set<FaultyQuestion>() join s in db.Set<Sitting>() on f.SittingId equals s.Id where s.ExamId == examId && f.ApprovedBy == null select f).AnyAsync(ct)) return new StepOutcome.Refused("Còn đề nghị về câu hỏi sai sót chưa quyết định.");
        var withEssays = await db.Set<Essay>().Where(e => sittings.Select(s => s.Id).Contains(e.SittingId)).Select(e => e.SittingId).Distinct().ToListAsync(ct);
        if (sittings.Find(s => withEssays.Contains(s.Id) && s.AnnouncedAt is null) is { } quiet) return new StepOutcome.Refused($"Công bố điểm {quiet.Name} trước, để thí sinh còn phúc khảo.");
        if (sittings.Find(s => standing.AppealsUntil(exam, s) >= clock.Today()) is { } open) return new StepOutcome.Refused($"{open.Name} còn nhận đơn phúc khảo đến hết ngày {VnFormat.Date(standing.AppealsUntil(exam, open)!.Value)}.");
        if (await competitions.FindAsync(examId, ct) is not null)
            foreach (var part in await db.Set<DirectPart>().AsNoTracking().Where(p => p.ExamId == examId).ToListAsync(ct))
                if (await direct.QuorumFaultAsync(exam, part.Examiners, ct) is { } fault) return new StepOutcome.Refused($"{part.Name}: {fault}");
        var waiting = (await results.ExamAsync(exam, ct)).Where(r => r.Passed is null).Select(r => r.Candidate.Number).ToList();
        if (waiting.Count > 0) return new StepOutcome.Refused($"Chưa đủ kết quả của số báo danh {string.Join(", ", waiting.Take(10))}.");
        exam.State = ExamState.Published;
        exam.Version++;
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }
}

/// <summary>How results are said.</summary>
internal static class ResultWords
{
    public static string Passed(bool? passed) => passed switch { true => "Đạt", false => "Không đạt", _ => "Chờ chấm" };

    public static string Of(PaperResult p) => p.Placed.Seat.State == SeatState.Absent ? "Vắng" : p.CutHundredths == 10_000 ? ExamWords.Penalty(p.Placed.Seat.Penalty) : Passed(p.Passed);
}
