using CongVu.Platform.Processes;

namespace CongVu.Decisions.Domain;

/// <summary>The named processes in which decisions change.</summary>
internal static class DecisionProcesses
{
    public static readonly ProcessKind Draft = new("decisions.draft", "Soạn quyết định", "A draft decision, its inputs, items and attached files.");
    public static readonly ProcessKind Submit = new("decisions.submit", "Trình thẩm định", "Draft → Submitted; stores the checks.");
    public static readonly ProcessKind Return = new("decisions.return", "Trả lại bản soạn", "Submitted or Verified → Draft.", NeedsReason: true);
    public static readonly ProcessKind Override = new("decisions.override", "Cho phép ngoại lệ", "Sets a failing check aside on a stated legal basis.", NeedsReason: true);
    public static readonly ProcessKind Verify = new("decisions.verify", "Thẩm định", "Submitted → Verified; stores checks, competent authority and planned effects.");
    public static readonly ProcessKind Sign = new("decisions.sign", "Ký ban hành", "Verified → Signed or Effective; number, date, signature; effects due by today are applied.");
    public static readonly ProcessKind Apply = new("decisions.apply", "Áp dụng khi đến ngày hiệu lực", "Signed → Effective; the effects due on the day are applied.");
    public static readonly ProcessKind Correct = new("decisions.correct", "Đính chính quyết định", "Effects of an earlier decision get another payload or day; that decision → Corrected.");
    public static readonly ProcessKind Annul = new("decisions.annul", "Thu hồi, hủy bỏ quyết định", "Effects of earlier decisions are taken out of the record; those decisions → Annulled.");
    public static readonly ProcessKind Discard = new("decisions.discard", "Bỏ bản soạn", "Draft → Discarded.", NeedsReason: true);
    public static readonly ProcessKind Print = new("decisions.print", "Tạo bản in", "The paper of a decision (DOCX, PDF) and its hash.");
    public static readonly ProcessKind Import = new("decisions.import", "Nhập quyết định cũ", "Signed decisions from old files, checked afterwards.");

    public static readonly ProcessKind Review = new("decisions.authority.review", "Hậu kiểm thẩm quyền ký", "The verdict on the signers of decisions; the list of decisions signed by the wrong authority.");
    public static readonly ProcessKind HandleAuthority = new("decisions.authority.handle", "Xử lý quyết định ký sai thẩm quyền", "State and history of a finding.", NeedsReason: true);

    public static readonly ProcessKind[] All = [Draft, Submit, Return, Override, Verify, Sign, Apply, Correct, Annul, Discard, Print, Import, Review, HandleAuthority];
}
