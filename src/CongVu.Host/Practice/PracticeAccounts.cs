using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Identity;

namespace CongVu.Host.Practice;

/// <summary>A sign-in of the practice province: role, unit, and whose record it is tied to.</summary>
/// <param name="PersonSlot">Unit code and place in it (0 the head) of the person behind the account.</param>
public sealed record PracticeAccount(string UserName, string About, string Role, string? UnitCode, (string UnitCode, int Rank) PersonSlot);

/// <summary>
/// The accounts a newcomer tries the product with. Everybody has the same password, which exists only where the data is
/// synthetic; second-factor codes are shown on the sign-in page of the practice province.
/// </summary>
public static class PracticeAccounts
{
    /// <summary>Password of every practice account.</summary>
    public const string Password = "TanGiang@2026";

    /// <summary>All of them, in the order a newcomer would try.</summary>
    public static IReadOnlyList<PracticeAccount> All { get; } =
    [
        new("hr.sxd", "Cán bộ tổ chức của Sở Xây dựng: lập và trình dự thảo quyết định", Roles.UnitHr, "SXD", ("SXD.1", 2)),
        new("hr.phuong", "Cán bộ tổ chức của một phường", Roles.UnitHr, "C01", ("C01.1", 2)),
        new("snv", "Chuyên viên Sở Nội vụ: thẩm định, theo dõi kế hoạch", Roles.HomeAffairs, null, ("SNV.2", 3)),
        new("snv2", "Chuyên viên Sở Nội vụ thứ hai (người lập không tự thẩm định)", Roles.HomeAffairs, null, ("SNV.4", 3)),
        new("phapche", "Cán bộ pháp chế Sở Nội vụ: đối chiếu, cập nhật dữ liệu pháp luật, xem trước tác động", Roles.LegalOfficer, null, ("SNV.1", 3)),
        new("gd.sxd", "Giám đốc Sở Xây dựng: ký quyết định của Sở", Roles.Signer, "SXD", ("SXD", 0)),
        new("gd.snv", "Giám đốc Sở Nội vụ: ký quyết định thuộc thẩm quyền Sở Nội vụ, duyệt cập nhật pháp luật", Roles.Signer, null, ("SNV", 0)),
        new("chutich", "Chủ tịch UBND tỉnh: ký quyết định thuộc thẩm quyền UBND tỉnh", Roles.Signer, null, ("UBT", 0)),
        new("canbo", "Công chức của Sở Xây dựng: xem hồ sơ của chính mình", Roles.Self, null, ("SXD.3", 3)),
        new("thanhtra", "Thanh tra, kiểm tra: xem tất cả, không sửa gì", Roles.Auditor, null, ("TTT.2", 2)),
        new("quantri", "Quản trị hệ thống: tài khoản, phân quyền, nhật ký, công việc nền", Roles.ProvinceAdmin, null, ("VPUB.4", 2)),
    ];

    /// <summary>Opens them over the people of a drawn province.</summary>
    internal static IEnumerable<(Account Account, IReadOnlyList<RoleGrant> Grants)> Open(PracticeHistory history, IReadOnlyDictionary<(string, int), (Guid PersonId, string Name)> holders, IPasswordHasher<Account> hasher, Func<string, string> protect, TimeProvider clock)
    {
        var unitIds = history.Map.Units.ToDictionary(u => u.Code, u => u, StringComparer.Ordinal);
        var used = new HashSet<Guid>();
        foreach (var plan in All)
        {
            var unit = unitIds[plan.PersonSlot.UnitCode];
            if (!holders.TryGetValue(plan.PersonSlot, out var found)) found = Colleague(plan.PersonSlot.UnitCode, holders, used);
            var (person, name) = found;
            used.Add(person);
            var account = new Account
            {
                Id = new Dice(1, (ulong)plan.UserName.Sum(c => c * 31L)).Key(),
                UserName = plan.UserName,
                DisplayName = name,
                UnitLabel = unit.Agency.ShortName,
                PersonId = person == Guid.Empty ? null : person,
                CreatedAt = clock.UtcNow(),
                TotpSecret = plan.Role == Roles.Self ? null : protect(Totp.NewSecret()),
            };
            account.PasswordHash = hasher.HashPassword(account, Password);
            var grants = plan.Role == Roles.Self ? [] : new List<RoleGrant> { Grant(account, plan.Role, plan.UnitCode is { } code ? unitIds[code].Id : null, clock) };
            yield return (account, grants);
        }
    }

    // A small province leaves places empty: then somebody else of the same agency, the lowest in rank who has no account yet.
    private static (Guid, string) Colleague(string unitCode, IReadOnlyDictionary<(string UnitCode, int Rank), (Guid PersonId, string Name)> holders, HashSet<Guid> used)
    {
        var taken = All.Select(p => p.PersonSlot).ToHashSet();
        var agency = unitCode.Split('.')[0] + ".";
        return holders.Where(h => h.Key.UnitCode.StartsWith(agency, StringComparison.Ordinal) && !taken.Contains(h.Key) && !used.Contains(h.Value.PersonId)).OrderByDescending(h => h.Key.Rank).ThenBy(h => h.Key.UnitCode, StringComparer.Ordinal)
            .Select(h => h.Value).FirstOrDefault((Guid.Empty, unitCode));
    }

    private static RoleGrant Grant(Account account, string role, Guid? unitId, TimeProvider clock) => new()
    {
        AccountId = account.Id, Role = role, UnitId = unitId, Valid = Span.From(clock.Today().AddYears(-1)), GrantedBy = account.Id, GrantedAt = clock.UtcNow(), Reason = "Tài khoản luyện tập",
    };
}
