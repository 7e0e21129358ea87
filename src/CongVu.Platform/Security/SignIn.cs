using System.Net;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Platform.Security;

/// <summary>How an attempt to sign in ended.</summary>
public abstract record SignInOutcome
{
    /// <summary>A session is open; the cookie gets the token.</summary>
    public sealed record Opened(string Token) : SignInOutcome;
    /// <summary>Unknown name or wrong password; deliberately the same.</summary>
    public sealed record WrongCredentials : SignInOutcome;
    /// <summary>Too many wrong passwords.</summary>
    public sealed record LockedOut(DateTime Until) : SignInOutcome;
    /// <summary>The account is closed.</summary>
    public sealed record Closed : SignInOutcome;
}

/// <summary>Passwords, second factors and lock-out.</summary>
public sealed class SignIn(CongVuDb db, Sessions sessions, IPasswordHasher<Account> hasher, IDataProtectionProvider protection, AuditLog audit, TimeProvider clock)
{
    /// <summary>Wrong passwords in a row before a lock-out.</summary>
    public const int MaxFailures = 5;
    /// <summary>Length of a lock-out.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    // Verified when the name is unknown, so that both refusals take the same time.
    private static readonly string DummyHash = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    private IDataProtector Protector => protection.CreateProtector("CongVu.Totp");

    /// <summary>Checks name and password and opens a session without second factor.</summary>
    public async Task<SignInOutcome> WithPasswordAsync(string userName, string password, IPAddress? address, string userAgent, CancellationToken ct)
    {
        var name = userName.Trim().ToLowerInvariant();
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.UserName == name, ct);
        if (account is null)
        {
            hasher.VerifyHashedPassword(null!, DummyHash, password);
            await audit.ReadAsync(new AuditLine("platform.sign-in.failed", Detail: new { name, address = address?.ToString() }), ct);
            return new SignInOutcome.WrongCredentials();
        }
        var now = clock.UtcNow();
        if (account.LockedUntil > now) return new SignInOutcome.LockedOut(account.LockedUntil.Value);
        if (hasher.VerifyHashedPassword(account, account.PasswordHash, password) == PasswordVerificationResult.Failed)
        {
            await CountFailureAsync(account.Id, now, ct);
            await audit.ReadAsync(new AuditLine("platform.sign-in.failed", "account", account.Id, Detail: new { name, address = address?.ToString() }), ct);
            return new SignInOutcome.WrongCredentials();
        }
        if (account.DisabledAt is not null) return new SignInOutcome.Closed();
        await db.Set<Account>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.FailedCount, 0).SetProperty(a => a.LockedUntil, (DateTime?)null), ct);
        var token = await sessions.OpenAsync(account.Id, secondFactorDone: false, address, userAgent, ct);
        await audit.ReadAsync(new AuditLine("platform.sign-in", "account", account.Id, Detail: new { address = address?.ToString() }), ct);
        return new SignInOutcome.Opened(token);
    }

    /// <summary>
    /// Checks a one-time code of an enrolled account; wrong ones count towards the lock-out. Each code serves once, except in the
    /// practice province, where several newcomers may try one account within the same half minute.
    /// </summary>
    public async Task<bool> WithCodeAsync(Guid accountId, string token, string code, bool mayServeAgain, CancellationToken ct)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
        var now = clock.GetUtcNow();
        if (account.TotpSecret is null || account.LockedUntil > now.UtcDateTime) return false;
        if (Totp.Match(Protector.Unprotect(account.TotpSecret), code, now, mayServeAgain ? 0 : account.TotpLastStep) is not { } step)
        {
            await CountFailureAsync(accountId, now.UtcDateTime, ct);
            await audit.ReadAsync(new AuditLine("platform.sign-in.wrong-code", "account", accountId), ct);
            return false;
        }
        if (!mayServeAgain && !await UseUpAsync(accountId, step, ct)) return false;
        await db.Set<Account>().Where(a => a.Id == accountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.FailedCount, 0), ct);
        await sessions.SecondFactorDoneAsync(token, ct);
        return true;
    }

    /// <summary>Binds a new secret to the account if the code proves that the owner's device holds it.</summary>
    public async Task<bool> EnrolAsync(Guid accountId, string token, string secret, string code, CancellationToken ct)
    {
        if (Totp.Match(secret, code, clock.GetUtcNow(), 0) is not { } step) return false;
        var bound = await db.Set<Account>().Where(a => a.Id == accountId && a.TotpSecret == null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.TotpSecret, Protector.Protect(secret)).SetProperty(a => a.TotpLastStep, step), ct);
        if (bound == 0) return false;
        await sessions.SecondFactorDoneAsync(token, ct);
        await audit.ReadAsync(new AuditLine("platform.second-factor.enrolled", "account", accountId), ct);
        return true;
    }

    /// <summary>The code an authenticator would show now; only the practice province asks for it.</summary>
    public async Task<string?> CurrentCodeAsync(Guid accountId, CancellationToken ct)
    {
        var secret = await db.Set<Account>().Where(a => a.Id == accountId).Select(a => a.TotpSecret).SingleAsync(ct);
        return secret is null ? null : Totp.Code(Protector.Unprotect(secret), Totp.StepOf(clock.GetUtcNow()));
    }

    /// <summary>Sets a password chosen by the owner. Returns a Vietnamese message when it is too weak.</summary>
    public async Task<string?> ChoosePasswordAsync(Guid accountId, string current, string chosen, CancellationToken ct)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId, ct);
        if (hasher.VerifyHashedPassword(account, account.PasswordHash, current) == PasswordVerificationResult.Failed) return "Mật khẩu hiện tại không đúng.";
        if (PasswordRule.Weakness(chosen, account.UserName) is { } weakness) return weakness;
        if (chosen == current) return "Mật khẩu mới phải khác mật khẩu hiện tại.";
        account.PasswordHash = hasher.HashPassword(account, chosen);
        account.MustChangePassword = false;
        account.Version++;
        await db.SaveChangesAsync(ct);
        await audit.ReadAsync(new AuditLine("platform.password.changed", "account", accountId), ct);
        return null;
    }

    /// <summary>A secret in the form it is stored.</summary>
    public string ProtectSecret(string secret) => Protector.Protect(secret);

    // The condition on the last step makes two simultaneous uses of one code succeed at most once.
    private async Task<bool> UseUpAsync(Guid accountId, long step, CancellationToken ct) =>
        await db.Set<Account>().Where(a => a.Id == accountId && a.TotpLastStep < step).ExecuteUpdateAsync(s => s.SetProperty(a => a.TotpLastStep, step), ct) == 1;

    private Task<int> CountFailureAsync(Guid accountId, DateTime now, CancellationToken ct) => db.Set<Account>().Where(a => a.Id == accountId)
        .ExecuteUpdateAsync(s => s
            .SetProperty(a => a.LockedUntil, a => a.FailedCount + 1 >= MaxFailures ? now + LockOut : a.LockedUntil)
            .SetProperty(a => a.FailedCount, a => a.FailedCount + 1 >= MaxFailures ? 0 : a.FailedCount + 1), ct);
}

/// <summary>What a password must be.</summary>
public static class PasswordRule
{
    /// <summary>Shortest allowed length.</summary>
    public const int MinLength = 10;

    /// <summary>Why a password is too weak, in Vietnamese, or null.</summary>
    public static string? Weakness(string password, string userName) =>
        password.Length < MinLength ? $"Mật khẩu cần ít nhất {MinLength} ký tự."
        : password.Distinct().Count() < 5 ? "Mật khẩu lặp lại quá ít ký tự."
        : password.Contains(userName, StringComparison.OrdinalIgnoreCase) ? "Mật khẩu không được chứa tên đăng nhập."
        : null;
}
