using CongVu.Platform.Processes;

namespace CongVu.Examinations.Archive;

/// <summary>The named processes of an examination that is over.</summary>
internal static class ArchiveProcesses
{
    public static readonly ProcessKind Seal = new("examinations.archive.seal", "Niêm phong hồ sơ kỳ thi", "package of an examination, its hash and how long it is kept");
    public static readonly ProcessKind Copy = new("examinations.archive.copy", "Ghi nhận bản sao hồ sơ kỳ thi", "copy of a package, after it was read back");
    public static readonly ProcessKind CopyGone = new("examinations.archive.copy-gone", "Ghi đã hủy bản sao", "copy: destroyed, by whom and when");
    public static readonly ProcessKind Hold = new("examinations.archive.hold", "Tạm dừng tiêu hủy", "hold on the destruction of an examination's papers", NeedsReason: true);
    public static readonly ProcessKind Lift = new("examinations.archive.lift", "Bỏ tạm dừng tiêu hủy", "hold: lifted", NeedsReason: true);
    public static readonly ProcessKind Propose = new("examinations.archive.propose", "Đề nghị tiêu hủy tài liệu thi", "destruction that waits for a second person", NeedsReason: true);
    public static readonly ProcessKind Withdraw = new("examinations.archive.withdraw", "Trả lại đề nghị tiêu hủy", "removes a destruction that waits", NeedsReason: true);
    public static readonly ProcessKind Destroy = new("examinations.archive.destroy", "Tiêu hủy tài liệu thi", "removes answers, sealed banks and secrets, files carried by hand, photographs and the package, by a second person; writes down what went");

    public static readonly IReadOnlyList<ProcessKind> All = [Seal, Copy, CopyGone, Hold, Lift, Propose, Withdraw, Destroy];
}
