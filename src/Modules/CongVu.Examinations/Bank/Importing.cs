using System.Text.RegularExpressions;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Formats;
using CongVu.Examinations.Items;
using CongVu.Examinations.Practice;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Bank;

internal abstract record ImportOutcome
{
    /// <summary>Codes that were taken in new, replaced as a further version, and left out with the reason.</summary>
    public sealed record Done(int New, int Again, IReadOnlyList<(string Code, string Reason)> Left) : ImportOutcome;
    public sealed record Refused(string Field, string Message) : ImportOutcome;
}

/// <summary>Brings a file into the bank in two steps: read and show, then take in. Between them the file is sealed and its author's alone.</summary>
internal sealed partial class Importing(CongVuDb db, ProcessLog processes, Gate gate, ItemSafe safe, LawStanding law, TimeProvider clock)
{
    private const int LongestName = 40;
    private const string Separators = " _-.,()[]'\"";

    private Guid Me => gate.Actor.AccountId;

    public async Task<(Guid? Id, ImportOutcome.Refused? Refused)> ReadAsync(string fileName, byte[] bytes, string? subject, int level, string? lawCited, CancellationToken ct, bool isPractice = false)
    {
        gate.Demand(ExaminationPermissions.Write);
        if (string.IsNullOrWhiteSpace(subject)) return (null, new("Subject", "Ghi môn thi của các câu hỏi, ví dụ: Kiến thức chung."));
        if (level is < 0 or > 4) return (null, new("Level", "Chọn mức độ từ danh sách."));
        var (cited, misread) = LawCitation.Read(lawCited, law.IsKnown);
        if (misread is not null) return (null, new("LawCited", misread));
        var set = ItemFiles.Read(fileName, bytes);
        if (set.Items.Count == 0) return (null, new("QuestionFile", set.Errors.FirstOrDefault()?.Message ?? set.Unsupported.FirstOrDefault()?.Reason ?? "Tệp không có câu hỏi nào nhập được."));
        await using var process = await processes.BeginAsync(BankProcesses.Read, "exam-import", null, ct);
        var pending = new PendingImport { AccountId = Me, FileName = fileName, Subject = subject.Trim(), IsPractice = isPractice, Level = level, LawCited = [.. cited.Select(c => c.ToString())], Sealed = safe.SealFile(bytes), CreatedAt = clock.UtcNow() };
        db.Add(pending);
        await process.CommitAsync(ct, count: set.Items.Count);
        return (pending.Id, null);
    }

    /// <summary>The file again, with its account; null when it is not there or another's.</summary>
    public async Task<(PendingImport Pending, ReadSet Set)?> FindAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Write);
        var pending = await db.Set<PendingImport>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.AccountId == Me, ct);
        return pending is null ? null : (pending, ItemFiles.Read(pending.FileName, safe.OpenFile(pending.Sealed)));
    }

    public async Task<ImportOutcome> TakeAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (pending, set)) return new ImportOutcome.Refused("", "Tệp này không còn chờ nhập.");
        await using var process = await processes.BeginAsync(BankProcesses.Import, "exam-import", id, ct);
        // The row is the lock: of two that take the same file one finds it gone.
        if (await db.Set<PendingImport>().Where(p => p.Id == id).ExecuteDeleteAsync(ct) == 0) return new ImportOutcome.Refused("", "Tệp này vừa được nhập.");
        var items = set.Items.Select(i => i with { Id = CodeOf(i.Id, pending.FileName) }).ToList();
        var codes = items.ConvertAll(i => i.Id);
        var there = await db.Set<BankItem>().Where(i => i.Subject == pending.Subject && codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, ct);
        var (made, again) = (0, 0);
        List<(string, string)> left = [];
        foreach (var item in items)
        {
            if (pending.IsPractice && PracticeKinds.Refusal(item) is { } refusal) left.Add((item.Id, refusal));
            else if (!there.TryGetValue(item.Id, out var known))
            {
                Add(pending, item);
                made++;
            }
            else if (known.AuthorId != Me) left.Add((item.Id, "mã này đã có trong môn thi; đổi mã câu rồi nhập lại"));
            else if (known.IsPractice != pending.IsPractice) left.Add((item.Id, known.IsPractice ? "mã này là câu của ngân hàng ôn tập; câu ôn tập không chuyển thành câu thi" : "mã này là câu của ngân hàng đề thi; câu thi không chuyển thành câu ôn tập"));
            else if (known.State != BankState.Draft) left.Add((item.Id, "câu này của bạn không còn là bản nháp"));
            else
            {
                Version(known, item, known.CurrentVersion + 1);
                (known.Topic, known.Kind, known.Level, known.LawCited, known.LawCheckedAt) = (item.Topic, PartKinds.TypeOf(item), pending.Level, pending.LawCited, clock.UtcNow());
                known.CurrentVersion++;
                known.Version++;
                again++;
            }
        }
        await process.CommitAsync(ct, count: made + again);
        return new ImportOutcome.Done(made, again, left);
    }

    public async Task DiscardAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ExaminationPermissions.Write);
        await using var process = await processes.BeginAsync(BankProcesses.Discard, "exam-import", id, ct);
        await db.Set<PendingImport>().Where(p => p.Id == id && p.AccountId == Me).ExecuteDeleteAsync(ct);
        await process.CommitAsync(ct);
    }

    /// <summary>Where a file only numbers its questions the number says nothing outside it: the code begins with the name of the file, so that another file's first question is another question, and the mended file's is the same.</summary>
    public static string CodeOf(string id, string fileName)
    {
        if (!OnlyNumbered().IsMatch(id)) return id;
        var name = string.Join('-', VietnameseText.Fold(Path.GetFileNameWithoutExtension(fileName)).Split([.. Separators], StringSplitOptions.RemoveEmptyEntries));
        return $"{(name.Length > LongestName ? name[..LongestName].TrimEnd('-') : name)}-{id}";
    }

    [GeneratedRegex(@"^Q\d+$")]
    private static partial Regex OnlyNumbered();

    private void Add(PendingImport pending, ExamItem item)
    {
        var row = new BankItem
        {
            Subject = pending.Subject, IsPractice = pending.IsPractice, Code = item.Id, Topic = item.Topic, Level = pending.Level, Kind = PartKinds.TypeOf(item), State = BankState.Draft, AuthorId = Me,
            LawCited = pending.LawCited, LawCheckedAt = clock.UtcNow(), CreatedAt = clock.UtcNow(),
        };
        db.Add(row);
        Version(row, item, 1);
        db.Add(new BankItemStep { ItemId = row.Id, At = clock.UtcNow(), AccountId = Me, ToState = BankState.Draft, ItemVersion = 1 });
    }

    private void Version(BankItem row, ExamItem item, int number)
    {
        var (body, hash) = safe.Seal(item);
        db.Add(new BankItemVersion { ItemId = row.Id, Number = number, Sealed = body, Hash = hash, MadeAt = clock.UtcNow(), MadeBy = Me });
    }
}
