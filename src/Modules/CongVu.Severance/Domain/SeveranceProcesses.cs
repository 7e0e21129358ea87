using CongVu.Platform.Processes;

namespace CongVu.Severance.Domain;

/// <summary>The named processes in which this module's data change.</summary>
internal static class SeveranceProcesses
{
    public static readonly ProcessKind OpenScheme = new("severance.scheme.open", "Lập đề án tinh giản biên chế", "A scheme of a unit: base headcount, target, reductions by year.");
    public static readonly ProcessKind ChangeScheme = new("severance.scheme.change", "Sửa đề án", "Name, target and reductions by year of a scheme in preparation.");
    public static readonly ProcessKind ApproveScheme = new("severance.scheme.approve", "Phê duyệt đề án", "Scheme → Approved.");
    public static readonly ProcessKind CancelScheme = new("severance.scheme.cancel", "Hủy đề án", "Scheme → Cancelled.", NeedsReason: true);
    public static readonly ProcessKind OpenBatch = new("severance.batch.open", "Lập danh sách tinh giản", "A list of a scheme.");
    public static readonly ProcessKind AddCase = new("severance.case.add", "Đưa người vào danh sách", "A case of a person in a list in preparation.");
    public static readonly ProcessKind ChangeCase = new("severance.case.change", "Sửa trường hợp", "Policy, reason, ground and day of leaving of a case.");
    public static readonly ProcessKind AnswerCase = new("severance.case.answer", "Bổ sung dữ kiện của trường hợp", "A fact the record does not tell, with its paper.");
    public static readonly ProcessKind WithdrawCase = new("severance.case.withdraw", "Đưa người ra khỏi danh sách", "Case → Withdrawn.", NeedsReason: true);
    public static readonly ProcessKind Submit = new("severance.batch.submit", "Trình danh sách", "List → Submitted.");
    public static readonly ProcessKind Return = new("severance.batch.return", "Trả lại danh sách", "List → Preparing.", NeedsReason: true);
    public static readonly ProcessKind Appraise = new("severance.batch.appraise", "Thẩm định danh sách", "List → Appraised; facts and amounts of its cases are kept as appraised, with the finance appraisal.");
    public static readonly ProcessKind Reappraise = new("severance.case.reappraise", "Thẩm định lại trường hợp", "A case's facts and amounts are appraised anew; an approved list → Appraised.", NeedsReason: true);
    public static readonly ProcessKind Approve = new("severance.batch.approve", "Phê duyệt danh sách", "List → Approved.");
    public static readonly ProcessKind Decide = new("severance.batch.decide", "Lập quyết định từ danh sách", "Ties the draft decision to the approved cases.");
    public static readonly ProcessKind NoteNotice = new("severance.retirement.notice", "Ghi thông báo nghỉ hưu", "A notice of retirement given to a person.");
    public static readonly ProcessKind WithdrawNotice = new("severance.retirement.notice-withdraw", "Rút thông báo nghỉ hưu", "Withdraws such a note.", NeedsReason: true);
    public static readonly ProcessKind RemindRetirement = new("severance.retirement.remind", "Nhắc việc nghỉ hưu", "Notices to HR officers about notices and decisions that fall due.");
    public static readonly ProcessKind ReceiveResignation = new("severance.resignation.receive", "Nhận đơn xin thôi việc", "A civil servant's request and the day an answer is due.");
    public static readonly ProcessKind AnswerResignation = new("severance.resignation.answer", "Trả lời đơn xin thôi việc", "Request → Agreed or Refused.");
    public static readonly ProcessKind WithdrawResignation = new("severance.resignation.withdraw", "Rút đơn xin thôi việc", "Request → Withdrawn.", NeedsReason: true);
    public static readonly ProcessKind DecideResignation = new("severance.resignation.decide", "Lập quyết định thôi việc", "Ties the draft decision to the request.");

    public static readonly ProcessKind ChangeLists = new("severance.scheme.lists", "Chọn biểu mẫu danh sách", "Columns, names and order of the lists a scheme prints.");
    public static readonly ProcessKind PlanInspection = new("severance.inspection.plan", "Lập kế hoạch kiểm tra tinh giản", "A round of inspection of a unit.");
    public static readonly ProcessKind HoldInspection = new("severance.inspection.hold", "Ghi kết quả kiểm tra tinh giản", "Round → Held: what was looked at, findings, what the unit has to do.");
    public static readonly ProcessKind FollowUpInspection = new("severance.inspection.follow-up", "Ghi kết quả thực hiện kiến nghị", "What a unit did about the findings.");
    public static readonly ProcessKind CancelInspection = new("severance.inspection.cancel", "Bỏ cuộc kiểm tra khỏi kế hoạch", "Round → Cancelled.", NeedsReason: true);

    public static readonly ProcessKind[] All =
    [
        OpenScheme, ChangeScheme, ApproveScheme, CancelScheme, OpenBatch, AddCase, ChangeCase, AnswerCase, WithdrawCase, Submit, Return, Appraise, Reappraise, Approve, Decide,
        NoteNotice, WithdrawNotice, RemindRetirement, ReceiveResignation, AnswerResignation, WithdrawResignation, DecideResignation,
        ChangeLists, PlanInspection, HoldInspection, FollowUpInspection, CancelInspection,
    ];
}
