using System.Text.Json;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Printing;
using CongVu.Platform.Printing.Administrative;
using CongVu.Platform.Text;

namespace CongVu.Examinations.Archive;

/// <summary>The minutes of a destruction: on what decision, by whom, what went, what stays and why, and the hashes of what was there.</summary>
internal sealed class DestructionMinutes(SittingLists lists)
{
    public Task<byte[]> WriteAsync(ArchiveSight sight, CancellationToken ct)
    {
        var (archive, done) = (sight.Archive!, sight.Destruction!);
        var counted = done.Destroyed is null ? null : JsonSerializer.Deserialize<Destroyed>(done.Destroyed, Json.Options);
        string Who(Guid? id) => id is { } known ? sight.Names.GetValueOrDefault(known, "") : "……";
        return lists.WriteAsync(sight.Exam, null, DocumentType.Named.Single(t => t.Abbreviation == "BB"), $"Tiêu hủy tài liệu {sight.Exam.Name}",
        [
            new BodyBlock.Heading(HeadingLevel.Numbered, 1, "Căn cứ và người thực hiện"),
            new BodyBlock.Paragraph($"Căn cứ {done.OrderedBy}; {archive.KeepSource}. Thời hạn giữ đến hết ngày {VnFormat.Date(archive.KeepUntil)}; không còn khiếu nại, thanh tra, kiểm tra hay vụ án nào cần đến tài liệu."),
            new BodyBlock.Paragraph($"Người đề nghị: {Who(done.ProposedBy)}, {VnFormat.Instant(done.ProposedAt)}. Người thực hiện: {Who(done.DoneBy)}, {VnFormat.Instant(done.DoneAt)}. Cách hủy: xóa khỏi cơ sở dữ liệu của hệ thống, không khôi phục được từ hệ thống."),
            new BodyBlock.Heading(HeadingLevel.Numbered, 2, "Tài liệu đã hủy"),
            new BodyBlock.Table(new PrintTable
            {
                FontSize = 11, Columns = [new("Tài liệu", 3.6), new("Số lượng", 1.1, CellAlignment.Right), new("Lý do", 2.8)], Rows = [.. ArchiveWords.Goes(counted).Select(g => PrintRow.Of(g.What, g.Count, g.Why))],
            }),
            .. sight.Copies.Select(c => (BodyBlock)new BodyBlock.Dash($"Bản sao ở {c.Place}: hủy {VnFormat.Instant(c.DestroyedAt)}, {Who(c.DestroyedBy)} ghi nhận.")),
            new BodyBlock.Heading(HeadingLevel.Numbered, 3, "Tài liệu giữ lại"),
            new BodyBlock.Table(new PrintTable { FontSize = 11, Columns = [new("Tài liệu", 3.6), new("Lý do", 3.9)], Rows = [.. ArchiveWords.Stays.Select(s => PrintRow.Of(s.What, s.Why))] }),
            new BodyBlock.Heading(HeadingLevel.Numbered, 4, "Mã băm SHA-256 của tài liệu đã hủy"),
            new BodyBlock.Dash($"Gói hồ sơ, {VnFormat.Number(archive.Size)} byte, niêm phong {VnFormat.Instant(archive.SealedAt)}: {archive.Sha256}"),
            .. sight.Sittings.Select(s => (BodyBlock)new BodyBlock.Dash($"Gói kiểm chứng {s.Name}, {s.Papers} bài, {VnFormat.Number(s.Entries)} mục: {s.Sha256}")),
            new BodyBlock.Heading(HeadingLevel.Numbered, 5, "Chữ ký"),
            new BodyBlock.Table(new PrintTable { Columns = [new("Người đề nghị", 1, CellAlignment.Center), new("Người thực hiện", 1, CellAlignment.Center)], Rows = [PrintRow.Of("", ""), PrintRow.Of(Who(done.ProposedBy), Who(done.DoneBy))] }),
        ], ct);
    }
}
