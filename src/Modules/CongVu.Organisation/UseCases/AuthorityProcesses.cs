using CongVu.Platform.Processes;

namespace CongVu.Organisation.UseCases;

/// <summary>The named processes of this module.</summary>
internal static class AuthorityProcesses
{
    public static readonly ProcessKind Enter = new("organisation.authority.enter", "Nhập quy định phân cấp", "Adds an authority rule.", NeedsReason: true);
    public static readonly ProcessKind Supersede = new("organisation.authority.supersede", "Thay quy định phân cấp", "Closes a wording of an authority rule and adds the next.", NeedsReason: true);
    public static readonly ProcessKind Close = new("organisation.authority.close", "Kết thúc quy định phân cấp", "Closes an authority rule on a day.", NeedsReason: true);
    public static readonly ProcessKind Delegate = new("organisation.delegation.enter", "Ủy quyền ký", "Adds a dated delegation to sign.", NeedsReason: true);
    public static readonly ProcessKind Revoke = new("organisation.delegation.revoke", "Chấm dứt ủy quyền ký", "Ends a delegation before its last day.", NeedsReason: true);

    public static readonly IReadOnlyList<ProcessKind> All = [Enter, Supersede, Close, Delegate, Revoke];
}
