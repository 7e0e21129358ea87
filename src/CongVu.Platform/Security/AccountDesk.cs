using System.Security.Cryptography;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Platform.Security;

/// <summary>A first password, shown once to the administrator who hands it over.</summary>
public sealed record IssuedPassword(Guid AccountId, string UserName, string Password);

/// <summary>How an act on accounts or grants ended.</summary>
public abstract record AccountOutcome
{
    /// <summary>Done.</summary>
    public sealed record Done(Guid AccountId) : AccountOutcome;
    /// <summary>Refused; message in Vietnamese and the field it concerns.</summary>
    public sealed record Refused(string Field, string Message) : AccountOutcome;
    /// <summary>Done, with a password to hand over.</summary>
    public sealed record Issued(IssuedPassword Password) : AccountOutcome;
}

/// <summary>Opens, closes and resets accounts, gives and takes back roles. Every act is a process with a reason.</summary>
public sealed class AccountDesk(CongVuDb db, ProcessLog processes, Sessions sessions, Gate gate, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Opens an account with a first password the owner must change.</summary>
    public async Task<AccountOutcome> OpenAsync(string userName, string displayName, string unitLabel, Guid? personId, string reason, CancellationToken ct)
    {
        var name = userName.Trim().ToLowerInvariant();
        if (!System.Text.RegularExpressions.Regex.IsMatch(name, "^[a-z0-9][a-z0-9._-]{2,49}$")) return new AccountOutcome.Refused("UserName", "Tên đăng nhập gồm 3–50 chữ cái không dấu, chữ số, dấu chấm, gạch ngang.");
        if (await db.Set<Account>().AnyAsync(a => a.UserName == name, ct)) return new AccountOutcome.Refused("UserName", $"Tên đăng nhập “{name}” đã có.");
        if (personId is not null && await db.Set<Account>().AnyAsync(a => a.PersonId == personId, ct)) return new AccountOutcome.Refused("PersonId", "Người này đã có tài khoản.");
        var account = new Account { UserName = name, DisplayName = displayName.Trim(), UnitLabel = unitLabel.Trim(), PersonId = personId, MustChangePassword = true, CreatedAt = clock.UtcNow() };
        var password = NewPassword();
        account.PasswordHash = hasher.HashPassword(account, password);
        await using var process = await processes.BeginAsync(PlatformProcesses.OpenAccount, "account", account.Id, ct, reason);
        db.Add(account);
        await process.CommitAsync(ct, detail: new { name });
        return new AccountOutcome.Issued(new IssuedPassword(account.Id, name, password));
    }

    /// <summary>Closes an account; whoever is signed in with it is out at the next request.</summary>
    public async Task<AccountOutcome> CloseAsync(Guid id, string reason, CancellationToken ct)
    {
        if (id == gate.ActorOrNull?.AccountId) return new AccountOutcome.Refused("Reason", "Không thể tự ngừng tài khoản của mình.");
        var account = await FindAsync(id, ct);
        await using var process = await processes.BeginAsync(PlatformProcesses.CloseAccount, "account", id, ct, reason);
        (account.DisabledAt, account.DisabledReason) = (clock.UtcNow(), reason);
        account.Version++;
        await process.CommitAsync(ct);
        await sessions.EndAllAsync(id, "closed", ct);
        return new AccountOutcome.Done(id);
    }

    /// <summary>Opens a closed account again.</summary>
    public async Task<AccountOutcome> ReopenAsync(Guid id, string reason, CancellationToken ct)
    {
        var account = await FindAsync(id, ct);
        await using var process = await processes.BeginAsync(PlatformProcesses.ReopenAccount, "account", id, ct, reason);
        (account.DisabledAt, account.DisabledReason, account.LockedUntil, account.FailedCount) = (null, null, null, 0);
        account.Version++;
        await process.CommitAsync(ct);
        return new AccountOutcome.Done(id);
    }

    /// <summary>Ties an account to a person's record: from the next click on its owner sees that record as the own one.</summary>
    public async Task<AccountOutcome> LinkAsync(Guid id, Guid personId, string reason, CancellationToken ct)
    {
        if (id == gate.ActorOrNull?.AccountId) return new AccountOutcome.Refused("PersonId", "Không thể tự gắn hồ sơ cho tài khoản của mình.");
        var account = await FindAsync(id, ct);
        if (account.PersonId == personId) return new AccountOutcome.Done(id);
        if (account.PersonId is not null) return new AccountOutcome.Refused("PersonId", "Tài khoản đang gắn với một hồ sơ khác. Gỡ hồ sơ đó trước.");
        if (await db.Set<Account>().Where(a => a.PersonId == personId).Select(a => a.UserName).FirstOrDefaultAsync(ct) is { } holder) return Taken(holder);
        await using var process = await processes.BeginAsync(PlatformProcesses.LinkAccount, "account", id, ct, reason);
        account.PersonId = personId;
        account.Version++;
        try { await process.CommitAsync(ct, detail: new { personId }); }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation }) { return Taken("vừa được mở"); }
        return new AccountOutcome.Done(id);
    }

    /// <summary>Unties an account from a person's record; the account and the record stay.</summary>
    public async Task<AccountOutcome> UnlinkAsync(Guid id, string reason, CancellationToken ct)
    {
        if (id == gate.ActorOrNull?.AccountId) return new AccountOutcome.Refused("PersonId", "Không thể tự gỡ hồ sơ của tài khoản mình.");
        var account = await FindAsync(id, ct);
        if (account.PersonId is not { } personId) return new AccountOutcome.Done(id);
        await using var process = await processes.BeginAsync(PlatformProcesses.UnlinkAccount, "account", id, ct, reason);
        account.PersonId = null;
        account.Version++;
        await process.CommitAsync(ct, detail: new { personId });
        return new AccountOutcome.Done(id);
    }

    /// <summary>New first password; the second factor must be enrolled again. Sessions end.</summary>
    public async Task<AccountOutcome> ResetAsync(Guid id, string reason, CancellationToken ct)
    {
        var account = await FindAsync(id, ct);
        var password = NewPassword();
        await using var process = await processes.BeginAsync(PlatformProcesses.ResetAccount, "account", id, ct, reason);
        account.PasswordHash = hasher.HashPassword(account, password);
        (account.MustChangePassword, account.TotpSecret, account.TotpLastStep, account.LockedUntil, account.FailedCount) = (true, null, 0, null, 0);
        account.Version++;
        await process.CommitAsync(ct);
        await sessions.EndAllAsync(id, "reset", ct);
        return new AccountOutcome.Issued(new IssuedPassword(id, account.UserName, password));
    }

    /// <summary>Gives a role over a unit subtree (null: the province) for a range of days.</summary>
    public async Task<AccountOutcome> GrantAsync(Guid id, string role, Guid? unitId, DateOnly from, DateOnly? until, string reason, CancellationToken ct)
    {
        if (!Roles.All.ContainsKey(role)) return new AccountOutcome.Refused("Role", "Chọn vai trò trong danh sách.");
        if (until <= from) return new AccountOutcome.Refused("Until", "Ngày kết thúc phải sau ngày bắt đầu.");
        if (role is Roles.UnitHr && unitId is null) return new AccountOutcome.Refused("UnitId", "Vai trò này phải gắn với một đơn vị.");
        if (id == gate.ActorOrNull?.AccountId) return new AccountOutcome.Refused("Role", "Không thể tự giao quyền cho mình.");
        await FindAsync(id, ct);
        await using var process = await processes.BeginAsync(PlatformProcesses.Grant, "account", id, ct, reason);
        db.Add(new RoleGrant { AccountId = id, Role = role, UnitId = unitId, Valid = Span.Between(from, until), GrantedBy = gate.Actor.AccountId, GrantedAt = clock.UtcNow(), Reason = reason });
        await process.CommitAsync(ct, unitId, detail: new { role, from, until });
        return new AccountOutcome.Done(id);
    }

    /// <summary>Takes a grant back, at once.</summary>
    public async Task<AccountOutcome> RevokeAsync(Guid grantId, string reason, CancellationToken ct)
    {
        var grant = await db.Set<RoleGrant>().SingleOrDefaultAsync(g => g.Id == grantId, ct) ?? throw new NotFoundException("Không có quyền này.");
        if (grant.RevokedAt is not null) return new AccountOutcome.Done(grant.AccountId);
        await using var process = await processes.BeginAsync(PlatformProcesses.Revoke, "account", grant.AccountId, ct, reason);
        (grant.RevokedAt, grant.RevokedBy, grant.RevokedReason) = (clock.UtcNow(), gate.Actor.AccountId, reason);
        await process.CommitAsync(ct, grant.UnitId, detail: new { grant.Role });
        return new AccountOutcome.Done(grant.AccountId);
    }

    private static AccountOutcome.Refused Taken(string holder) => new("PersonId", $"Người này đã có tài khoản ({holder}). Mỗi người chỉ gắn với một tài khoản.");

    private async Task<Account> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFoundException("Không có tài khoản này.");

    // Letters and digits that are not taken for each other when read aloud or copied from paper.
    private static string NewPassword() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 14);
}
