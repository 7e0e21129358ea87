using System.Collections.Frozen;
using CongVu.Platform.Modules;

namespace CongVu.Platform.Security;

/// <summary>All permissions of all modules, and which role holds which.</summary>
public sealed class PermissionCatalogue
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _byRole;

    /// <summary>Collects the modules' permissions; a code declared twice or an unknown role is a bug.</summary>
    public PermissionCatalogue(ModuleList modules)
    {
        All = [.. PlatformPermissions.All, .. modules.All.SelectMany(m => m.Permissions)];
        var twice = All.GroupBy(p => p.Code).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new InvalidOperationException($"Permission {twice.Key} is declared twice.");
        var unknown = All.SelectMany(p => p.Roles).FirstOrDefault(r => !Roles.All.ContainsKey(r));
        if (unknown is not null) throw new InvalidOperationException($"Unknown role {unknown}.");
        _byRole = Roles.All.Keys.ToFrozenDictionary(r => r, r => All.Where(p => p.Roles.Contains(r)).Select(p => p.Code).ToFrozenSet());
    }

    /// <summary>Every permission, in order of declaration.</summary>
    public IReadOnlyList<Permission> All { get; }

    /// <summary>True when the role holds the permission.</summary>
    public bool Holds(string role, Permission permission) => _byRole.TryGetValue(role, out var codes) && codes.Contains(permission.Code);
}

/// <summary>Permissions of the engine itself.</summary>
public static class PlatformPermissions
{
    /// <summary>Open and disable accounts, reset factors.</summary>
    public static readonly Permission ManageAccounts = new("platform.accounts.manage", "Quản lý tài khoản và phân quyền", true, Roles.ProvinceAdmin);
    /// <summary>Read accounts and grants.</summary>
    public static readonly Permission ReadAccounts = new("platform.accounts.read", "Xem tài khoản và phân quyền", false, Roles.ProvinceAdmin, Roles.Auditor);
    /// <summary>Read the audit log.</summary>
    public static readonly Permission ReadAudit = new("platform.audit.read", "Xem nhật ký truy cập", false, Roles.Auditor, Roles.ProvinceAdmin);
    /// <summary>See and retry background jobs.</summary>
    public static readonly Permission ManageJobs = new("platform.jobs.manage", "Theo dõi công việc nền", true, Roles.ProvinceAdmin);

    internal static readonly Permission[] All = [ManageAccounts, ReadAccounts, ReadAudit, ManageJobs];
}
