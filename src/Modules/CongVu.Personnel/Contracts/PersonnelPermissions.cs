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

    /// <summary>Declare changes of the own record.</summary>
    public static readonly Permission Declare = new("personnel.declare", "Tự kê khai thay đổi trong hồ sơ của mình", true, Roles.Self);
    /// <summary>Dispute facts of the own record.</summary>
    public static readonly Permission RaiseDisputes = new("personnel.dispute", "Đề nghị đính chính hồ sơ của mình", true, Roles.Self);
    /// <summary>Read declarations and disputes of the own units.</summary>
    public static readonly Permission ReadRequests = new("personnel.requests.read", "Xem kê khai và đề nghị đính chính", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Auditor);
    /// <summary>Accept and reject what people of the own units declare.</summary>
    public static readonly Permission DecideDeclarations = new("personnel.declaration.decide", "Xem xét kê khai", true, Roles.HomeAffairs, Roles.UnitHr);
    /// <summary>Answer disputes of people of the own units.</summary>
    public static readonly Permission AnswerDisputes = new("personnel.dispute.answer", "Trả lời đề nghị đính chính", true, Roles.HomeAffairs, Roles.UnitHr);

    internal static readonly Permission[] All = [Read, Own, Export, Report, Declare, RaiseDisputes, ReadRequests, DecideDeclarations, AnswerDisputes];
}
