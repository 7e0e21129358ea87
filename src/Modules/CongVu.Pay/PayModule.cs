using CongVu.Decisions.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Pay.Actions;
using CongVu.Pay.Contracts;
using CongVu.Pay.Domain;
using CongVu.Pay.Due;
using CongVu.Pay.Early;
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
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<PersonnelAction, EarlyRaiseAction>();
        services.AddScoped<PersonnelAction, OverScaleAction>();
        services.AddSingleton(new AuthorityAction(PayActions.EarlyRaise, "Nâng bậc lương trước thời hạn", 52));
        services.AddSingleton(new AuthorityAction(PayActions.OverScale, "Phụ cấp thâm niên vượt khung", 54));
        services.AddScoped<StepFacts>().AddScoped<RaiseReckoning>().AddScoped<RaiseForecast>().AddScoped<FactNoting>().AddScoped<EarlyRaiseRecords>();
    }
}
