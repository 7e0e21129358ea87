using CongVu.Platform.Security;

namespace CongVu.Legislation.Contracts;

/// <summary>Acts of this module that a grant can allow.</summary>
public static class LegislationPermissions
{
    /// <summary>Code of <see cref="Read"/>.</summary>
    public const string ReadCode = "legislation.read";
    /// <summary>Code of <see cref="Keep"/>.</summary>
    public const string KeepCode = "legislation.keep";
    /// <summary>Code of <see cref="Approve"/>.</summary>
    public const string ApproveCode = "legislation.approve";
    /// <summary>Code of <see cref="Follow"/>.</summary>
    public const string FollowCode = "legislation.follow";

    /// <summary>Read the register of instruments and the values of the law: law is public.</summary>
    public static readonly Permission Read = new(ReadCode, "Xem văn bản và giá trị pháp luật", false, [.. Roles.All.Keys]);
    /// <summary>Follow changes of the law before they are approved, what they would change, and what must be compared.</summary>
    public static readonly Permission Follow = new(FollowCode, "Theo dõi cập nhật pháp luật", false, Roles.LegalOfficer, Roles.Signer, Roles.HomeAffairs, Roles.Auditor);
    /// <summary>Record comparisons, draft and submit changes, ask for previews.</summary>
    public static readonly Permission Keep = new(KeepCode, "Cập nhật, đối chiếu dữ liệu pháp luật", true, Roles.LegalOfficer);
    /// <summary>Approve, return and withdraw changes another person has submitted; only with a grant over the whole province.</summary>
    public static readonly Permission Approve = new(ApproveCode, "Duyệt cập nhật pháp luật", true, Roles.Signer);

    internal static readonly Permission[] All = [Read, Follow, Keep, Approve];
}
