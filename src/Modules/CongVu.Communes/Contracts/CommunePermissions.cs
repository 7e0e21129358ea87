using CongVu.Platform.Security;

namespace CongVu.Communes.Contracts;

/// <summary>What a grant can allow about communes.</summary>
public static class CommunePermissions
{
    internal const string ReadCode = "communes.read", KeepCode = "communes.keep", ExportCode = "communes.export", ProposeCode = "communes.resolution.propose", ApproveCode = "communes.resolution.approve";

    /// <summary>Read communes, villages, titles and funds of the own units.</summary>
    public static readonly Permission Read = new(ReadCode, "Xem cấp xã: phân loại, thôn, chức danh, quỹ khoán", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.Auditor);

    /// <summary>Keep facts, villages and titles of the own units.</summary>
    public static readonly Permission Keep = new(KeepCode, "Cập nhật cấp xã, thôn, người không chuyên trách", true, Roles.HomeAffairs, Roles.UnitHr);

    /// <summary>Take lists out as files.</summary>
    public static readonly Permission Export = new(ExportCode, "Xuất danh sách khoán kinh phí cấp xã", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Auditor);

    /// <summary>Enter resolutions of the provincial council on titles and allowances.</summary>
    public static readonly Permission Propose = new(ProposeCode, "Nhập nghị quyết về chức danh, mức phụ cấp", true, Roles.HomeAffairs);

    /// <summary>Approve what another entered.</summary>
    public static readonly Permission Approve = new(ApproveCode, "Duyệt nghị quyết về chức danh, mức phụ cấp", true, Roles.HomeAffairs);

    internal static readonly Permission[] All = [Read, Keep, Export, Propose, Approve];
}
