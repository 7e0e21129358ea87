using CongVu.Platform.Files;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Work;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Indicators;
using CongVu.Reform.Reports;
using CongVu.Reform.UseCases;
using CongVu.Reform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Reform;

/// <summary>Reform plans read, tracked and measured. See README.md of the module.</summary>
public sealed class ReformModule : Module
{
    /// <inheritdoc />
    public override string Name => "Reform";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => ReformPermissions.All;

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => ReformProcesses.All;

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Plan, "Kế hoạch cải cách", "target-arrow", ReformLinks.Plans, ReformPermissions.Read, 10),
        new(MenuSection.Plan, "Nhiệm vụ của đơn vị tôi", "checklist", ReformLinks.Mine, ReformPermissions.Report, 20),
        new(MenuSection.Plan, "Báo cáo chờ công nhận", "clipboard-check", ReformLinks.ToJudge, ReformPermissions.Accept, 30),
        new(MenuSection.Plan, "Chỉ tiêu", "chart-line", ReformLinks.Indicators, ReformPermissions.Read, 40),
        new(MenuSection.Plan, "Vướng mắc", "message-circle", ReformLinks.Difficulties, ReformPermissions.Read, 50),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<Tracking>();
        services.AddScoped<UnitLabels>();
        services.AddScoped<ResponsibleUnits>();
        services.AddScoped<PlanDrafting>();
        services.AddScoped<PlanCorrecting>();
        services.AddScoped<PlanLaunching>();
        services.AddScoped<ObligationBook>();
        services.AddScoped<Reporting>();
        services.AddScoped<ProgressPaper>();

        services.AddScoped<Indicator, CivilServantDegrees>();
        services.AddScoped<Indicator, AllDegrees>();
        services.AddScoped<Indicator, CompetitiveAppointments>();
        services.AddScoped<Indicator, ReportedOnTime>();
        services.AddScoped<Indicator, StaffByCategory>();
        services.AddSingleton<IndicatorMemory>();
        services.AddScoped<IndicatorHistory>();
        services.AddScoped<TargetStates>();
        services.AddScoped<PlanStart>();

        services.AddScoped<FileGuard, PlanFileGuard>();
        services.AddScoped<FileGuard, EvidenceFileGuard>();
        services.AddScoped<WorkItemSource, ReformWork>();
        services.AddScoped<SearchSource, TaskSearch>();
        services.AddSingleton<HomePanel, PlanGlancePanel>();
        services.AddScoped<Reminders>();
        services.AddScoped<JobHandler, DailyObligations>();
        services.AddScoped<JobHandler, ReadPlanJob>();
        services.AddSingleton(DailyObligations.Recurring);
        services.AddScoped(sp => new ReformPractice(sp.GetRequiredService<CongVuDb>(), sp.GetRequiredService<PlanDrafting>(), sp.GetRequiredService<PlanLaunching>(),
            sp.GetRequiredService<ProcessLog>(), sp.GetRequiredService<TimeProvider>()));
    }
}
