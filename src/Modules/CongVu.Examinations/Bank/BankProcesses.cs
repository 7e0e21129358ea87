using CongVu.Platform.Processes;

namespace CongVu.Examinations.Bank;

/// <summary>The named processes of this module.</summary>
internal static class BankProcesses
{
    public static readonly ProcessKind Read = new("examinations.import.read", "Đọc tệp câu hỏi", "a file that waits to be taken into the bank");
    public static readonly ProcessKind Discard = new("examinations.import.discard", "Bỏ tệp câu hỏi đã đọc", "removes a file that waits");
    public static readonly ProcessKind Import = new("examinations.item.import", "Nhập câu hỏi vào ngân hàng", "questions in Draft with their first version, or a further version of the author's own drafts");
    public static readonly ProcessKind Submit = new("examinations.item.submit", "Gửi câu hỏi thẩm định", "question: Draft → Submitted");
    public static readonly ProcessKind Return = new("examinations.item.return", "Trả lại câu hỏi", "question: Submitted or Reviewed → Draft", NeedsReason: true);
    public static readonly ProcessKind Review = new("examinations.item.review", "Thẩm định câu hỏi", "question: Submitted → Reviewed by another person");
    public static readonly ProcessKind Approve = new("examinations.item.approve", "Duyệt câu hỏi", "question: Reviewed → Approved by a third person");
    public static readonly ProcessKind Cite = new("examinations.item.cite", "Ghi căn cứ của câu hỏi", "question in Draft: what it cites, with the time of the check");
    public static readonly ProcessKind Recheck = new("examinations.item.recheck", "Rà lại câu hỏi sau khi luật đổi", "question: any state but Locked and Retired → Submitted, with what it cites now and the time of the check", NeedsReason: true);
    public static readonly ProcessKind Retire = new("examinations.item.retire", "Loại câu hỏi khỏi ngân hàng", "question: any state but Locked → Retired", NeedsReason: true);

    public static readonly IReadOnlyList<ProcessKind> All = [Read, Discard, Import, Submit, Return, Review, Approve, Cite, Recheck, Retire];
}
