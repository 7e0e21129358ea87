using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Law.Communes;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Facts;

/// <summary>What is typed about a village.</summary>
internal sealed record VillageText(DateOnly? From, string? Name, VillageKind? Kind, int? Households, bool SecurityKey, bool Ended, string? Document);

/// <summary>Enters villages, what becomes of them, and corrections.</summary>
internal sealed class VillageKeeping(CongVuDb db, UnitDirectory units, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>A village of a commune that is not known yet.</summary>
    /// <param name="token">Made with the form, so that a form sent twice enters one village.</param>
    public async Task<Outcome> AddAsync(Guid unitId, Guid token, VillageText text, CancellationToken ct)
    {
        gate.Demand(CommunePermissions.Keep, unitId);
        if (await db.Set<VillageState>().AnyAsync(v => v.VillageId == token, ct)) return new Outcome.Done("Đã ghi thôn, tổ dân phố.", token);
        if (Wrong(text) is { } wrong) return wrong;
        if ((await units.TreeAsync(new AsOf(text.From!.Value), ct)).Find(unitId) is null) return new Outcome.Refused("From", "Đơn vị cấp xã chưa thành lập hoặc không còn vào ngày này.");
        if (await NamedAsync(unitId, text, null, ct)) return new Outcome.Refused("Name", $"Đơn vị này đã có {Words.Of(text.Kind!.Value).ToLowerInvariant()} tên {text.Name!.Trim()}.");
        await using var process = await processes.BeginAsync(CommuneProcesses.EnterVillage, "village", token, ct);
        db.Add(State(token, unitId, text));
        await process.CommitAsync(ct, unitId);
        return new Outcome.Done("Đã ghi thôn, tổ dân phố.", token);
    }

    /// <summary>Another state of a village from a later day: name, households, security, its end.</summary>
    /// <param name="seen">The latest fact the form was filled in upon.</param>
    public async Task<Outcome> ChangeAsync(Guid villageId, Guid seen, VillageText text, CancellationToken ct)
    {
        var latest = await LatestAsync(villageId, ct);
        gate.Demand(CommunePermissions.Keep, latest.UnitId);
        if (latest.Id != seen) return Stale;
        if (latest.Ended) return new Outcome.Refused("", "Thôn, tổ dân phố này đã kết thúc; đính chính ngày kết thúc nếu ghi sai.");
        if (Wrong(text) is { } wrong) return wrong;
        if (text.From <= latest.FromDay) return new Outcome.Refused("From", $"Ngày phải sau {VnFormat.Date(latest.FromDay)}, ngày của thông tin hiện có; nếu thông tin đó sai, dùng đính chính.");
        if (await NamedAsync(latest.UnitId, text, villageId, ct)) return new Outcome.Refused("Name", $"Đơn vị này đã có {text.Name!.Trim()}.");
        if (text.Ended && await db.Set<Holding>().AnyAsync(h => h.VillageId == villageId && h.WithdrawnAt == null && (h.UntilDay == null || h.UntilDay > text.From), ct))
            return new Outcome.Refused("Ended", "Còn người giữ chức danh ở đây sau ngày này; cho thôi chức danh trước.");
        await using var process = await processes.BeginAsync(CommuneProcesses.EnterVillage, "village", villageId, ct);
        db.Add(State(villageId, latest.UnitId, text));
        await process.CommitAsync(ct, latest.UnitId);
        return new Outcome.Done("Đã ghi thay đổi.", villageId);
    }

    /// <summary>Puts another in place of a fact that was entered wrongly.</summary>
    public async Task<Outcome> CorrectAsync(Guid villageId, Guid factId, VillageText text, string? reason, CancellationToken ct)
    {
        var latest = await LatestAsync(villageId, ct);
        gate.Demand(CommunePermissions.Keep, latest.UnitId);
        if (await db.Set<VillageState>().SingleOrDefaultAsync(v => v.Id == factId && v.VillageId == villageId && v.WithdrawnAt == null, ct) is not { } old) return Stale;
        gate.Demand(CommunePermissions.Keep, old.UnitId);
        if (Wrong(text) is { } wrong) return wrong;
        if (string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("Reason", "Ghi lý do đính chính.");
        if (await db.Set<VillageState>().AnyAsync(v => v.VillageId == villageId && v.FromDay == text.From && v.WithdrawnAt == null && v.Id != factId, ct)) return new Outcome.Refused("From", "Đã có thông tin từ ngày này.");
        if (await NamedAsync(old.UnitId, text, villageId, ct)) return new Outcome.Refused("Name", $"Đơn vị này đã có {text.Name!.Trim()}.");
        await using var process = await processes.BeginAsync(CommuneProcesses.CorrectVillage, "village", villageId, ct, reason);
        old.Withdraw(clock.UtcNow(), gate.Actor.DisplayName, reason);
        await db.SaveChangesAsync(ct); // before its day is taken again
        db.Add(State(villageId, old.UnitId, text));
        await process.CommitAsync(ct, old.UnitId);
        return new Outcome.Done("Đã đính chính; thông tin cũ còn trong lịch sử.", villageId);
    }

    private static Outcome.Refused Stale => new("", "Người khác vừa sửa thông tin này. Mở lại trang để xem nội dung mới.");

    private async Task<VillageState> LatestAsync(Guid villageId, CancellationToken ct) =>
        await db.Set<VillageState>().AsNoTracking().Where(v => v.VillageId == villageId && v.WithdrawnAt == null).OrderByDescending(v => v.FromDay).FirstOrDefaultAsync(ct) ?? throw new NotFoundException("Không có thôn, tổ dân phố này.");

    private async Task<bool> NamedAsync(Guid unitId, VillageText text, Guid? besides, CancellationToken ct)
    {
        var name = text.Name!.Trim();
        return await db.Set<VillageState>().AnyAsync(v => v.UnitId == unitId && v.WithdrawnAt == null && !v.Ended && v.VillageId != besides && v.Kind == text.Kind && v.Name == name, ct);
    }

    private static Outcome.Refused? Wrong(VillageText text) => text switch
    {
        { From: null } => new("From", "Nhập ngày bắt đầu áp dụng ghi trong văn bản."),
        { Name: var name } when string.IsNullOrWhiteSpace(name) => new("Name", "Nhập tên, ví dụ “Thôn Đông”."),
        { Kind: null } => new("Kind", "Chọn thôn hoặc tổ dân phố."),
        { Households: null or < 0 or > 100_000 } => new("Households", "Nhập số hộ gia đình."),
        _ when string.IsNullOrWhiteSpace(text.Document) => new("Document", "Ghi số, ngày của văn bản làm căn cứ."),
        _ => null,
    };

    private VillageState State(Guid villageId, Guid unitId, VillageText text) => new()
    {
        VillageId = villageId, UnitId = unitId, FromDay = text.From!.Value, Name = text.Name!.Trim(), Kind = text.Kind!.Value, Households = text.Households!.Value, SecurityKey = text.SecurityKey, Ended = text.Ended,
        Document = text.Document!.Trim(), EnteredAt = clock.UtcNow(), EnteredByName = gate.Actor.DisplayName,
    };
}
