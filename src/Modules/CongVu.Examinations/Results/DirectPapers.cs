using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Results;

/// <summary>
/// Papers of a part marked face to face: each examiner's sheet, and the minutes of the part. TT 22/2025/TT-BNV names both without printing a form; these say who marked
/// whom with what, what it comes to and by which rule.
/// </summary>
internal sealed class DirectPapers(CongVuDb db, SittingLists lists)
{
    public async Task<byte[]> SheetAsync(Exam exam, DirectPart part, IReadOnlyList<DirectLine> lines, Guid marker, CancellationToken ct)
    {
        var name = await db.Set<Account>().Where(a => a.Id == marker).Select(a => a.DisplayName).SingleAsync(ct);
        var mine = lines.Select(l => (l.Candidate, Mark: l.Marks.FirstOrDefault(m => m.MarkerId == marker))).Where(l => l.Mark is not null).ToList();
        return await lists.WriteAsync(exam, null, new("PHIẾU CHẤM", "PC"), $"{part.Name}, người chấm {name}",
        [
            new BodyBlock.Paragraph($"Kỳ thi: {exam.Name}. Thang điểm 100. Người chấm ghi điểm độc lập; điểm đã ghi không sửa được."),
            new BodyBlock.Table(new PrintTable
            {
                Columns = [new("Số báo danh", 0.9, CellAlignment.Center), new("Họ và tên", 2.2), new("Vị trí dự thi", 1.8), new("Điểm", 0.7, CellAlignment.Right), new("Nhận xét", 2.6), new("Lúc ghi", 1.3, CellAlignment.Center)],
                Rows = [.. mine.Select(l => PrintRow.Of(l.Candidate.Number ?? "", l.Candidate.FullName, l.Candidate.Position, ExamWords.Points(l.Mark!.Hundredths), l.Mark.Note, VnFormat.Instant(l.Mark.At)))],
                FontSize = 11,
            }),
            new BodyBlock.Paragraph($"Người chấm ký tên: ………………………… {name}"),
        ], ct);
    }

    public async Task<byte[]> MinutesAsync(Exam exam, DirectPart part, IReadOnlyList<DirectLine> lines, string rule, CancellationToken ct)
    {
        var ids = lines.SelectMany(l => l.Marks).Select(m => m.MarkerId).Distinct().ToList();
        var names = await db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        return await lists.WriteAsync(exam, null, DocumentType.Named.Single(t => t.Abbreviation == "BB"), part.Name,
        [
            new BodyBlock.Heading(HeadingLevel.Numbered, 1, "Thành phần và cách chấm"),
            new BodyBlock.Paragraph($"Kỳ thi: {exam.Name}. Mỗi thí sinh do {part.Examiners} người chấm độc lập: {string.Join(", ", names.Values.Order(StringComparer.CurrentCulture))}. Phần thi chiếm {part.Weight}% điểm xếp hạng."),
            new BodyBlock.Paragraph(rule),
            new BodyBlock.Heading(HeadingLevel.Numbered, 2, "Kết quả"),
            new BodyBlock.Table(new PrintTable
            {
                Columns = [new("Số báo danh", 0.9, CellAlignment.Center), new("Họ và tên", 2), new("Vị trí dự thi", 1.7), new("Điểm từng người", 1.8), new("Điểm", 0.7, CellAlignment.Right), new("Cách tính, ghi chú", 2.2)],
                Rows = [.. lines.Select(l => PrintRow.Of(l.Candidate.Number ?? "", l.Candidate.FullName, l.Candidate.Position, string.Join("; ", l.Marks.Select(m => $"{names.GetValueOrDefault(m.MarkerId, "")}: {ExamWords.Points(m.Hundredths)}")),
                    l.Outcome is DirectOutcome.Settled { IsAbsent: false } s ? ExamWords.Points(s.Hundredths) : "", l.Outcome switch { DirectOutcome.Settled how => how.How + (l.Decision is { } d ? $": {d.Reason}" : ""), DirectOutcome.Waits w => $"Còn {w.Missing} người chấm", _ => "Chờ Chủ tịch hội đồng quyết định" }))],
                FontSize = 11,
            }),
        ], ct);
    }
}
