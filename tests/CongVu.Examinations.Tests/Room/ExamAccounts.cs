using CongVu.Platform.Data;
using CongVu.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using NpgsqlTypes;

namespace CongVu.Examinations.Tests.Room;

internal static class ExamAccounts
{
    /// <summary>A new account with a role over the province.</summary>
    public static async Task<Guid> AddAsync(IServiceProvider services, string displayName, string role = Roles.HomeAffairs)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        var account = new Account { UserName = Guid.NewGuid().ToString("n"), DisplayName = displayName, UnitLabel = "Sở Nội vụ", PasswordHash = "-", TotpSecret = "-" };
        db.Add(account);
        db.Add(new RoleGrant { AccountId = account.Id, Role = role, Valid = new NpgsqlRange<DateOnly>(new DateOnly(2020, 1, 1), true, false, default, false, true), GrantedBy = account.Id, Reason = "Kiểm thử" });
        await db.SaveChangesAsync();
        return account.Id;
    }
}
