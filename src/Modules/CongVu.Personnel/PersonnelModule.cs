using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Data;
using CongVu.Personnel.Declarations;
using CongVu.Personnel.Disputes;
using CongVu.Personnel.Domain;
using CongVu.Personnel.Domain.Rules;
using CongVu.Personnel.Impact;
using CongVu.Personnel.Lists;
using CongVu.Personnel.UnitViews;
using CongVu.Personnel.UseCases;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CongVu.Personnel;

/// <summary>Persons and their dated facts.</summary>
public sealed class PersonnelModule : Module
{
    /// <inheritdoc />
    public override string Name => "Personnel";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => PersonnelPermissions.All;

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Records, "Hồ sơ cán bộ", "users", PersonnelLinks.People, PersonnelPermissions.Read, 10),
        new(MenuSection.Records, "Tự kê khai", "user-edit", PersonnelLinks.Declarations, PersonnelPermissions.Declare, 40),
        new(MenuSection.Records, "Đề nghị đính chính", "message-report", PersonnelLinks.Disputes, PersonnelPermissions.RaiseDisputes, 41),
        new(MenuSection.Records, "Kê khai chờ xem xét", "clipboard-check", PersonnelLinks.DeclarationsToReview, PersonnelPermissions.ReadRequests, 20),
        new(MenuSection.Records, "Đề nghị đính chính chờ trả lời", "message-report", PersonnelLinks.DisputesToAnswer, PersonnelPermissions.ReadRequests, 21),
        new(MenuSection.Reports, "Đơn vị và ngạch", "table", PersonnelLinks.UnitByRank, PersonnelPermissions.Report, 10),
    ];

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => PersonnelProcesses.All;

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(_ => LawBook.Load());
        services.AddScoped<Pages.Record.RecordView>();
        services.AddSingleton<StaffCodes>();
        services.AddSingleton<FactTables>();
        services.AddSingleton<EffectLog>();
        services.AddSingleton<EffectWords>();
        services.AddSingleton<RecordRules>();
        services.AddSingleton<RecordView>();
        services.AddSingleton<BulkLoad>();
        services.AddSingleton<ReplayCheck>();
        services.AddSingleton(sp => new PersonImport(sp.GetRequiredService<BulkLoad>()));
        services.AddSingleton(sp => new RecordReplay(sp.GetRequiredService<ReplayCheck>()));

        services.AddScoped<Appointments>().AddScoped<AllowanceRows>();
        services.AddScoped<RecordBook>();
        services.AddScoped<StandingEffects>();
        services.AddScoped<RecordArchive>();
        services.AddScoped<RecordReader>();
        services.AddScoped<RecordDependents>();
        services.AddScoped<PersonFiltering>();
        services.AddScoped<PersonEffectApplier>();
        services.AddScoped<EffectApplier>(sp => sp.GetRequiredService<PersonEffectApplier>());
        services.AddScoped(sp => new People(sp.GetRequiredService<CongVuDb>(), sp.GetRequiredService<Gate>(), sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<PersonFiltering>(), sp.GetRequiredService<RecordReader>(), sp.GetRequiredService<UnitRankCounts>(), sp.GetRequiredService<StaffCounts>()));
        services.AddScoped(sp => new PersonActRules(sp.GetRequiredService<ActCheck>()));
        services.AddScoped<ActCheck>();

        services.AddSingleton<UnitRankCounts>();
        services.AddSingleton<StaffCounts>();
        services.AddSingleton<LongLists>();
        services.AddSingleton<FilterChoices>();
        services.AddScoped<PersonListing>();
        services.AddScoped(sp => new PersonSelection(sp.GetRequiredService<People>(), sp.GetRequiredService<UnitDirectory>()));
        services.AddScoped<SearchSource, PersonSearchSource>();
        services.AddScoped<HeadcountSource, PeopleCounts>();
        services.AddScoped<LeaderSource, PostLeaders>();
        services.AddScoped<UnitPanel, UnitStaffPanel>();

        services.AddScoped<StaffToday>();
        services.AddScoped<ImpactSource, RetirementImpact>().AddScoped<ImpactSource, StepRaiseImpact>();
        services.AddScoped<LawUseSource, PersonnelLawUses>();

        services.AddScoped<JobHandler, TodayRefresh>();
        services.AddSingleton(TodayRefresh.Recurring);
        AddSelfService(services);
    }

    private static void AddSelfService(IServiceCollection services)
    {
        services.AddSingleton<DeclaredWords>().AddSingleton<DeclaredChecks>();
        services.AddScoped<CaseNumbers>().AddScoped<SelfServiceNotices>().AddScoped<Requests>();
        services.AddScoped<DeclarationStore>().AddScoped<DeclarationDesk>().AddScoped<DeclarationReview>().AddScoped<DisputeDesk>();
        services.AddScoped<WorkItemSource, SelfServiceWork>();
        services.AddScoped<FileGuard, DeclarationFileGuard>();
        services.AddScoped<FileGuard, DisputeFileGuard>();
    }
}
