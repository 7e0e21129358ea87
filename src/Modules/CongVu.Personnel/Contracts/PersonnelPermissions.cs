using CongVu.Platform.Security;

namespace CongVu.Personnel.Contracts;

/// <summary>What a grant can allow about records.</summary>
public static class PersonnelPermissions
{
    /// <summary>Read lists and records of the own units.</summary>
    public static readonly Permission Read = new("personnel.read", "Xem hồ sơ cán bộ, công chức, viên chức", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.Auditor);
    /// <summary>Read the own record.</summary>
    public static readonly Permission Own = new("personnel.own", "Xem hồ sơ của mình", false, Roles.Self);
    /// <summary>Take lists out as files.</summary>
    public static readonly Permission Export = new("personnel.export", "Xuất danh sách hồ sơ ra tệp", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Auditor);
    /// <summary>Read headcount reports.</summary>
    public static readonly Permission Report = new("personnel.report", "Xem báo cáo số lượng cán bộ", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.Auditor);

    internal static readonly Permission[] All = [Read, Own, Export, Report];
}
