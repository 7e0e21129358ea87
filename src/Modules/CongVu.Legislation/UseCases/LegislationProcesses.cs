using CongVu.Platform.Processes;

namespace CongVu.Legislation.UseCases;

/// <summary>The named processes of this module.</summary>
internal static class LegislationProcesses
{
    public static readonly ProcessKind Draft = new("legislation.change.draft", "Soạn cập nhật pháp luật", "A draft change of the law and its items.");
    public static readonly ProcessKind Submit = new("legislation.change.submit", "Trình duyệt cập nhật pháp luật", "Draft → Submitted; keeps the decisions that rest on values changed backwards.");
    public static readonly ProcessKind Return = new("legislation.change.return", "Trả lại cập nhật pháp luật", "Submitted → Draft.", NeedsReason: true);
    public static readonly ProcessKind Approve = new("legislation.change.approve", "Duyệt cập nhật pháp luật", "Submitted → Approved by another person; the change becomes part of the law on all nodes.");
    public static readonly ProcessKind Withdraw = new("legislation.change.withdraw", "Rút cập nhật pháp luật", "Approved → Withdrawn; the change is no longer part of the law and stays readable.", NeedsReason: true);
    public static readonly ProcessKind Discard = new("legislation.change.discard", "Bỏ bản soạn cập nhật pháp luật", "Draft → Discarded.", NeedsReason: true);
    public static readonly ProcessKind Check = new("legislation.check", "Đối chiếu với Công báo", "A comparison of a value or an instrument with its source.");
    public static readonly ProcessKind Preview = new("legislation.impact", "Xem trước tác động", "A preview of what a value changes and its lines.");

    public static readonly IReadOnlyList<ProcessKind> All = [Draft, Submit, Return, Approve, Withdraw, Discard, Check, Preview];
}
