using CongVu.Platform.Processes;

namespace CongVu.Reform.UseCases;

/// <summary>The named processes of this module.</summary>
internal static class ReformProcesses
{
    public static readonly ProcessKind Upload = new("reform.plan.upload", "Tải kế hoạch lên", "a draft plan as read from a file");
    public static readonly ProcessKind Correct = new("reform.plan.correct", "Sửa bản đọc kế hoạch", "header, tasks, products and lines of a draft plan");
    public static readonly ProcessKind Map = new("reform.plan.map-unit", "Xác định đơn vị trong kế hoạch", "the unit or group meant by a name in a plan");
    public static readonly ProcessKind Commit = new("reform.plan.commit", "Đưa kế hoạch vào theo dõi", "status of the plan, its obligations");
    public static readonly ProcessKind Discard = new("reform.plan.discard", "Bỏ bản nháp kế hoạch", "removes a draft plan");
    public static readonly ProcessKind Close = new("reform.plan.close", "Kết thúc theo dõi kế hoạch", "status of the plan", NeedsReason: true);
    public static readonly ProcessKind Generate = new("reform.obligations.generate", "Lập các kỳ phải thực hiện", "obligations of a plan");
    public static readonly ProcessKind Occasion = new("reform.occasion.register", "Ghi nhận điều kiện hoặc nhu cầu phát sinh", "occasion, its obligations");
    public static readonly ProcessKind Report = new("reform.report.submit", "Báo cáo tiến độ", "a progress report");
    public static readonly ProcessKind Accept = new("reform.report.accept", "Công nhận kết quả", "state of a progress report");
    public static readonly ProcessKind Return = new("reform.report.return", "Trả lại báo cáo", "state of a progress report", NeedsReason: true);
    public static readonly ProcessKind Raise = new("reform.difficulty.raise", "Nêu vướng mắc", "a difficulty");
    public static readonly ProcessKind Answer = new("reform.difficulty.answer", "Trả lời vướng mắc", "answer of a difficulty");
    public static readonly ProcessKind Link = new("reform.target.link", "Gắn chỉ tiêu với mục tiêu", "indicator of a target");
    public static readonly ProcessKind Remind = new("reform.remind", "Nhắc hạn nhiệm vụ", "notices to accounts of units");

    public static readonly IReadOnlyList<ProcessKind> All = [Upload, Correct, Map, Commit, Discard, Close, Generate, Occasion, Report, Accept, Return, Raise, Answer, Link, Remind];
}
