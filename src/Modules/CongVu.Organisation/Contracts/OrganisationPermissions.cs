using CongVu.Platform.Security;

namespace CongVu.Organisation.Contracts;

/// <summary>Acts of this module that a grant can allow.</summary>
public static class OrganisationPermissions
{
    /// <summary>Code of <see cref="Read"/>.</summary>
    public const string ReadCode = "organisation.read";
    /// <summary>Code of <see cref="EditAuthority"/>.</summary>
    public const string EditAuthorityCode = "organisation.authority.edit";
    /// <summary>Code of <see cref="Delegate"/>.</summary>
    public const string DelegateCode = "organisation.delegate";

    /// <summary>See units, the chart and who may decide what.</summary>
    public static readonly Permission Read = new(ReadCode, "Xem tổ chức bộ máy", false, [.. Roles.All.Keys]);
    /// <summary>Enter, supersede and close authority rules.</summary>
    public static readonly Permission EditAuthority = new(EditAuthorityCode, "Nhập quy định phân cấp quản lý", true, Roles.HomeAffairs);
    /// <summary>Enter and end delegations to sign of units in scope.</summary>
    public static readonly Permission Delegate = new(DelegateCode, "Nhập ủy quyền ký", true, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer);
}
