using CongVu.Platform.Audit;
using CongVu.Platform.Modules;

namespace CongVu.Platform.Processes;

/// <summary>All named processes of the installation; docs/processes.md lists the same, and a test compares.</summary>
public sealed class ProcessCatalogue(ModuleList modules)
{
    /// <summary>Every process by code, with the module that owns it.</summary>
    public IReadOnlyList<(string Module, ProcessKind Kind)> All { get; } =
        [.. PlatformProcesses.All.Select(k => ("Platform", k)), .. modules.All.SelectMany(m => m.Processes.Select(k => (m.Name, k)))];
}

/// <summary>Processes of the engine itself.</summary>
public static class PlatformProcesses
{
    /// <summary>Opens an account.</summary>
    public static readonly ProcessKind OpenAccount = new("platform.account.open", "Mở tài khoản", "account, its first grant", NeedsReason: true);
    /// <summary>Changes name, unit label or person of an account.</summary>
    public static readonly ProcessKind ChangeAccount = new("platform.account.change", "Sửa tài khoản", "account", NeedsReason: true);
    /// <summary>Ties an account to a person's record.</summary>
    public static readonly ProcessKind LinkAccount = new("platform.account.link", "Gắn tài khoản với hồ sơ", "person of an account", NeedsReason: true);
    /// <summary>Unties an account from a person's record.</summary>
    public static readonly ProcessKind UnlinkAccount = new("platform.account.unlink", "Gỡ hồ sơ khỏi tài khoản", "person of an account", NeedsReason: true);
    /// <summary>Closes an account; its sessions end at once.</summary>
    public static readonly ProcessKind CloseAccount = new("platform.account.close", "Ngừng tài khoản", "account, its sessions", NeedsReason: true);
    /// <summary>Opens a closed account again.</summary>
    public static readonly ProcessKind ReopenAccount = new("platform.account.reopen", "Mở lại tài khoản", "account", NeedsReason: true);
    /// <summary>New first password and second factor.</summary>
    public static readonly ProcessKind ResetAccount = new("platform.account.reset", "Cấp lại mật khẩu và mã xác thực", "account, its sessions", NeedsReason: true);
    /// <summary>Gives a role.</summary>
    public static readonly ProcessKind Grant = new("platform.grant.give", "Giao quyền", "grant", NeedsReason: true);
    /// <summary>Takes a role back, at once.</summary>
    public static readonly ProcessKind Revoke = new("platform.grant.revoke", "Thu hồi quyền", "grant", NeedsReason: true);
    /// <summary>Puts a dead job back into the queue.</summary>
    public static readonly ProcessKind RetryJob = new("platform.job.retry", "Chạy lại công việc nền", "job");

    internal static readonly ProcessKind[] All = [OpenAccount, ChangeAccount, LinkAccount, UnlinkAccount, CloseAccount, ReopenAccount, ResetAccount, Grant, Revoke, RetryJob, BulkReadingWatch.Alarm];
}
