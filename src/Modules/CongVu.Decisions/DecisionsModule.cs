using CongVu.Platform.Web;
using CongVu.Decisions.Actions;
using CongVu.Decisions.Authority;
using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Data.Queries;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Effects;
using CongVu.Decisions.Import;
using CongVu.Decisions.Numbers;
using CongVu.Decisions.Printing;
using CongVu.Decisions.Undoing;
using CongVu.Decisions.UseCases;
using CongVu.Decisions.LawUses;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Events;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Work;
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
        new(MenuSection.Decisions, "Sổ đăng ký quyết định", "book", DecisionLinks.Register, DecisionPermissions.Read, 40),
        new(MenuSection.Decisions, "Ký sai thẩm quyền", "shield-check", DecisionLinks.WrongAuthority, DecisionPermissions.ReadAuthority, 50),
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

        services.AddSingleton(new DecisionAddress(DecisionLinks.Decision));
        services.AddSingleton(new CorrectionAddress(DecisionLinks.Correct, DecisionPermissions.AnnulDraft));
        services.AddScoped<EffectApplier, DecisionEffectApplier>();
        services.AddScoped<JobHandler, ApplyDecisionJob>();
        services.AddScoped<JobHandler, PrintDecisionJob>();
        services.AddScoped<AuthorityReview>().AddScoped<WrongAuthorityList>().AddScoped<Pages.Authority.FindingTable>().AddScoped<HandleFindingHandler>();
        services.AddScoped<JobHandler, CheckImportedJob>();
        services.AddScoped<JobHandler, RecheckAuthorityJob>();
        services.AddEventHandler<AuthorityRulesChanged, RulesChangedHandler>();
        services.AddScoped<DecisionCopy>();
        services.AddScoped(sp => new DraftStart(sp.GetRequiredService<StartDraftHandler>(), sp.GetRequiredService<SuggestValues>()));
        services.AddScoped(sp => new ActsOnPeople(sp.GetRequiredService<CongVuDb>()));
        services.AddScoped(sp => new DecisionBases(sp.GetRequiredService<LegalBases>()));
        foreach (var (code, label, icon, order) in ManyAtOnce) services.AddSingleton(new PersonListAction(label, icon, DecisionLinks.FromSelection(code), DecisionPermissions.Draft, order));
        services.AddScoped<RegisterBook>();
        services.AddScoped<DecisionList>().AddScoped<MayDo>().AddScoped<WaitingForMe>().AddScoped<Attachments>();
        services.AddScoped<WorkItemSource, DecisionWork>();
        services.AddScoped<SearchSource, DecisionSearch>();
        services.AddScoped<LawUseSource, DecisionLawUses>().AddScoped<DecisionsByValue, SignedByValue>();
        services.AddScoped<FileGuard, DecisionFileGuard>();
        services.AddScoped(sp => new DecisionImport(sp.GetRequiredService<DecisionCopy>()));
    }

    /// <summary>Actions that the list of people offers for whoever is picked there.</summary>
    private static readonly (string Code, string Label, string Icon, int Order)[] ManyAtOnce =
    [
        (ActionCodes.StepRaise, "Nâng bậc lương", "stairs-up", 10), (ActionCodes.Transfer, "Điều động", "exchange", 20), (ActionCodes.Retire, "Nghỉ hưu", "door-exit", 30),
    ];

    private static void AddActions(IServiceCollection services)
    {
        services.AddScoped<LegalBases>().AddScoped<PersonStates>().AddScoped<PostChange>().AddScoped<LeadershipLaw>().AddScoped<AppointConditions>()
            .AddScoped<WorkingCalendar>().AddScoped<ReappointRules>().AddScoped<RecruitInputs>().AddScoped<RecruitConditions>().AddScoped<DraftSubjects>();
        services.AddScoped<PersonnelAction, RecruitAction>();
        services.AddScoped<PersonnelAction, TransferAction>();
        services.AddScoped<PersonnelAction, AppointAction>();
        services.AddScoped<PersonnelAction, ReappointAction>();
        services.AddScoped<PersonnelAction, StepRaiseAction>();
        services.AddScoped<PersonnelAction, RetireAction>();
        services.AddScoped<UnitActs>();
        services.AddScoped<PersonnelAction, UnitEstablishAction>();
        services.AddScoped<PersonnelAction, UnitRenameAction>();
        services.AddScoped<PersonnelAction, UnitMoveAction>();
        services.AddScoped<PersonnelAction, UnitDissolveAction>();
        services.AddScoped<Targets>().AddScoped<Domino>().AddScoped<Corrections>().AddScoped<UndoText>().AddScoped<StartUndoingHandler>();
        services.AddScoped<PersonnelAction, CorrectAction>();
        services.AddScoped<PersonnelAction, AnnulAction>();
    }

    private static void AddChecks(IServiceCollection services) =>
        services.AddScoped<ActionCatalogue>().AddScoped<CaseBuilder>().AddScoped<PersonLookup>().AddScoped<RecordRules>().AddScoped<PendingActs>().AddScoped<MovedSince>().AddScoped<SignerPosts>()
            .AddScoped<AuthorityCheck>().AddScoped<SeparationOfDuties>().AddScoped<DecisionAssessor>();

    private static void AddUseCases(IServiceCollection services) =>
        services.AddScoped<DecisionStore>().AddScoped<DecisionDesk>().AddScoped<DecisionAccess>().AddScoped<DecisionNotices>().AddScoped<AssessmentRecord>().AddScoped<NumberRegister>()
            .AddScoped<DraftItems>().AddScoped<DraftTitle>().AddScoped<DraftEditing>()
            .AddScoped<StartDraftHandler>().AddScoped<SaveDraftHandler>().AddScoped<EditItemsHandler>().AddScoped<SuggestValues>().AddScoped<PastedPeople>().AddScoped<PreviewDraft>().AddScoped<AllowOverrideHandler>()
            .AddScoped<SubmitDecisionHandler>().AddScoped<ReturnDecisionHandler>().AddScoped<DiscardDraftHandler>().AddScoped<VerifyDecisionHandler>().AddScoped<SignDecisionHandler>()
            .AddScoped<SubjectLocks>().AddScoped<EffectPlan>().AddScoped<EffectRunner>().AddScoped<DutyEnds>().AddScoped<Appliers>().AddScoped<EarlierDecisions>()
            .AddScoped<PaperWords>().AddScoped<DecisionPaper>();
}
