using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Acts;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CongVu.Organisation;

/// <summary>Units through time and who may decide what.</summary>
public sealed class OrganisationModule : Module
{
    /// <inheritdoc />
    public override string Name => "Organisation";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => [OrganisationPermissions.Read, OrganisationPermissions.EditAuthority, OrganisationPermissions.Delegate];

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Organisation, "Cơ quan, đơn vị", "building", OrganisationLinks.Tree, OrganisationPermissions.Read, 10),
        new(MenuSection.Organisation, "Sơ đồ tổ chức", "sitemap", OrganisationLinks.Chart, OrganisationPermissions.Read, 20),
        new(MenuSection.Organisation, "Phân cấp quản lý", "table", OrganisationLinks.Authority, OrganisationPermissions.Read, 30),
        new(MenuSection.Organisation, "Ai ký việc này?", "signature", OrganisationLinks.WhoSigns, OrganisationPermissions.Read, 40),
        new(MenuSection.Organisation, "Ủy quyền ký", "user-check", OrganisationLinks.Delegations, OrganisationPermissions.Read, 50),
    ];

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => AuthorityProcesses.All;

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<UnitArchives>();
        services.AddSingleton<AuthorityBooks>();
        services.AddScoped<Revisions>();
        foreach (var reading in Revisions.WithSession) services.AddSingleton(reading);
        services.AddScoped<UnitChronicle>();
        services.AddScoped(sp => new UnitDirectory(sp.GetRequiredService<Revisions>(), sp.GetRequiredService<UnitArchives>(), sp.GetRequiredService<UnitChronicle>()));
        services.AddScoped<IUnitHierarchy, UnitHierarchy>();

        services.AddScoped<UnitLedger>();
        services.AddScoped<UnitDependence>();
        services.AddScoped(sp => new UnitActRules(sp.GetRequiredService<UnitLedger>()));
        services.AddScoped<EffectApplier, UnitEffectApplier>();
        services.AddScoped<UnitEffectImport>();

        services.TryAddSingleton(_ => LawBook.Load());
        foreach (var action in AuthorityActions.First) services.AddSingleton(action);
        services.AddScoped(sp => new AuthorityRules(sp.GetRequiredService<Revisions>(), sp.GetRequiredService<AuthorityBooks>(), sp.GetRequiredService<UnitDirectory>(), sp.GetRequiredService<LawBook>(), sp.GetServices<AuthorityAction>()));
        services.AddScoped<AuthorityImport>();
        services.AddScoped<AuthorityEditing>();
        services.AddScoped<DelegationEditing>();

        services.AddScoped<SearchSource, UnitSearch>();
    }
}
