using CongVu.Platform.Processes;

namespace CongVu.Personnel.Domain;

/// <summary>The named processes in which people and their officers change declarations, disputes and, by accepting, records.</summary>
internal static class PersonnelProcesses
{
    public static readonly ProcessKind Draft = new("personnel.declaration.draft", "Soạn bản kê khai", "a declaration of the own record, its items and evidence");
    public static readonly ProcessKind Submit = new("personnel.declaration.submit", "Gửi bản kê khai", "declaration: Draft or Returned → Submitted; its number");
    public static readonly ProcessKind Withdraw = new("personnel.declaration.withdraw", "Rút bản kê khai để sửa", "declaration: Submitted → Draft");
    public static readonly ProcessKind Discard = new("personnel.declaration.discard", "Bỏ bản kê khai", "declaration: Draft or Returned → Discarded");
    public static readonly ProcessKind Return = new("personnel.declaration.return", "Đề nghị bổ sung kê khai", "declaration: Submitted → Returned", NeedsReason: true);
    public static readonly ProcessKind Decide = new("personnel.declaration.decide", "Xem xét bản kê khai", "declaration: Submitted → Decided; accepted items take effect in the record");
    public static readonly ProcessKind Raise = new("personnel.dispute.raise", "Đề nghị đính chính hồ sơ", "a dispute about a fact of the own record", NeedsReason: true);
    public static readonly ProcessKind TakeBack = new("personnel.dispute.withdraw", "Rút đề nghị đính chính", "dispute: Open → Withdrawn");
    public static readonly ProcessKind Answer = new("personnel.dispute.answer", "Trả lời đề nghị đính chính", "dispute: Open → Upheld or Refused", NeedsReason: true);

    public static readonly ProcessKind[] All = [Draft, Submit, Withdraw, Discard, Return, Decide, Raise, TakeBack, Answer];
}
