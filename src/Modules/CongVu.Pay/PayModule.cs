using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Pay.LawUses;
using CongVu.Pay.Actions;
using CongVu.Pay.Contracts;
using CongVu.Pay.Domain;
using CongVu.Pay.Due;
using CongVu.Pay.Early;
using CongVu.Pay.Payrolls;
using CongVu.Pay.Sheets;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Pay;

/// <summary>Raises, pay through time, payroll. See README.md of the module.</summary>
public sealed class PayModule : Module
{
    /// <inheritdoc />
    public override string Name => "Pay";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => PayPermissions.All;

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => PayProcesses.All;

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Pay, "Đến hạn nâng bậc lương", "stairs-up", PayLinks.Due, PayPermissions.Read, 10),
        new(MenuSection.Pay, "Nâng bậc trước thời hạn", "medal", PayLinks.Rounds, PayPermissions.Read, 20),
        new(MenuSection.Pay, "Thâm niên vượt khung", "trending-up", PayLinks.OverScale, PayPermissions.Read, 30),
        new(MenuSection.Pay, "Bảng lương đơn vị", "list-numbers", PayLinks.Payroll, PayPermissions.Read, 40),
        new(MenuSection.Pay, "Dự báo 12 tháng", "chart-bar", PayLinks.Forecast, PayPermissions.Read, 50),
        new(MenuSection.Pay, "Tác động lương cơ sở", "coins", PayLinks.BaseSalary, PayPermissions.Report, 60),
        new(MenuSection.Pay, "Lương của tôi", "cash", PayLinks.Own, PayPermissions.Own, 70),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<PersonnelAction, EarlyRaiseAction>();
        services.AddScoped<PersonnelAction, OverScaleAction>();
        services.AddSingleton(new AuthorityAction(PayActions.EarlyRaise, "Nâng bậc lương trước thời hạn", 52));
        services.AddSingleton(new AuthorityAction(PayActions.OverScale, "Phụ cấp thâm niên vượt khung", 54));
        services.AddScoped<StepFacts>().AddScoped<RaiseReckoning>().AddScoped<RaiseListing>().AddScoped<RaiseForecast>().AddScoped<FactNoting>();
        services.AddScoped<EarlyRaiseRecords>().AddScoped<CandidateJudging>().AddScoped<RoundReading>().AddScoped<RoundEditing>().AddScoped<RoundDeciding>().AddScoped<RoundPapers>().AddScoped<RetirementRaises>();
        services.AddSingleton<MonthlyRules>();
        services.AddScoped<PaySheet>().AddScoped<PayPapers>().AddScoped<PayrollReckoning>().AddScoped<BaseSalaryEffect>();
        services.AddScoped<ImpactSource, PayrollImpact>();
        services.AddScoped<FileGuard, PayFileGuard>();
        services.AddScoped<WorkItemSource, PayWork>();
        services.AddScoped<LawUseSource, PayLawUses>();
        services.AddScoped(sp => new PayPractice(sp.GetRequiredService<CongVuDb>(), sp.GetRequiredService<LawBook>(), sp.GetRequiredService<UnitDirectory>(), sp.GetRequiredService<RaiseReckoning>(), sp.GetRequiredService<RoundReading>(),
            sp.GetRequiredService<ProcessLog>(), sp.GetRequiredService<TimeProvider>()));
    }
}
