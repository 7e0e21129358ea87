using CongVu.Communes.Contracts;
using CongVu.Communes.Domain;
using CongVu.Communes.Facts;
using CongVu.Communes.Funds;
using CongVu.Communes.Holders;
using CongVu.Communes.Titles;
using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Communes;

/// <summary>Communes: class, numbers, villages, part-time titles and lump-sum funds. See README.md of the module.</summary>
public sealed class CommunesModule : Module
{
    /// <inheritdoc />
    public override string Name => "Communes";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => CommunePermissions.All;

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => CommuneProcesses.All;

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Organisation, "Cấp xã", "building-community", CommuneLinks.Communes, CommunePermissions.Read, 50),
        new(MenuSection.Organisation, "Chức danh, phụ cấp cấp xã", "list-details", CommuneLinks.Resolutions, CommunePermissions.Read, 60),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CommuneFacts>().AddScoped<ProfileKeeping>().AddScoped<VillageKeeping>().AddScoped<ResolutionKeeping>();
        services.AddScoped<CommuneReckoning>().AddScoped<FundPapers>().AddScoped<TitleChoices>().AddScoped<FundLimits>().AddScoped<HolderKeeping>().AddScoped<LeavingEstimate>();
        services.AddScoped<ActionCondition, NumberCondition>();
        services.AddScoped<FileGuard, CommuneFileGuard>();
        services.AddScoped<WorkItemSource, CommuneWork>();
        services.AddScoped(sp => new CommunePractice(sp.GetRequiredService<CongVuDb>(), sp.GetRequiredService<UnitDirectory>(), sp.GetRequiredService<People>(), sp.GetRequiredService<ProcessLog>(), sp.GetRequiredService<TimeProvider>()));
    }
}
