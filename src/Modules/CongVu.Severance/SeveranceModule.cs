using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Work;
using CongVu.Severance.Actions;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Domain;
using CongVu.Severance.Inspections;
using CongVu.Severance.Resigning;
using CongVu.Severance.Retiring;
using CongVu.Severance.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Severance;

/// <summary>Retirement, downsizing, resignation. See README.md of the module.</summary>
public sealed class SeveranceModule : Module
{
    /// <inheritdoc />
    public override string Name => "Severance";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => SeverancePermissions.All;

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => SeveranceProcesses.All;

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Pay, "Nghỉ hưu", "door-exit", SeveranceLinks.Retirement, SeverancePermissions.Read, 80),
        new(MenuSection.Pay, "Tinh giản biên chế", "users-minus", SeveranceLinks.Schemes, SeverancePermissions.Read, 90),
        new(MenuSection.Pay, "Thôi việc", "user-minus", SeveranceLinks.Resignations, SeverancePermissions.Read, 95),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<PersonnelAction, DownsizeAction>();
        services.AddScoped<PersonnelAction, ResignAction>();
        services.AddScoped<ActionCondition, RepaymentCondition>();
        services.AddSingleton(new AuthorityAction(SeveranceActions.Downsize, "Tinh giản biên chế", 62));
        services.AddSingleton(new AuthorityAction(SeveranceActions.Resign, "Thôi việc theo nguyện vọng", 64));
        services.AddScoped<CaseReckoner>().AddScoped<CaseReading>().AddScoped<CaseEditing>();
        services.AddScoped<SchemeReading>().AddScoped<SchemeEditing>().AddScoped<BatchDeciding>().AddScoped<ProvinceHeads>().AddScoped<ListTemplates>().AddScoped<BatchPapers>().AddScoped<ResultsReport>();
        services.AddScoped<RetirementListing>().AddScoped<RetirementNoticing>().AddScoped<ResignationReading>().AddScoped<ResignationDesk>();
        services.AddScoped<InspectionReading>().AddScoped<InspectionDesk>();
        services.AddScoped<SeverancePapers>();
        services.AddScoped(sp => new SeverancePractice(sp.GetRequiredService<CongVuDb>(), sp.GetRequiredService<UnitDirectory>(), sp.GetRequiredService<People>(), sp.GetRequiredService<ProcessLog>(), sp.GetRequiredService<TimeProvider>()));
        services.AddScoped<FileGuard, SeveranceFileGuard>();
        services.AddScoped<WorkItemSource, SeveranceWork>();
        services.AddScoped<JobHandler, RetirementReminders>();
        services.AddSingleton(RetirementReminders.Recurring);
    }
}
