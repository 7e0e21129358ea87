using CongVu.Platform.Processes;

namespace CongVu.Pay.Domain;

/// <summary>The named processes in which this module's data change.</summary>
internal static class PayProcesses
{
    public static readonly ProcessKind NoteFact = new("pay.raise-fact.note", "Ghi nhận việc kéo dài thời gian nâng bậc", "Adds a discipline, a year not completed or time not counted, with its paper.");
    public static readonly ProcessKind WithdrawFact = new("pay.raise-fact.withdraw", "Rút ghi nhận kéo dài", "Withdraws such a note.", NeedsReason: true);
    public static readonly ProcessKind OpenRound = new("pay.early-round.open", "Mở kỳ xét nâng bậc trước thời hạn", "A round of an agency and year, its headcount and quota, its first candidates.");
    public static readonly ProcessKind ChangeRound = new("pay.early-round.change", "Sửa kỳ xét", "Headcount, rule of the unit, candidates of a round in preparation.");
    public static readonly ProcessKind CancelRound = new("pay.early-round.cancel", "Hủy kỳ xét", "Round → Cancelled.", NeedsReason: true);
    public static readonly ProcessKind EnterAchievement = new("pay.achievement.enter", "Nhập thành tích", "An achievement of a person with its paper.");
    public static readonly ProcessKind RemoveAchievement = new("pay.achievement.remove", "Bỏ thành tích đã nhập", "Takes an achievement out.", NeedsReason: true);
    public static readonly ProcessKind Publish = new("pay.early-round.publish", "Công khai danh sách", "Round → Published.");
    public static readonly ProcessKind Reopen = new("pay.early-round.reopen", "Mở lại để xem xét ý kiến", "Published → Preparing.", NeedsReason: true);
    public static readonly ProcessKind Approve = new("pay.early-round.approve", "Thông qua danh sách", "Round → Approved with vote and minutes; who is chosen and who is not.");
    public static readonly ProcessKind Allot = new("pay.early-round.allot", "Giao thêm chỉ tiêu", "Extra quota of a round out of the pooled remainders.");
    public static readonly ProcessKind StartDecision = new("pay.early-round.decide", "Lập quyết định từ kỳ xét", "Ties the draft decision to the chosen candidates.");

    public static readonly ProcessKind[] All = [NoteFact, WithdrawFact, OpenRound, ChangeRound, CancelRound, EnterAchievement, RemoveAchievement, Publish, Reopen, Approve, Allot, StartDecision];
}
