using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Exams;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Archive;

/// <summary>An examination's file as the page shows it; names of everybody in it.</summary>
internal sealed record ArchiveSight(Exam Exam, ExamArchive? Archive, IReadOnlyList<ArchivedSitting> Sittings, IReadOnlyList<ExamCopy> Copies, IReadOnlyList<ExamHold> Holds, ExamDestruction? Destruction, IReadOnlyDictionary<Guid, string> Names)
{
    public bool IsDestroyed => Destruction?.DoneAt is not null;
}

/// <summary>Seals the file of a published examination, notes its copies and what keeps it from being destroyed.</summary>
internal sealed class ArchiveDesk(CongVuDb db, ProcessLog processes, Council council, ExamDesk exams, ExamLaw law, ArchiveBundle bundle, ItemSafe safe, FileStore files, AuditLog audit, TimeProvider clock)
{
    // No guard answers for this kind of owner: nobody downloads it past the page, which opens it first.
    private const string FileOwner = "exam-archive";

    public async Task<ArchiveSight> ReadAsync(Guid examId, CancellationToken ct)
    {
        var exam = await exams.FindAsync(examId, ct);
        var archive = await db.Set<ExamArchive>().AsNoTracking().SingleOrDefaultAsync(a => a.ExamId == examId, ct);
        var copies = await db.Set<ExamCopy>().AsNoTracking().Where(c => c.ExamId == examId).OrderBy(c => c.MadeAt).ToListAsync(ct);
        var holds = await db.Set<ExamHold>().AsNoTracking().Where(h => h.ExamId == examId).OrderBy(h => h.PlacedAt).ToListAsync(ct);
        var destruction = await db.Set<ExamDestruction>().AsNoTracking().SingleOrDefaultAsync(d => d.ExamId == examId, ct);
        Guid?[] ids = [archive?.SealedBy, destruction?.ProposedBy, destruction?.DoneBy, .. copies.SelectMany(c => new Guid?[] { c.MadeBy, c.DestroyedBy }), .. holds.SelectMany(h => new Guid?[] { h.PlacedBy, h.LiftedBy })];
        var known = ids.OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Account>().Where(a => known.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        return new ArchiveSight(exam, archive, archive is null ? [] : JsonSerializer.Deserialize<ArchivedSitting[]>(archive.Contents, Json.Options)!, copies, holds, destruction, names);
    }

    public async Task<StepOutcome> SealAsync(Guid examId, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var exam = await exams.FindAsync(examId, ct);
        if (exam.State != ExamState.Published) return new StepOutcome.Refused("Niêm phong hồ sơ sau khi công bố kết quả.");
        if (await HasOpenEssaysAsync(examId, ct)) return new StepOutcome.Refused("Còn bài phúc khảo chưa có điểm.");
        if (await db.Set<ExamArchive>().AnyAsync(a => a.ExamId == examId, ct)) return new StepOutcome.Refused("Hồ sơ đã niêm phong.");
        var (zip, sittings) = await bundle.MakeAsync(exam, ct);
        // Stored first, outside the process: a package without a row is found by nobody, a row without a package would be a lie.
        using var content = new MemoryStream(safe.SealFile(zip));
        var file = await files.SaveAsync(content, $"ho-so-{examId:n}.bin", "application/octet-stream", FileOwner, examId, null, ct);
        await using var process = await processes.BeginAsync(ArchiveProcesses.Seal, "exam", examId, ct);
        var keep = law.Keep(clock.Today());
        db.Add(new ExamArchive
        {
            ExamId = examId, SealedAt = clock.UtcNow(), SealedBy = council.Me, Sha256 = ArchiveBundle.Hash(zip), Size = zip.LongLength, FileId = file.Id, Contents = JsonSerializer.Serialize(sittings, Json.Options),
            KeepUntil = keep.Until, KeepSource = $"{keep.Source}; {keep.Verification}",
        });
        await process.CommitAsync(ct, count: sittings.Count, detail: new { sha256 = ArchiveBundle.Hash(zip) });
        return new StepOutcome.Done();
    }

    /// <summary>The package, to be carried to another place. Whoever takes it is written down.</summary>
    public async Task<byte[]> TakeOutAsync(Guid examId, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var archive = await FindAsync(examId, ct);
        if (archive.FileId is not { } file) throw new NotFoundException("Gói hồ sơ đã hủy; chỉ còn mã băm của gói.");
        await audit.ReadAsync(new AuditLine("examinations.archive.read", "exam", examId), ct);
        return safe.OpenFile(await files.ReadAsync(file, ct));
    }

    /// <summary>Notes a copy after reading it back from where it lies: what differs is no copy.</summary>
    public async Task<StepOutcome> NoteCopyAsync(Guid examId, string? place, Stream? copy, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        var archive = await FindAsync(examId, ct);
        if (archive.FileId is null) return new StepOutcome.Refused("Gói hồ sơ đã hủy, không nhận bản sao nữa.");
        if (string.IsNullOrWhiteSpace(place)) return new StepOutcome.Refused("Ghi nơi giữ bản sao: thiết bị, nơi cất, người giữ.");
        if (copy is null) return new StepOutcome.Refused("Chọn tệp bản sao ở nơi vừa chép, để đọc lại và so mã băm.");
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, ct));
        if (sha256 != archive.Sha256) return new StepOutcome.Refused($"Bản sao không giống gói đã niêm phong: mã băm đọc lại là {sha256[..16]}…, của gói là {archive.Sha256[..16]}…. Tải gói về, chép lại rồi chọn đúng tệp ở nơi chép.");
        await using var process = await processes.BeginAsync(ArchiveProcesses.Copy, "exam", examId, ct);
        db.Add(new ExamCopy { ExamId = examId, Place = place.Trim(), MadeBy = council.Me, MadeAt = clock.UtcNow(), Sha256 = sha256 });
        await process.CommitAsync(ct, detail: new { place = place.Trim() });
        return new StepOutcome.Done();
    }

    public async Task<StepOutcome> HoldAsync(Guid examId, HoldKind kind, string? document, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Board, ct);
        _ = await FindAsync(examId, ct);
        if (string.IsNullOrWhiteSpace(document)) return new StepOutcome.Refused("Ghi đơn, quyết định thanh tra hoặc thông báo thụ lý: số, ngày, cơ quan.");
        if (await db.Set<ExamDestruction>().AnyAsync(d => d.ExamId == examId && d.DoneAt != null, ct)) return new StepOutcome.Refused("Tài liệu đã hủy theo biên bản.");
        await using var process = await processes.BeginAsync(ArchiveProcesses.Hold, "exam", examId, ct, document);
        db.Add(new ExamHold { ExamId = examId, Kind = kind, Document = document.Trim(), PlacedBy = council.Me, PlacedAt = clock.UtcNow() });
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    public async Task<StepOutcome> LiftAsync(Guid examId, Guid holdId, string? reason, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Board, ct);
        if (string.IsNullOrWhiteSpace(reason)) return new StepOutcome.Refused("Ghi văn bản kết thúc vụ việc: số, ngày, cơ quan.");
        await using var process = await processes.BeginAsync(ArchiveProcesses.Lift, "exam", examId, ct, reason);
        var hold = await db.Set<ExamHold>().SingleOrDefaultAsync(h => h.Id == holdId && h.ExamId == examId, ct) ?? throw new NotFoundException("Không có việc tạm dừng này.");
        if (hold.LiftedAt is not null) return new StepOutcome.Refused("Việc này đã kết thúc.");
        (hold.LiftedBy, hold.LiftedAt, hold.LiftReason) = (council.Me, clock.UtcNow(), reason.Trim());
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    public Task<bool> HasOpenEssaysAsync(Guid examId, CancellationToken ct) => (from e in db.Set<Essay>() join s in db.Set<Sitting>() on e.SittingId equals s.Id where s.ExamId == examId && e.FinalHundredths == null select e).AnyAsync(ct);

    private async Task<ExamArchive> FindAsync(Guid examId, CancellationToken ct) => await db.Set<ExamArchive>().AsNoTracking().SingleOrDefaultAsync(a => a.ExamId == examId, ct) ?? throw new NotFoundException("Hồ sơ của kỳ thi này chưa niêm phong.");
}
