using CongVu.Platform.Processes;

namespace CongVu.Examinations.Results;

/// <summary>The named processes of announced marks, parts marked face to face, vacancies and ties.</summary>
internal static class ResultProcesses
{
    public static readonly ProcessKind Announce = new("examinations.sitting.announce", "Công bố điểm bài thi", "sitting: day its marks are announced");
    public static readonly ProcessKind OpenPart = new("examinations.direct.open", "Lập phần thi chấm trực tiếp", "part of an examination, its weight and number of examiners");
    public static readonly ProcessKind MarkPart = new("examinations.direct.mark", "Chấm trực tiếp", "mark of one examiner for one candidate");
    public static readonly ProcessKind DecidePart = new("examinations.direct.decide", "Quyết định điểm chấm trực tiếp", "mark of a candidate where examiners differ too much, or absence", NeedsReason: true);
    public static readonly ProcessKind SetVacancies = new("examinations.exam.vacancies", "Ghi chỉ tiêu theo vị trí", "how many are wanted for each position");
    public static readonly ProcessKind OrderTie = new("examinations.result.tie", "Quyết định thứ tự khi bằng điểm", "order of candidates whom the law leaves equal", NeedsReason: true);

    public static readonly IReadOnlyList<ProcessKind> All = [Announce, OpenPart, MarkPart, DecidePart, SetVacancies, OrderTie];
}
