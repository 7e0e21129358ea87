using CongVu.Platform.Security;

namespace CongVu.Severance.Contracts;

/// <summary>What a grant can allow about retirement, downsizing and resignation.</summary>
public static class SeverancePermissions
{
    internal const string ReadCode = "severance.read", PrepareCode = "severance.prepare", AppraiseCode = "severance.appraise", ApproveCode = "severance.approve", ExportCode = "severance.export";

    /// <summary>Read schemes, lists, cases, forecasts of the own units.</summary>
    public static readonly Permission Read = new(ReadCode, "Xem nghỉ hưu, tinh giản biên chế", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.Auditor);

    /// <summary>Prepare schemes, lists, notices, requests.</summary>
    public static readonly Permission Prepare = new(PrepareCode, "Lập hồ sơ nghỉ hưu, tinh giản biên chế", true, Roles.HomeAffairs, Roles.UnitHr);

    /// <summary>Appraise lists; whoever prepared or submitted one does not appraise it.</summary>
    public static readonly Permission Appraise = new(AppraiseCode, "Thẩm định danh sách tinh giản biên chế", true, Roles.HomeAffairs);

    /// <summary>Approve schemes and lists for the province.</summary>
    public static readonly Permission Approve = new(ApproveCode, "Phê duyệt danh sách tinh giản biên chế", true, Roles.Signer);

    /// <summary>Take lists out as files.</summary>
    public static readonly Permission Export = new(ExportCode, "Xuất danh sách nghỉ hưu, tinh giản ra tệp", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Auditor);

    internal static readonly Permission[] All = [Read, Prepare, Appraise, Approve, Export];
}
