using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Schemes;

/// <summary>What is typed about a new scheme.</summary>
internal sealed record SchemeText(Guid? UnitId, string? Name, int? FromYear, int? ToYear, DateOnly? BaseOn, int? TargetPercent);

/// <summary>Opens, plans, approves and cancels schemes, and opens their lists.</summary>
internal sealed class SchemeEditing(CongVuDb db, SchemeReading reading, ProvinceHeads heads, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<Outcome> OpenAsync(SchemeText text, CancellationToken ct)
    {
        if (text.UnitId is not { } unit) return new Outcome.Refused("UnitId", "Chọn cơ quan, đơn vị của đề án.");
        gate.Demand(SeverancePermissions.Prepare, unit);
        if (string.IsNullOrWhiteSpace(text.Name)) return new Outcome.Refused("SchemeName", "Nhập tên đề án.");
        if (text.FromYear is not { } from || from < 2015 || from > 2100) return new Outcome.Refused("FromYear", "Nhập năm bắt đầu, từ 2015.");
        if (text.ToYear is not { } to || to < from || to > from + 9) return new Outcome.Refused("ToYear", "Năm kết thúc từ năm bắt đầu đến chín năm sau đó.");
        if (text.BaseOn is not { } day || day > clock.Today()) return new Outcome.Refused("BaseOn", "Nhập ngày chốt số người làm gốc, không muộn hơn hôm nay.");
        if (text.TargetPercent is not (>= 1 and <= 100)) return new Outcome.Refused("TargetPercent", "Nhập tỷ lệ giảm từ 1 đến 100%.");
        var headcount = await reading.HeadcountAsync(unit, day, ct);
        if (headcount == 0) return new Outcome.Refused("BaseOn", $"Ngày {VnFormat.Date(day)} đơn vị không có ai trong hồ sơ. Chọn ngày khác.");
        var scheme = new Scheme
        {
            UnitId = unit, Name = text.Name.Trim(), FromYear = from, ToYear = to, BaseOn = day, BaseHeadcount = headcount, TargetPercent = text.TargetPercent.Value,
            CreatedAt = clock.UtcNow(), CreatedBy = gate.ActorOrNull?.AccountId, CreatedByName = gate.Actor.DisplayName,
        };
        await using var process = await processes.BeginAsync(SeveranceProcesses.OpenScheme, "severance-scheme", scheme.Id, ct);
        db.Add(scheme);
        // The target is spread evenly to begin with; whoever plans moves it.
        var count = to - from + 1;
        for (var i = 0; i < count; i++) db.Add(new SchemeYear { SchemeId = scheme.Id, Year = from + i, Planned = scheme.Target / count + (i < scheme.Target % count ? 1 : 0) });
        Step(scheme.Id, $"Lập đề án: {headcount} người ngày {VnFormat.Date(day)}, giảm {scheme.TargetPercent}% là {scheme.Target} người.");
        await process.CommitAsync(ct, unit);
        return new Outcome.Done($"Đã lập đề án; số gốc {headcount} người, mục tiêu giảm {scheme.Target} người.", scheme.Id);
    }

    public Task<Outcome> PlanAsync(Guid id, int version, IReadOnlyDictionary<int, int?> planned, CancellationToken ct) => ActAsync(id, version, SeveranceProcesses.ChangeScheme, null, SeverancePermissions.Prepare, async scheme =>
    {
        if (scheme.State != SchemeState.Preparing) return new Outcome.Refused("", "Đề án đã phê duyệt nên không sửa được.");
        if (planned.Values.Any(p => p is not (>= 0 and < 100_000))) return new Outcome.Refused("", "Số người giảm mỗi năm là số nguyên không âm.");
        foreach (var year in await db.Set<SchemeYear>().Where(y => y.SchemeId == id).ToListAsync(ct)) if (planned.TryGetValue(year.Year, out var p)) year.Planned = p!.Value;
        Step(id, $"Sửa kế hoạch theo năm: {string.Join(", ", planned.OrderBy(p => p.Key).Select(p => $"{p.Key}: {p.Value}"))}.");
        return new Outcome.Done("Đã lưu kế hoạch theo năm.");
    }, ct);

    public async Task<Outcome> ApproveAsync(Guid id, int version, DateOnly? on, string? document, CancellationToken ct)
    {
        if (on is null || on > clock.Today()) return new Outcome.Refused("ApprovedOn", "Nhập ngày phê duyệt, không muộn hơn hôm nay.");
        if (string.IsNullOrWhiteSpace(document)) return new Outcome.Refused("ApprovalDocument", "Ghi số, ngày của văn bản phê duyệt.");
        if (!await heads.IsOneAsync(ct)) return new Outcome.Refused("", "Chỉ lãnh đạo Ủy ban nhân dân tỉnh phê duyệt đề án.");
        return await ActAsync(id, version, SeveranceProcesses.ApproveScheme, null, SeverancePermissions.Approve, async scheme =>
        {
            if (scheme.State != SchemeState.Preparing) return new Outcome.Refused("", "Đề án không còn chờ phê duyệt.");
            if (scheme.CreatedBy == gate.Actor.AccountId) return new Outcome.Refused("", "Người lập đề án không phê duyệt đề án đó.");
            var planned = await db.Set<SchemeYear>().Where(y => y.SchemeId == id).SumAsync(y => y.Planned, ct);
            if (planned < scheme.Target) return new Outcome.Refused("", $"Kế hoạch các năm cộng lại {planned} người, thấp hơn mục tiêu {scheme.Target} người. Đơn vị sửa kế hoạch trước.");
            (scheme.State, scheme.ApprovedOn, scheme.ApprovalDocument, scheme.ApprovedBy) = (SchemeState.Approved, on, document.Trim(), gate.ActorOrNull?.AccountId);
            Step(id, $"Phê duyệt đề án ({document.Trim()}).");
            return new Outcome.Done("Đã phê duyệt đề án.");
        }, ct);
    }

    public Task<Outcome> CancelAsync(Guid id, int version, string? reason, CancellationToken ct) => string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Outcome>(new Outcome.Refused("LyDo", "Ghi lý do hủy.")) :
        ActAsync(id, version, SeveranceProcesses.CancelScheme, reason, SeverancePermissions.Prepare, async scheme =>
        {
            if (await db.Set<Batch>().AnyAsync(b => b.SchemeId == id && b.State != BatchState.Cancelled && db.Set<SeveranceCase>().Any(c => c.BatchId == b.Id && c.State == CaseState.Open), ct)) return new Outcome.Refused("", "Đề án còn danh sách có người; đưa họ ra trước khi hủy.");
            scheme.State = SchemeState.Cancelled;
            Step(id, $"Hủy đề án: {reason.Trim()}");
            return new Outcome.Done("Đã hủy đề án.");
        }, ct);

    public async Task<Outcome> OpenBatchAsync(Guid schemeId, string? name, CancellationToken ct)
    {
        var scheme = await db.Set<Scheme>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == schemeId, ct) ?? throw new NotFoundException("Không có đề án này.");
        gate.Demand(SeverancePermissions.Prepare, scheme.UnitId);
        if (scheme.State == SchemeState.Cancelled) return new Outcome.Refused("", "Đề án đã hủy.");
        if (string.IsNullOrWhiteSpace(name)) return new Outcome.Refused("BatchName", "Đặt tên danh sách, ví dụ Đợt 1 năm 2027.");
        if (await db.Set<Batch>().AnyAsync(b => b.SchemeId == schemeId && b.Name == name.Trim() && b.State != BatchState.Cancelled, ct)) return new Outcome.Refused("BatchName", "Đề án đã có danh sách mang tên này.");
        var batch = new Batch { SchemeId = schemeId, UnitId = scheme.UnitId, Name = name.Trim(), CreatedAt = clock.UtcNow(), CreatedBy = gate.ActorOrNull?.AccountId, CreatedByName = gate.Actor.DisplayName };
        await using var process = await processes.BeginAsync(SeveranceProcesses.OpenBatch, "severance-batch", batch.Id, ct);
        db.Add(batch);
        Step(batch.Id, "Lập danh sách.");
        await process.CommitAsync(ct, batch.UnitId);
        return new Outcome.Done("Đã lập danh sách; đưa người vào.", batch.Id);
    }

    private async Task<Outcome> ActAsync(Guid id, int version, ProcessKind kind, string? reason, Permission permission, Func<Scheme, Task<Outcome>> change, CancellationToken ct)
    {
        var scheme = await db.Set<Scheme>().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new NotFoundException("Không có đề án này.");
        gate.Demand(permission, scheme.UnitId);
        if (scheme.Version != version) return new Outcome.Refused("", "Người khác vừa sửa đề án này. Xem lại nội dung mới rồi làm lại.");
        await using var process = await processes.BeginAsync(kind, "severance-scheme", id, ct, reason);
        var outcome = await change(scheme);
        if (outcome is Outcome.Refused) return outcome;
        scheme.Version++;
        await process.CommitAsync(ct, scheme.UnitId);
        return outcome;
    }

    private void Step(Guid owner, string what) => db.Add(new Step { OwnerId = owner, At = clock.UtcNow(), AccountName = gate.Actor.DisplayName, What = what });
}

/// <summary>Who heads the province: schemes and lists are approved by nobody else.</summary>
internal sealed class ProvinceHeads(People people, UnitDirectory units, Gate gate, TimeProvider clock)
{
    public async Task<bool> IsOneAsync(CancellationToken ct)
    {
        if (gate.Actor.PersonId is not { } person) return false;
        var today = new AsOf(clock.Today());
        foreach (var root in (await units.TreeAsync(today, ct)).Roots)
            if ((await people.HoldersAsync(root.Id, [], today, ct)).Any(h => h.PersonId == person)) return true;
        return false;
    }
}
