using CongVu.Platform.Processes;

namespace CongVu.Examinations.Prints;

/// <summary>The named processes of papers as PDF.</summary>
internal static class PrintProcesses
{
    public static readonly ProcessKind Order = new("examinations.print.order", "Đặt tạo bản PDF", "paper of an examination, sealed, that waits to become a PDF");
    public static readonly ProcessKind Make = new("examinations.print.make", "Tạo bản PDF", "paper of an examination: its PDF, sealed, or why there is none");

    public static readonly IReadOnlyList<ProcessKind> All = [Order, Make];
}
