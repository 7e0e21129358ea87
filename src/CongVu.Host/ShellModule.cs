using CongVu.Decisions.Contracts;
using CongVu.Host.Accounts;
using CongVu.Platform.Events;
using CongVu.Platform.Modules;
using CongVu.Platform.Security;
using CongVu.Platform.Web;

namespace CongVu.Host;

/// <summary>The host's own screens: home, search, notices, administration.</summary>
public sealed class ShellModule : Module
{
    /// <inheritdoc />
    public override string Name => "Shell";

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services) => services.AddScoped<PersonLabels>().AddEventHandler<DutyEnded, DutyEndedHandler>();

    /// <inheritdoc />
    public override IEnumerable<Platform.Processes.ProcessKind> Processes => [Practice.PracticeImport.Kind];

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Home, "Việc của tôi", "home", "/viec-cua-toi", null, 0),
        new(MenuSection.Administration, "Tài khoản và phân quyền", "users-group", "/quan-tri/tai-khoan", PlatformPermissions.ReadAccounts, 10),
        new(MenuSection.Administration, "Nhật ký truy cập", "history", "/quan-tri/nhat-ky", PlatformPermissions.ReadAudit, 20),
        new(MenuSection.Administration, "Công việc nền", "clock-cog", "/quan-tri/cong-viec", PlatformPermissions.ManageJobs, 30),
    ];
}
