using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Declarations;
using CongVu.Personnel.Disputes;
using CongVu.Platform.Data;
using CongVu.Platform.Notices;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.UseCases;

/// <summary>Tells the officers of the unit what came in, and the person what came of it.</summary>
internal sealed class SelfServiceNotices(CongVuDb db, NoticeBoard board, UnitDirectory units, TimeProvider clock)
{
    public async Task SubmittedAsync(Declaration declaration, Guid? unit, CancellationToken ct) =>
        await board.SendAsync(await OfficersAsync(unit, declaration.AccountId, ct), $"Kê khai chờ xem xét: {declaration.PersonName}", $"{declaration.ItemCount} mục, kê khai {declaration.Label}.",
            PersonnelLinks.Declaration(declaration.Id), ct, $"declaration:{declaration.Id}:submitted:{declaration.Version}");

    public async Task ReturnedAsync(Declaration declaration, string reason, CancellationToken ct) =>
        await board.SendAsync(await OwnersAsync(declaration.PersonId, ct), $"Bản kê khai {declaration.Label} cần bổ sung", reason,
            PersonnelLinks.EditDeclaration(declaration.Id), ct, $"declaration:{declaration.Id}:returned:{declaration.Version}", "Warning");

    public async Task DecidedAsync(Declaration declaration, CancellationToken ct) =>
        await board.SendAsync(await OwnersAsync(declaration.PersonId, ct), $"Bản kê khai {declaration.Label} đã có kết quả", $"{declaration.Outcome()}. Người xem xét: {declaration.DeciderName}.",
            PersonnelLinks.Declaration(declaration.Id), ct, $"declaration:{declaration.Id}:decided");

    public async Task RaisedAsync(Dispute dispute, Guid? unit, CancellationToken ct) =>
        await board.SendAsync(await OfficersAsync(unit, dispute.AccountId, ct), $"Đề nghị đính chính hồ sơ: {dispute.PersonName}", $"{dispute.About}. Trả lời trước hết ngày {VnFormat.Date(dispute.DueOn)}.",
            PersonnelLinks.Dispute(dispute.Id), ct, $"dispute:{dispute.Id}:raised");

    public async Task AnsweredAsync(Dispute dispute, CancellationToken ct) =>
        await board.SendAsync(await OwnersAsync(dispute.PersonId, ct), $"Đề nghị đính chính {dispute.Label} đã được trả lời", $"{dispute.State.Name()}. {dispute.Answer}",
            PersonnelLinks.Dispute(dispute.Id), ct, $"dispute:{dispute.Id}:answered");

    private Task<List<Guid>> OwnersAsync(Guid person, CancellationToken ct) =>
        db.Set<Account>().Where(a => a.PersonId == person && a.DisabledAt == null).Select(a => a.Id).ToListAsync(ct);

    // The unit's own officers; where there is none (or only the person), those of the department of home affairs.
    private async Task<IReadOnlyList<Guid>> OfficersAsync(Guid? unit, Guid except, CancellationToken ct)
    {
        var today = clock.Today();
        var grants = await db.Set<RoleGrant>().AsNoTracking().Where(g => (g.Role == Roles.UnitHr || g.Role == Roles.HomeAffairs) && g.RevokedAt == null && g.Valid.Contains(today) && g.AccountId != except).ToListAsync(ct);
        var above = unit is { } id ? (await units.TreeAsync(new AsOf(today), ct)).Path(id).Select(u => u.Id).Append(id).ToHashSet() : [];
        var own = grants.Where(g => g.Role == Roles.UnitHr && g.UnitId is { } over && above.Contains(over)).ToList();
        return [.. (own.Count > 0 ? own : grants.Where(g => g.Role == Roles.HomeAffairs && (g.UnitId is null || above.Contains(g.UnitId.Value)))).Select(g => g.AccountId).Distinct()];
    }
}
