using System.Security.Cryptography;
using System.Text;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Data;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Examinations.Blueprints;

/// <summary>A cell with the questions the bank has for it today.</summary>
internal sealed record CellStanding(BlueprintCell Cell, int Has)
{
    public int Needs => Cell.Count * Blueprint.BankFactor;
    public bool IsEnough => Has >= Needs;
}

/// <summary>How alike papers drawn for practice are, in points.</summary>
internal sealed record DrawTrial(int Papers, decimal Least, decimal Most, decimal Bound);

/// <summary>Writes blueprints and has them approved by another person; counts what the bank holds for each cell.</summary>
internal sealed class BlueprintDesk(CongVuDb db, ProcessLog processes, Gate gate, TimeProvider clock)
{
    private const int TrialPapers = 200;

    public async Task<BlueprintRow> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<BlueprintRow>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotFoundException("Không có ma trận đề này.");

    public bool MayApprove(BlueprintRow row) => row.State == BlueprintState.Draft && row.AuthorId != gate.Actor.AccountId && gate.May(ExaminationPermissions.Approve);

    public bool MayWrite => gate.May(ExaminationPermissions.Plan);

    /// <summary>Topics of the approved questions of a subject, with their parents.</summary>
    public async Task<IReadOnlyList<string>> TopicsAsync(string subject, bool isPractice, CancellationToken ct)
    {
        var topics = await db.Set<BankItem>().Where(i => i.Subject == subject && i.IsPractice == isPractice && i.State != BankState.Retired).Select(i => i.Topic).Distinct().ToListAsync(ct);
        return [.. topics.SelectMany(Above).Where(t => t.Length > 0).Distinct().Order(StringComparer.CurrentCulture)];
    }

    public Task<List<string>> SubjectsAsync(bool isPractice, CancellationToken ct) => db.Set<BankItem>().Where(i => i.IsPractice == isPractice && i.State != BankState.Retired).Select(i => i.Subject).Distinct().OrderBy(s => s).ToListAsync(ct);

    public async Task<IReadOnlyList<CellStanding>> StandingAsync(BlueprintRow row, CancellationToken ct)
    {
        return [.. row.Plan().Stock(await EntriesAsync(row, ct)).Select(c => new CellStanding(c.Cell, c.Has))];
    }

    /// <summary>Draws papers for practice from a seed of no examination; null while the bank is too small.</summary>
    public async Task<DrawTrial?> TryAsync(BlueprintRow row, CancellationToken ct)
    {
        var (plan, bank) = (row.Plan(), await EntriesAsync(row, ct));
        PaperDraw draw;
        try { draw = new PaperDraw(plan, bank); }
        catch (ArgumentException) { return null; }
        var (seed, byId) = (SHA256.HashData(Encoding.UTF8.GetBytes($"trial {row.Id}")), bank.ToDictionary(e => e.Id));
        var expected = Enumerable.Range(1, TrialPapers).Select(n => draw.For(seed, $"trial {n}").Expected(byId)).ToList();
        return new DrawTrial(TrialPapers, expected.Min() / 100_000m, expected.Max() / 100_000m, draw.Bound / 100_000m);
    }

    public async Task<(Guid? Id, string? Refused)> SaveAsync(Guid? id, int version, string? name, string? subject, IReadOnlyList<BlueprintCell> cells, bool shuffleQuestions, bool shuffleOptions, CancellationToken ct, bool isPractice = false)
    {
        gate.Demand(ExaminationPermissions.Plan);
        if (string.IsNullOrWhiteSpace(name)) return (null, "Đặt tên cho ma trận đề.");
        if (id is null && string.IsNullOrWhiteSpace(subject)) return (null, "Chọn môn thi.");
        if (Fault(cells) is { } fault) return (null, fault);
        await using var process = await processes.BeginAsync(SittingProcesses.DraftBlueprint, "exam-blueprint", id, ct);
        if (id is null)
        {
            var made = new BlueprintRow { Name = name.Trim(), Subject = subject!.Trim(), IsPractice = isPractice, Cells = BlueprintForm.Write(cells), ShuffleQuestions = shuffleQuestions, ShuffleOptions = shuffleOptions, AuthorId = gate.Actor.AccountId, CreatedAt = clock.UtcNow() };
            db.Add(made);
            await process.CommitAsync(ct);
            return (made.Id, null);
        }
        var row = await db.Set<BlueprintRow>().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotFoundException("Không có ma trận đề này.");
        if (row.State != BlueprintState.Draft) return (null, "Ma trận đề đã duyệt, không sửa được nữa. Lập ma trận mới.");
        if (row.AuthorId != gate.Actor.AccountId) return (null, "Chỉ người soạn sửa ma trận đề.");
        if (row.Version != version) throw new StaleEditException("Ma trận đề", []);
        (row.Name, row.Cells, row.ShuffleQuestions, row.ShuffleOptions) = (name.Trim(), BlueprintForm.Write(cells), shuffleQuestions, shuffleOptions);
        row.Version++;
        await process.CommitAsync(ct);
        return (row.Id, null);
    }

    public Task<StepOutcome> ApproveAsync(Guid id, int version, CancellationToken ct) => StepAsync(SittingProcesses.ApproveBlueprint, id, version, row =>
        MayApprove(row) ? null : row.AuthorId == gate.Actor.AccountId ? "Bạn là người soạn, không tự duyệt ma trận đề của mình." : "Ma trận đề đã duyệt hoặc bạn không có quyền duyệt.",
        row => (row.State, row.ApproverId) = (BlueprintState.Approved, gate.Actor.AccountId), ct);

    public Task<StepOutcome> RetireAsync(Guid id, int version, CancellationToken ct) => StepAsync(SittingProcesses.RetireBlueprint, id, version, row =>
        !gate.May(ExaminationPermissions.Plan) ? "Bạn không có quyền lập ma trận đề." : row.State == BlueprintState.Retired ? "Ma trận đề đã thôi dùng." : null, row => row.State = BlueprintState.Retired, ct);

    /// <summary>Approved questions as papers are drawn from them: those of examinations or those of practice, never both.</summary>
    private async Task<List<BankEntry>> EntriesAsync(BlueprintRow row, CancellationToken ct)
    {
        var items = await db.Set<BankItem>().AsNoTracking().Where(i => i.Subject == row.Subject && i.IsPractice == row.IsPractice && i.State == BankState.Approved).Select(i => new { i.Id, i.Code, i.Topic, i.Level }).ToListAsync(ct);
        var known = await FacilitiesAsync(items.ConvertAll(i => i.Id), ct);
        return items.ConvertAll(i => new BankEntry(i.Code, i.Topic, i.Level, known.GetValueOrDefault(i.Id, RecordMaking.Facility(i.Level)), [], ""));
    }

    /// <summary>What the latest sitting showed of questions, where there was one.</summary>
    public async Task<Dictionary<Guid, int>> FacilitiesAsync(IReadOnlyCollection<Guid> items, CancellationToken ct)
    {
        var shown = await db.Set<ItemStatistic>().AsNoTracking().Where(s => items.Contains(s.ItemId)).Select(s => new { s.ItemId, s.At, s.FacilityPermille }).ToListAsync(ct);
        return shown.GroupBy(s => s.ItemId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.At)!.FacilityPermille);
    }

    private async Task<StepOutcome> StepAsync(ProcessKind kind, Guid id, int version, Func<BlueprintRow, string?> refuse, Action<BlueprintRow> change, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(kind, "exam-blueprint", id, ct);
        var row = await db.Set<BlueprintRow>().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotFoundException("Không có ma trận đề này.");
        if (refuse(row) is { } message) return new StepOutcome.Refused(message);
        if (row.Version != version) throw new StaleEditException("Ma trận đề", []);
        change(row);
        row.Version++;
        await process.CommitAsync(ct);
        return new StepOutcome.Done();
    }

    private static string? Fault(IReadOnlyList<BlueprintCell> cells)
    {
        if (cells.Count == 0) return "Ma trận đề chưa có dòng nào. Ghi số câu ở ít nhất một dòng.";
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Count is < 1 or > 500) return $"Dòng {i + 1}: số câu phải từ 1 đến 500.";
            if (cells[i].PointsHundredths is < 1 or > 100_00) return $"Dòng {i + 1}: điểm mỗi câu phải lớn hơn 0 và không quá 100.";
            if (cells[i].Level is < 0 or > 4) return $"Dòng {i + 1}: chọn mức độ từ danh sách.";
        }
        return null;
    }

    private static IEnumerable<string> Above(string topic)
    {
        for (var at = topic.IndexOf('/', StringComparison.Ordinal); at > 0; at = topic.IndexOf('/', at + 1)) yield return topic[..at];
        yield return topic;
    }
}
