using CongVu.Legislation.Contracts;
using CongVu.Legislation.Domain;
using CongVu.Legislation.UseCases;
using CongVu.Legislation.Work;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Legislation;

/// <summary>The legal register on screen and the law the installation runs on. See README.md of the module.</summary>
public sealed class LegislationModule : Module
{
    /// <inheritdoc />
    public override string Name => "Legislation";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => LegislationPermissions.All;

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Law, "Văn bản", "gavel", LegislationLinks.Register, LegislationPermissions.Read, 10),
        new(MenuSection.Law, "Giá trị pháp luật", "scale", LegislationLinks.Values, LegislationPermissions.Read, 20),
        new(MenuSection.Law, "Cần đối chiếu", "clipboard-check", LegislationLinks.ToDo, LegislationPermissions.Follow, 30),
        new(MenuSection.Law, "Cập nhật pháp luật", "file-plus", LegislationLinks.Changes, LegislationPermissions.Follow, 40),
    ];

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => LegislationProcesses.All;

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LawInUse>();
        // Not kept by anybody: whoever asks gets the law of the moment. The law folder alone serves where this module is not installed.
        services.AddTransient(sp => sp.GetRequiredService<LawInUse>().Current);
        services.AddHostedService<LawWatch>();
        services.AddSingleton<ToDoList>();
        services.AddScoped<Pages.Impact.ImpactLines>();
        services.AddScoped<ChangeStore>().AddScoped<ChangeDrafting>().AddScoped<ChangeDeciding>().AddScoped<Comparing>().AddScoped<Previewing>();
        services.AddScoped<JobHandler, ImpactJob>();
        services.AddScoped<WorkItemSource, LegislationWork>();
        services.AddScoped<SearchSource, LawSearch>();
        services.AddScoped<FileGuard, CheckEvidenceGuard>();
    }
}
