using CongVu.Platform.Web;
using CongVu.Decisions.Actions;
using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Effects;
using CongVu.Decisions.Numbers;
using CongVu.Decisions.Printing;
using CongVu.Decisions.UseCases;
using CongVu.Law;
using CongVu.Platform.Acts;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CongVu.Decisions;

/// <summary>The catalogue of personnel actions and the life of decisions. See README.md of the module.</summary>
public sealed class DecisionsModule : Module
{
    /// <inheritdoc />
    public override string Name => "Decisions";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => DecisionPermissions.All;

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Decisions, "Quyết định", "file-text", DecisionLinks.List, DecisionPermissions.Read, 10),
        new(MenuSection.Decisions, "Soạn quyết định", "pencil", DecisionLinks.New, DecisionPermissions.Draft, 20),
    ];

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => DecisionProcesses.All;

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(_ => LawBook.Load());
        services.TryAddSingleton(new PdfConverterOptions());
        services.TryAddSingleton<PdfConverter>();
        AddActions(services);
        AddChecks(services);
        AddUseCases(services);

        services.AddScoped<EffectApplier, DecisionEffectApplier>();
        services.AddScoped<JobHandler, ApplyDecisionJob>();
        services.AddScoped<JobHandler, PrintDecisionJob>();
    }

    private static void AddActions(IServiceCollection services)
    {
        services.AddScoped<LegalBases>().AddScoped<PersonStates>().AddScoped<PostChange>().AddScoped<LeadershipLaw>().AddScoped<AppointConditions>();
        services.AddScoped<PersonnelAction, AppointAction>();
        services.AddScoped<PersonnelAction, StepRaiseAction>();
    }

    private static void AddChecks(IServiceCollection services) =>
        services.AddScoped<ActionCatalogue>().AddScoped<CaseBuilder>().AddScoped<PersonLookup>().AddScoped<RecordRules>().AddScoped<PendingActs>().AddScoped<SignerPosts>()
            .AddScoped<AuthorityCheck>().AddScoped<SeparationOfDuties>().AddScoped<DecisionAssessor>();

    private static void AddUseCases(IServiceCollection services) =>
        services.AddScoped<DecisionStore>().AddScoped<DecisionDesk>().AddScoped<DecisionAccess>().AddScoped<DecisionNotices>().AddScoped<AssessmentRecord>().AddScoped<NumberRegister>()
            .AddScoped<DraftItems>().AddScoped<DraftTitle>().AddScoped<DraftEditing>()
            .AddScoped<StartDraftHandler>().AddScoped<SaveDraftHandler>().AddScoped<EditItemsHandler>().AddScoped<PreviewDraft>().AddScoped<AllowOverrideHandler>()
            .AddScoped<SubmitDecisionHandler>().AddScoped<ReturnDecisionHandler>().AddScoped<DiscardDraftHandler>().AddScoped<VerifyDecisionHandler>().AddScoped<SignDecisionHandler>()
            .AddScoped<SubjectLocks>().AddScoped<EffectPlan>().AddScoped<EffectRunner>().AddScoped<DutyEnds>().AddScoped<Appliers>().AddScoped<EarlierDecisions>()
            .AddScoped<PaperWords>().AddScoped<DecisionPaper>();
}
