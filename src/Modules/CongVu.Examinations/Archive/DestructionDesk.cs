using System.Text.Json;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Archive;

/// <summary>How much was destroyed, counted as it went.</summary>
internal sealed record Destroyed(int Sittings, int Papers, int Entries, int Questions, int CarriedFiles, int Photos, int Copies);

/// <summary>
/// Destroys papers, keys and answers when their time is over: one member of the council proposes on a written decision, another does it. Before the day, or while a complaint, an inspection or a
/// lawsuit needs them, it refuses and says why. Scores, receipts, published hashes, events and decisions stay.
/// </summary>
internal sealed class DestructionDesk(CongVuDb db, ProcessLog processes, Council council, ArchiveDesk archives, OpenedBanks opened, FileStore files, TimeProvider clock)
{
    private const int LongestSeconds = 600;

    /// <summary>Why it may not be done today; null when it may.</summary>
    public async Task<string?> WhyNotAsync(ArchiveSight sight, CancellationToken ct)
    {
        if (sight.Archive is not { } archive) return "Niêm phong hồ sơ trước.";
        if (sight.IsDestroyed) return "Tài liệu đã hủy theo biên bản.";
        if (clock.Today() <= archive.KeepUntil) return $"Phải giữ đến hết ngày {VnFormat.Date(archive.KeepUntil)} ({archive.KeepSource}); tiêu hủy được từ ngày {VnFormat.Date(archive.KeepUntil.AddDays(1))}.";
        if (sight.Holds.FirstOrDefault(h => h.LiftedAt is null) is { } hold) return $"Đang tạm dừng: {ArchiveWords.Hold(hold.Kind).ToLowerInvariant()}, {hold.Document}.";
        if (await archives.HasOpenEssaysAsync(sight.Exam.Id, ct)) return "Còn bài phúc khảo chưa có điểm.";
        return sight.Copies.FirstOrDefault(c => c.DestroyedAt is null) is { } copy ? $"Bản sao ở {copy.Place} chưa hủy. Hủy bản sao rồi ghi vào đây trước." : null;
    }

    /// <summary>Notes that a copy elsewhere was destroyed; only when its time is over too.</summary>
    public async Task<StepOutcome> CopyGoneAsync(Guid examId, Guid copyId, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var sight = await archives.ReadAsync(examId, ct);
        if (await WhyNotAsync(sight with { Copies = [] }, ct) is { } why) return new StepOutcome.Refused(why);
        await using var process = await processes.BeginAsync(ArchiveProcesses.CopyGone, "exam", examId, ct);
        var copy = await db.Set<ExamCopy>().SingleOrDefaultAsync(c => c.Id == copyId && c.ExamId == examId, ct) ?? throw new NotFoundException("Không có bản sao này.");
        if (copy.DestroyedAt is not null) return new StepOutcome.Refused("Bản sao này đã ghi là hủy.");
        (copy.DestroyedBy, copy.DestroyedAt) = (council.Me, clock.UtcNow());
        await process.CommitAsync(ct, detail: new { copy.Place });
        return new StepOutcome.Done();
    }

    public async Task<StepOutcome> ProposeAsync(Guid examId, string? orderedBy, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var sight = await archives.ReadAsync(examId, ct);
        if (await WhyNotAsync(sight, ct) is { } why) return new StepOutcome.Refused(why);
        if (sight.Destruction is not null) return new StepOutcome.Refused("Đã có đề nghị tiêu hủy; chờ người thứ hai thực hiện hoặc trả lại.");
        if (string.IsNullOrWhiteSpace(orderedBy)) return new StepOutcome.Refused("Ghi quyết định cho tiêu hủy: số, ngày, người ký.");
        await using var process = await processes.BeginAsync(ArchiveProcesses.Propose, "exam", examId, ct, orderedBy);
        db.Add(new ExamDestruction { ExamId = examId, OrderedBy = orderedBy.Trim(), ProposedBy = council.Me, ProposedAt = clock.UtcNow() });
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    public async Task<StepOutcome> WithdrawAsync(Guid examId, string? reason, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Board, ct);
        if (string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Nêu lý do trả lại đề nghị.");
        await using var process = await processes.BeginAsync(ArchiveProcesses.Withdraw, "exam", examId, ct, reason);
        if (await db.Set<ExamDestruction>().Where(d => d.ExamId == examId && d.DoneAt == null).ExecuteDeleteAsync(ct) == 0) return new StepOutcome.Refused("Không có đề nghị tiêu hủy nào đang chờ.");
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    /// <summary>By a second person: all of it or nothing.</summary>
    public async Task<StepOutcome> DestroyAsync(Guid examId, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Board, ct);
        await using var process = await processes.BeginAsync(ArchiveProcesses.Destroy, "exam", examId, ct);
        // Whoever comes at the same moment waits here, then finds it done.
        await db.Database.ExecuteSqlAsync($"select 1 from examinations.exam_archive where exam_id = {examId} for update", ct);
        var sight = await archives.ReadAsync(examId, ct);
        if (await WhyNotAsync(sight, ct) is { } why) return new StepOutcome.Refused(why);
        if (sight.Destruction is not { } proposed) return new StepOutcome.Refused("Chưa có đề nghị tiêu hủy.");
        if (proposed.ProposedBy == council.Me) return new StepOutcome.Refused("Bạn là người đề nghị; cần một thành viên khác của hội đồng thực hiện tiêu hủy.");
        var sittings = await db.Set<Sitting>().Where(s => s.ExamId == examId).ToListAsync(ct);
        var ids = sittings.ConvertAll(s => s.Id);
        var photos = await db.Set<Candidate>().Where(c => c.ExamId == examId && c.PhotoId != null).Select(c => c.PhotoId!.Value).ToListAsync(ct);
        var row = await db.Set<ExamDestruction>().SingleAsync(d => d.ExamId == examId, ct);
        // Written first: the table of answers lets nothing go before two persons stand here.
        (row.DoneBy, row.DoneAt, row.Destroyed) = (council.Me, clock.UtcNow(), "{}");
        await db.SaveChangesAsync(ct);
        db.Database.SetCommandTimeout(LongestSeconds);
        var questions = await db.Set<SittingItem>().CountAsync(i => ids.Contains(i.SittingId), ct);
        var entries = await db.Set<SeatEntry>().Where(e => db.Set<Seat>().Any(s => s.Id == e.SeatId && ids.Contains(s.SittingId))).ExecuteDeleteAsync(ct);
        var carried = await db.Set<CarriedFile>().Where(f => ids.Contains(f.SittingId)).ExecuteDeleteAsync(ct);
        await db.Set<CarryKey>().Where(k => ids.Contains(k.SittingId)).ExecuteDeleteAsync(ct);
        // Prints that still wait to be fetched may show photographs.
        await db.Set<PdfPrint>().Where(p => p.ExamId == examId).ExecuteDeleteAsync(ct);
        await db.Set<Candidate>().Where(c => c.ExamId == examId).ExecuteUpdateAsync(u => u.SetProperty(c => c.PhotoId, (Guid?)null), ct);
        await files.DeleteAsync(process.Connection, [.. photos, .. sight.Archive!.FileId is { } package ? [package] : Array.Empty<Guid>()], ct);
        await db.Set<ExamArchive>().Where(a => a.ExamId == examId).ExecuteUpdateAsync(u => u.SetProperty(a => a.FileId, (Guid?)null), ct);
        foreach (var sitting in sittings)
        {
            (sitting.Bank, sitting.Secret, sitting.DestroyedAt) = (null, null, row.DoneAt);
            sitting.Version++;
        }
        var destroyed = new Destroyed(sittings.Count, sight.Sittings.Sum(s => s.Papers), entries, questions, carried, photos.Count, sight.Copies.Count);
        row.Destroyed = JsonSerializer.Serialize(destroyed, Json.Options);
        await process.CommitAsync(ct, count: entries, detail: destroyed);
        ids.ForEach(opened.Forget);
        return new StepOutcome.Done();
    }
}
