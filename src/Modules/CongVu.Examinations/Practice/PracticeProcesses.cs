using CongVu.Platform.Processes;

namespace CongVu.Examinations.Practice;

/// <summary>The named processes of practice papers.</summary>
internal static class PracticeProcesses
{
    public static readonly ProcessKind Draw = new("examinations.practice.draw", "Rút đề ôn tập", "practice paper of the own account, its questions");
    public static readonly ProcessKind Save = new("examinations.practice.save", "Lưu bài ôn tập", "answers of the own practice paper");
    public static readonly ProcessKind Finish = new("examinations.practice.finish", "Nộp bài ôn tập", "answers and score of the own practice paper; nothing is changed after");

    public static readonly IReadOnlyList<ProcessKind> All = [Draw, Save, Finish];
}
