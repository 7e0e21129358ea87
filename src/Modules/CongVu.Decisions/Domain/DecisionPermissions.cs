using CongVu.Platform.Security;

namespace CongVu.Decisions.Domain;

/// <summary>
/// Acts of this module. The head of an agency's HR office verifies by holding the home-affairs role over that agency's subtree.
/// </summary>
internal static class DecisionPermissions
{
    public static readonly Permission Read = new("decisions.read", "Xem quyết định", false, Roles.HomeAffairs, Roles.UnitHr, Roles.Signer, Roles.Auditor, Roles.Self);
    public static readonly Permission Draft = new("decisions.draft", "Soạn quyết định", true, Roles.HomeAffairs, Roles.UnitHr);
    public static readonly Permission Submit = new("decisions.submit", "Trình quyết định", true, Roles.HomeAffairs, Roles.UnitHr);
    public static readonly Permission Verify = new("decisions.verify", "Thẩm định quyết định", true, Roles.HomeAffairs);
    public static readonly Permission Override = new("decisions.override", "Cho phép ngoại lệ có căn cứ", true, Roles.HomeAffairs);
    public static readonly Permission Sign = new("decisions.sign", "Ký quyết định", true, Roles.Signer);
    public static readonly Permission AnnulDraft = new("decisions.annul.draft", "Soạn quyết định thu hồi, đính chính", true, Roles.HomeAffairs);
    public static readonly Permission AnnulSign = new("decisions.annul.sign", "Ký quyết định thu hồi, đính chính", true, Roles.Signer);

    public static readonly Permission ReadAuthority = new("decisions.authority.read", "Xem quyết định ký sai thẩm quyền", false, Roles.HomeAffairs, Roles.Auditor);
    public static readonly Permission HandleAuthority = new("decisions.authority.handle", "Xử lý quyết định ký sai thẩm quyền", true, Roles.HomeAffairs);

    public static readonly Permission[] All = [Read, Draft, Submit, Verify, Override, Sign, AnnulDraft, AnnulSign, ReadAuthority, HandleAuthority];
}
