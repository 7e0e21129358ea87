using CongVu.Platform.Security;

namespace CongVu.Reform.Contracts;

/// <summary>Acts of this module that a grant can allow.</summary>
public static class ReformPermissions
{
    /// <summary>Code of <see cref="Read"/>.</summary>
    public const string ReadCode = "reform.read";
    /// <summary>Code of <see cref="Manage"/>.</summary>
    public const string ManageCode = "reform.manage";
    /// <summary>Code of <see cref="Report"/>.</summary>
    public const string ReportCode = "reform.report";
    /// <summary>Code of <see cref="Accept"/>.</summary>
    public const string AcceptCode = "reform.accept";

    /// <summary>See plans, tasks, colours and indicators.</summary>
    public static readonly Permission Read = new(ReadCode, "Xem kế hoạch cải cách", false, [.. Roles.All.Keys]);
    /// <summary>Upload, correct and commit plans; register conditions; link targets.</summary>
    public static readonly Permission Manage = new(ManageCode, "Quản lý kế hoạch cải cách", true, Roles.HomeAffairs);
    /// <summary>Report progress and raise difficulties for units in scope.</summary>
    public static readonly Permission Report = new(ReportCode, "Báo cáo tiến độ nhiệm vụ", true, Roles.UnitHr);
    /// <summary>Accept or return reports and answer difficulties.</summary>
    public static readonly Permission Accept = new(AcceptCode, "Công nhận kết quả nhiệm vụ", true, Roles.HomeAffairs);
    /// <summary>Open the evidence files of units in scope.</summary>
    public static readonly Permission Evidence = new("reform.evidence.read", "Xem minh chứng của nhiệm vụ", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.Auditor);

    internal static readonly Permission[] All = [Read, Manage, Report, Accept, Evidence];
}
