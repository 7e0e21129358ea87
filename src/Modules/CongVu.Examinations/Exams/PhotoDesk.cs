using System.IO.Compression;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Data;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Processes;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Exams;

/// <summary>What became of a bundle of photographs: who has one now, and which files were left and why.</summary>
internal sealed record PhotoReport(IReadOnlyList<string> Taken, IReadOnlyList<(string File, string Why)> Left);

/// <summary>Photographs of candidates, to compare faces at the door: one by one or as a ZIP file named by candidate number or personal id. Each look is in the audit log.</summary>
internal sealed class PhotoDesk(CongVuDb db, ProcessLog processes, Council council, FileInspector inspector, FileStore files, AuditLog audit)
{
    /// <summary>Owner of the stored files. No guard answers for it: a photograph leaves through this desk alone.</summary>
    public const string Owner = "exam-candidate";
    private const int MostFiles = 10_000;
    private const int SmallestZip = 22;
    private const string NoZip = "Tệp không phải ZIP hoặc đã hỏng. Nén lại thư mục ảnh rồi gửi lại.";
    public static readonly FileUse Use = FileUse.Portrait with { Name = "ảnh thí sinh", MaxBytes = 1024 * 1024 };

    public async Task<StepOutcome> TakeAsync(Guid candidateId, Stream? photo, string name, CancellationToken ct)
    {
        var candidate = await db.Set<Candidate>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == candidateId, ct) ?? throw new NotFoundException("Không có thí sinh này.");
        await council.DemandAsync(candidate.ExamId, Council.Planners, ct);
        if (photo is null) return new StepOutcome.Refused("Chọn ảnh (.jpg hoặc .png, nhiều nhất 1 MB).");
        if (await GoneAsync(candidate.ExamId, ct)) return new StepOutcome.Refused("Tài liệu của kỳ thi đã hủy, không nhận ảnh nữa.");
        var (id, why) = await StoreAsync(candidate, photo, name, ct);
        if (id is not { } file) return new StepOutcome.Refused(why!);
        await using var process = await processes.BeginAsync(SittingProcesses.TakePhotos, "exam-candidate", candidateId, ct);
        await SetAsync(process, new() { [candidateId] = file }, ct);
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    public async Task<(PhotoReport? Report, string? Refused)> TakeManyAsync(Guid examId, Stream? bundle, CancellationToken ct)
    {
        await council.DemandAsync(examId, Council.Planners, ct);
        if (bundle is null) return (null, "Chọn tệp ZIP chứa ảnh.");
        if (bundle.Length < SmallestZip) return (null, NoZip);
        if (await GoneAsync(examId, ct)) return (null, "Tài liệu của kỳ thi đã hủy, không nhận ảnh nữa.");
        var candidates = await db.Set<Candidate>().AsNoTracking().Where(c => c.ExamId == examId).ToListAsync(ct);
        Dictionary<Guid, Guid> stored = [];
        List<string> taken = [];
        List<(string, string)> left = [];
        try
        {
            using var zip = new ZipArchive(bundle, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostFiles) return (null, $"Tệp ZIP có hơn {MostFiles} mục. Chia thành nhiều tệp.");
            // Names are only compared, never used as a path.
            foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)))
            {
                if (Named(candidates, Path.GetFileNameWithoutExtension(entry.Name)) is not { } candidate) left.Add((entry.Name, "không có thí sinh nào mang số báo danh hoặc số định danh này"));
                else if (stored.ContainsKey(candidate.Id)) left.Add((entry.Name, $"{candidate.FullName} đã có ảnh khác trong tệp này"));
                else
                {
                    await using var content = await entry.OpenAsync(ct);
                    var (id, why) = await StoreAsync(candidate, content, entry.Name, ct);
                    if (id is not { } file) { left.Add((entry.Name, why!)); continue; }
                    stored[candidate.Id] = file;
                    taken.Add($"{candidate.Number ?? candidate.PersonalId}: {candidate.FullName}");
                }
            }
        }
        catch (InvalidDataException) when (stored.Count == 0) { return (null, NoZip); }
        catch (InvalidDataException) { left.Add(("phần còn lại của tệp ZIP", "đã hỏng, không đọc được; nén lại rồi gửi tiếp những ảnh còn thiếu")); }
        if (stored.Count > 0)
        {
            await using var process = await processes.BeginAsync(SittingProcesses.TakePhotos, "exam", examId, ct);
            await SetAsync(process, stored, ct);
            await process.CommitAsync(ct, count: stored.Count);
        }
        return (new PhotoReport(taken, left), null);
    }

    /// <summary>Looks at a photograph; written down.</summary>
    public async Task<(byte[] Content, string MediaType)?> LookAsync(Candidate candidate, CancellationToken ct)
    {
        if (candidate.PhotoId is not { } id || await files.FindAsync(id, ct) is not { MediaType: "image/jpeg" or "image/png" } file) return null;
        await audit.ReadAsync(new AuditLine("examinations.candidate.photo.read", "exam-candidate", candidate.Id), ct);
        return (await files.ReadAsync(id, ct), file.MediaType);
    }

    private async Task<(Guid? Id, string? Why)> StoreAsync(Candidate candidate, Stream content, string name, CancellationToken ct)
    {
        switch (await inspector.ReceiveAsync(content, name, Use, ct))
        {
            case FileInspection.Accepted accepted:
                using (accepted)
                {
                    await using var photo = accepted.OpenRead();
                    return ((await files.SaveAsync(photo, accepted.Name, accepted.Kind.MediaType(), Owner, candidate.Id, null, ct)).Id, null);
                }
            case FileInspection.Refused refused:
                return (null, refused.Message);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // The photograph before goes with it: nobody keeps two.
    private async Task SetAsync(ProcessScope process, Dictionary<Guid, Guid> stored, CancellationToken ct)
    {
        var ids = stored.Keys.ToList();
        var rows = await db.Set<Candidate>().Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        await files.DeleteAsync(process.Connection, [.. rows.Select(r => r.PhotoId).OfType<Guid>()], ct);
        foreach (var row in rows)
        {
            row.PhotoId = stored[row.Id];
            row.Version++;
        }
    }

    private Task<bool> GoneAsync(Guid exam, CancellationToken ct) => db.Set<ExamDestruction>().AnyAsync(d => d.ExamId == exam && d.DoneAt != null, ct);

    // "7", "007" and a personal id; what two would answer to is nobody's.
    private static Candidate? Named(List<Candidate> candidates, string stem)
    {
        var name = stem.Trim();
        var exact = candidates.FindAll(c => c.PersonalId == name || c.Number == name);
        if (exact.Count == 0 && name.Length > 0 && name.All(char.IsAsciiDigit) && name.Length < 9) exact = candidates.FindAll(c => c.Number?.TrimStart('0') == name.TrimStart('0'));
        return exact is [var only] ? only : null;
    }
}
