using CongVu.Platform.Processes;

namespace CongVu.Examinations.HandOver;

/// <summary>The named processes of what follows published results.</summary>
internal static class HandOverProcesses
{
    public static readonly ProcessKind Claim = new("examinations.result.hand-over", "Lập dự thảo quyết định từ kết quả thi", "candidates whose result goes into a draft");
    public static readonly ProcessKind Drafted = new("examinations.result.drafted", "Ghi dự thảo quyết định của kết quả thi", "candidates handed over: their draft, or given back when none came of it");
    public static readonly ProcessKind Certify = new("examinations.result.certify", "Cấp giấy chứng nhận kết quả thi", "certificates with their numbers in the register");

    public static readonly IReadOnlyList<ProcessKind> All = [Claim, Drafted, Certify];
}
