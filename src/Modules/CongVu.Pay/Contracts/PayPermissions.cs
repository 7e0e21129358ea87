using CongVu.Platform.Security;

namespace CongVu.Pay.Contracts;

/// <summary>What a grant can allow about pay.</summary>
public static class PayPermissions
{
    internal const string ReadCode = "pay.read", OwnCode = "pay.own", ExportCode = "pay.export", RaiseCode = "pay.raise.prepare", AllotCode = "pay.early.allot", ReportCode = "pay.report";

    /// <summary>Read pay, due lists and rounds of the own units.</summary>
    public static readonly Permission Read = new(ReadCode, "Xem lương và danh sách nâng bậc", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.Auditor);

    /// <summary>Read the own pay.</summary>
    public static readonly Permission Own = new(OwnCode, "Xem lương của mình", false, Roles.Self);

    /// <summary>Take lists out as files.</summary>
    public static readonly Permission Export = new(ExportCode, "Xuất danh sách lương ra tệp", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Auditor);

    /// <summary>Prepare raises: rounds, achievements, what puts a raise off.</summary>
    public static readonly Permission Prepare = new(RaiseCode, "Chuẩn bị nâng bậc lương", true, Roles.HomeAffairs, Roles.UnitHr);

    /// <summary>Give units more quota out of the pooled remainders.</summary>
    public static readonly Permission Allot = new(AllotCode, "Giao thêm chỉ tiêu nâng bậc trước thời hạn", true, Roles.HomeAffairs);

    /// <summary>Read totals of the payroll.</summary>
    public static readonly Permission Report = new(ReportCode, "Xem báo cáo quỹ lương", false, Roles.HomeAffairs, Roles.Signer, Roles.Auditor);

    internal static readonly Permission[] All = [Read, Own, Export, Prepare, Allot, Report];
}
