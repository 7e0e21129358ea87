using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Communes.Domain;
using CongVu.Communes.Facts;
using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Holders;

/// <summary>What is typed about somebody new.</summary>
/// <param name="PersonId">Of the register; else name, birth and sex are typed.</param>
internal sealed record HolderText(Guid? PersonId, string? FullName, DateOnly? BornOn, string? Sex);

/// <summary>What is typed about a title: its key as the form offers it, from when, by which paper.</summary>
/// <param name="Key">Level and code, e.g. <c>Commune:truong-ban-to-chuc</c>.</param>
/// <param name="OverGround">Why it is entered though number or fund are exceeded; for what happened before this month only.</param>
internal sealed record TitleAssignment(string? Key, Guid? VillageId, Coefficient? PostCoefficient, DateOnly? From, string? Document, string? OverGround);

/// <summary>Enters who holds which title, and keeps numbers and funds.</summary>
internal sealed class HolderKeeping(CongVuDb db, CommuneFacts facts, FundLimits limits, TitleChoices choices, People people, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>Somebody new with a first title.</summary>
    /// <param name="token">Made with the form, so that a form sent twice enters one person.</param>
    public async Task<Outcome> AddAsync(Guid unitId, Guid token, HolderText text, TitleAssignment title, CancellationToken ct)
    {
        gate.Demand(CommunePermissions.Keep, unitId);
        if (await db.Set<Holder>().AnyAsync(h => h.Id == token, ct)) return new Outcome.Done("Đã ghi người này.", token);
        var (holder, wrong) = await HolderAsync(unitId, token, text, ct);
        return holder is null ? wrong! : await AssignAsync(holder, unitId, token, title, isNew: true, ct);
    }

    /// <summary>A further title of somebody.</summary>
    public async Task<Outcome> AssignAsync(Guid holderId, Guid token, TitleAssignment title, CancellationToken ct)
    {
        var (holder, unitId) = await FindAsync(holderId, ct);
        gate.Demand(CommunePermissions.Keep, unitId);
        if (await db.Set<Holding>().AnyAsync(h => h.Id == token, ct)) return new Outcome.Done("Đã ghi chức danh.", holderId);
        return await AssignAsync(holder, unitId, token, title, isNew: false, ct);
    }

    /// <summary>The day a title is no longer held.</summary>
    public async Task<Outcome> EndAsync(Guid holderId, Guid holdingId, DateOnly? day, string? document, CancellationToken ct)
    {
        var (old, wrong) = await OpenAsync(holderId, holdingId, ct);
        if (old is null) return wrong!;
        if (day is not { } until || until <= old.FromDay) return new Outcome.Refused("Until", $"Nhập ngày thôi giữ, sau {VnFormat.Date(old.FromDay)}.");
        if (string.IsNullOrWhiteSpace(document)) return new Outcome.Refused("EndDocument", "Ghi số, ngày của quyết định cho thôi.");
        if (old.UntilDay is not null) return new Outcome.Refused("Until", "Chức danh này đã có ngày thôi giữ; rút ghi nhận nếu ghi sai.");
        await using var process = await processes.BeginAsync(CommuneProcesses.EndTitle, "holder", holderId, ct);
        var at = clock.UtcNow();
        old.Withdraw(at, gate.Actor.DisplayName, $"Thôi giữ từ {VnFormat.Date(until)}");
        await db.SaveChangesAsync(ct); // before its place is taken again
        db.Add(new Holding
        {
            HolderId = old.HolderId, UnitId = old.UnitId, VillageId = old.VillageId, Level = old.Level, TitleCode = old.TitleCode, TitleName = old.TitleName, PostCoefficient = old.PostCoefficient, FromDay = old.FromDay, UntilDay = until,
            Document = $"{old.Document}; thôi giữ: {document.Trim()}", OverGround = old.OverGround, EnteredAt = at, EnteredByName = gate.Actor.DisplayName,
        });
        await process.CommitAsync(ct, old.UnitId);
        return new Outcome.Done("Đã ghi ngày thôi giữ chức danh.", holderId);
    }

    /// <summary>Takes out a title entered by mistake.</summary>
    public async Task<Outcome> WithdrawAsync(Guid holderId, Guid holdingId, string? reason, CancellationToken ct)
    {
        var (old, wrong) = await OpenAsync(holderId, holdingId, ct);
        if (old is null) return wrong!;
        if (string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("Reason", "Ghi lý do rút.");
        await using var process = await processes.BeginAsync(CommuneProcesses.CorrectTitle, "holder", holderId, ct, reason);
        old.Withdraw(clock.UtcNow(), gate.Actor.DisplayName, reason);
        await process.CommitAsync(ct, old.UnitId);
        return new Outcome.Done("Đã rút; ghi nhận cũ còn trong lịch sử.", holderId);
    }

    /// <summary>Somebody and the commune they belong to today.</summary>
    /// <exception cref="NotFoundException">There is nobody, or not for this actor.</exception>
    public async Task<(Holder Holder, Guid UnitId)> FindAsync(Guid holderId, CancellationToken ct)
    {
        var holder = await db.Set<Holder>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == holderId, ct);
        var last = holder is null ? null : await CommuneFacts.Known(db.Set<Holding>().AsNoTracking(), null).Where(h => h.HolderId == holderId).OrderByDescending(h => h.FromDay).FirstOrDefaultAsync(ct);
        var unit = last?.VillageId is { } village ? (await facts.VillageAsync(village, ct)).FirstOrDefault(v => v.WithdrawnAt is null)?.UnitId : last?.UnitId;
        unit ??= holder?.UnitId;
        return holder is not null && unit is { } id && gate.May(CommunePermissions.Read, id) ? (holder, id) : throw new NotFoundException("Không có người này, hoặc bạn không được xem.");
    }

    private async Task<Outcome> AssignAsync(Holder holder, Guid unitId, Guid token, TitleAssignment title, bool isNew, CancellationToken ct)
    {
        if (title.From is not { } from) return new Outcome.Refused("From", "Nhập ngày bắt đầu giữ chức danh.");
        if (string.IsNullOrWhiteSpace(title.Document)) return new Outcome.Refused("Document", "Ghi số, ngày của quyết định.");
        if (await choices.FindAsync(title.Key, from, ct) is not { } chosen) return new Outcome.Refused("Key", "Chọn chức danh trong danh sách của nghị quyết đang áp dụng vào ngày này.");
        if (holder.PersonId is { } self && gate.IsSelf(self)) return new Outcome.Refused("Key", "Không tự bố trí chức danh cho mình; đề nghị người khác thực hiện.");
        var village = chosen.Level == TitleLevel.Village ? title.VillageId : null;
        if (chosen.Level == TitleLevel.Village && (village is not { } v || (await facts.OnAsync(new AsOf(from), ct)).Villages.GetValueOrDefault(v)?.UnitId is not { } where || where != unitId))
            return new Outcome.Refused("VillageId", "Chọn thôn, tổ dân phố của đơn vị này có vào ngày bắt đầu.");
        if (chosen.Level == TitleLevel.Commune && from >= TwoTierGovernment.From) return new Outcome.Refused("Key", "Từ 01/07/2025 không bố trí thêm người hoạt động không chuyên trách cấp xã; chỉ bố trí ở thôn, tổ dân phố.");
        if (chosen.Level == TitleLevel.Staff && holder.PersonId is null) return new Outcome.Refused("Key", "Chỉ cán bộ, công chức trong hồ sơ mới kiêm nhiệm chức danh cán bộ, công chức.");
        if (await db.Set<Holding>().AnyAsync(h => h.HolderId == holder.Id && h.WithdrawnAt == null && h.Level == chosen.Level && h.TitleCode == chosen.Code && h.VillageId == village && (h.UntilDay == null || h.UntilDay > from), ct))
            return new Outcome.Refused("Key", $"{holder.FullName} đang giữ chức danh này.");
        var holding = new Holding
        {
            Id = isNew ? Guid.CreateVersion7() : token, HolderId = holder.Id, UnitId = unitId, VillageId = village, Level = chosen.Level, TitleCode = chosen.Code, TitleName = chosen.Name, PostCoefficient = chosen.Level == TitleLevel.Staff ? title.PostCoefficient?.Hundredths ?? 0 : 0, FromDay = from,
            Document = title.Document.Trim(), OverGround = string.IsNullOrWhiteSpace(title.OverGround) ? null : title.OverGround.Trim(), EnteredAt = clock.UtcNow(), EnteredByName = gate.Actor.DisplayName,
        };
        await using var process = await processes.BeginAsync(CommuneProcesses.PlaceHolder, "holder", holder.Id, ct);
        await limits.LockAsync(unitId, ct);
        var before = await limits.SheetsAsync(unitId, from, ct);
        if (isNew) db.Add(holder);
        db.Add(holding);
        await db.SaveChangesAsync(ct);
        // Reckoned with the new title inside the open transaction: what is refused is rolled back.
        if (FundLimits.Worse(before, await limits.SheetsAsync(unitId, from, ct)) is { } over)
        {
            if (holding.FromDay >= new DateOnly(clock.Today().Year, clock.Today().Month, 1)) return Undone(new Outcome.Refused("Key", $"{over} Giảm người hoặc mức phụ cấp trước khi bố trí."));
            if (holding.OverGround is null) return Undone(new Outcome.Refused("OverGround", $"{over} Nếu việc này đã thực hiện trên thực tế, ghi căn cứ để lưu đúng hồ sơ; danh sách khoán sẽ báo vượt."));
        }
        await process.CommitAsync(ct, unitId);
        return new Outcome.Done($"Đã ghi {chosen.Name} cho {holder.FullName}.", holder.Id);
    }

    private Outcome Undone(Outcome refused)
    {
        db.ChangeTracker.Clear();
        return refused;
    }

    private async Task<(Holder? Holder, Outcome.Refused? Wrong)> HolderAsync(Guid unitId, Guid token, HolderText text, CancellationToken ct)
    {
        var (at, by, today) = (clock.UtcNow(), gate.Actor.DisplayName, clock.Today());
        if (text.PersonId is { } personId)
        {
            if (await people.FindAsync(personId, new AsOf(today), ct) is not { FileUnitId: { } file } person || !gate.May(CommunePermissions.Keep, file)) return (null, new("PersonId", "Chọn người trong danh sách hiện ra khi gõ tên."));
            if (await db.Set<Holder>().AnyAsync(h => h.PersonId == personId, ct)) return (null, new("PersonId", $"{person.FullName} đã có trong danh sách; mở trang của người đó để thêm chức danh."));
            return (new Holder { Id = token, PersonId = personId, FullName = person.FullName, BornOn = person.BirthDate, Sex = person.Sex, UnitId = unitId, EnteredAt = at, EnteredByName = by }, null);
        }
        if (string.IsNullOrWhiteSpace(text.FullName)) return (null, new("FullName", "Nhập họ và tên, hoặc chọn người đã có hồ sơ."));
        if (text.BornOn is not { } born || born > today.AddYears(-18) || born.Year < 1930) return (null, new("BornOn", "Nhập ngày sinh của người đủ 18 tuổi."));
        if (text.Sex is not ("male" or "female")) return (null, new("Sex", "Chọn nam hoặc nữ."));
        return (new Holder { Id = token, FullName = text.FullName.Trim(), BornOn = born, Sex = text.Sex, UnitId = unitId, EnteredAt = at, EnteredByName = by }, null);
    }

    private async Task<(Holding? Holding, Outcome.Refused? Wrong)> OpenAsync(Guid holderId, Guid holdingId, CancellationToken ct)
    {
        var (holder, unitId) = await FindAsync(holderId, ct);
        gate.Demand(CommunePermissions.Keep, unitId);
        if (holder.PersonId is { } self && gate.IsSelf(self)) return (null, new("", "Không tự sửa chức danh của mình; đề nghị người khác thực hiện."));
        return await db.Set<Holding>().SingleOrDefaultAsync(h => h.Id == holdingId && h.HolderId == holderId && h.WithdrawnAt == null, ct) is { } holding ? (holding, null) : (null, new("", "Người khác vừa sửa chức danh này. Mở lại trang để xem nội dung mới."));
    }
}
