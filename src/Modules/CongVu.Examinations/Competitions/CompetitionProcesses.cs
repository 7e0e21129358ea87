using CongVu.Platform.Processes;

namespace CongVu.Examinations.Competitions;

/// <summary>The named processes of competitions for leading posts.</summary>
internal static class CompetitionProcesses
{
    public static readonly ProcessKind SetRules = new("examinations.competition.rules", "Ghi quy chế thi tuyển", "regulation of a competition, its posts and how many are wanted for each");
    public static readonly ProcessKind Register = new("examinations.competition.register", "Đăng ký thi tuyển lãnh đạo", "candidate of the own record, for one post");
    public static readonly ProcessKind Withdraw = new("examinations.competition.withdraw", "Rút đăng ký thi tuyển", "the own candidate, while registration is open");
    public static readonly ProcessKind HandIn = new("examinations.competition.scheme", "Nộp đề án", "a project of the own candidate; earlier ones are kept");
    public static readonly ProcessKind BringIn = new("examinations.competition.scheme-for", "Nhận đề án thay thí sinh", "a project of a candidate, brought in by the council", NeedsReason: true);

    public static readonly IReadOnlyList<ProcessKind> All = [SetRules, Register, Withdraw, HandIn, BringIn];
}
