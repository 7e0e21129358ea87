using CongVu.Decisions.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Host.Accounts;

/// <summary>
/// Whoever leaves the service or a unit loses at once what was granted for it (Article 8(3) of TT 19/2026/TT-BNV): leaving closes the
/// account, moving takes back its grants; the own record stays open to those who move.
/// </summary>
internal sealed class DutyEndedHandler(CongVuDb db, ProcessLog processes, Sessions sessions, TimeProvider clock) : Platform.Events.EventHandler<DutyEnded>
{
    public override async Task HandleAsync(DutyEnded news, CancellationToken ct)
    {
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.PersonId == news.PersonId && a.DisabledAt == null, ct);
        if (account is null) return;
        var leaves = news.ToUnitId is null;
        await using var process = await processes.BeginAsync(leaves ? PlatformProcesses.CloseAccount : PlatformProcesses.Revoke, "account", account.Id, ct, news.Reason);
        var grants = await db.Set<RoleGrant>().Where(g => g.AccountId == account.Id && g.RevokedAt == null).ToListAsync(ct);
        foreach (var grant in grants) (grant.RevokedAt, grant.RevokedReason) = (clock.UtcNow(), news.Reason);
        if (leaves) (account.DisabledAt, account.DisabledReason) = (clock.UtcNow(), news.Reason);
        account.Version++;
        await process.CommitAsync(ct, news.FromUnitId, grants.Count);
        await sessions.EndAllAsync(account.Id, "duty-ended", ct);
    }
}
