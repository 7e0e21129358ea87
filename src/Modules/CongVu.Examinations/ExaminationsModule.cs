using CongVu.Examinations.Archive;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Competitions;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Blueprints;
using CongVu.Decisions.Contracts;
using CongVu.Examinations.Exams;
using CongVu.Examinations.HandOver;
using CongVu.Examinations.Practice;
using CongVu.Examinations.Prints;
using CongVu.Examinations.Results;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Legislation.Contracts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations;

/// <summary>The question bank, its files and its papers. See README.md of the module.</summary>
public sealed class ExaminationsModule : Module
{
    /// <inheritdoc />
    public override string Name => "Examinations";

    /// <inheritdoc />
    public override IEnumerable<Permission> Permissions => ExaminationPermissions.All;

    /// <inheritdoc />
    public override IEnumerable<ProcessKind> Processes => [.. BankProcesses.All, .. SittingProcesses.All, .. ResultProcesses.All, .. RoomProcesses.All, .. PracticeProcesses.All, .. CompetitionProcesses.All, .. HandOverProcesses.All, .. ArchiveProcesses.All, .. PrintProcesses.All];

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Examinations, "Ngân hàng câu hỏi", "database", ExaminationLinks.Bank, ExaminationPermissions.Bank, 10),
        new(MenuSection.Examinations, "Câu hỏi của tôi", "pencil", ExaminationLinks.Questions, ExaminationPermissions.Write, 20),
        new(MenuSection.Examinations, "Câu hỏi chờ tôi", "clipboard-check", ExaminationLinks.Questions + "?muc=cho-toi", ExaminationPermissions.Review, 30),
        new(MenuSection.Examinations, "Ma trận đề", "grid-dots", ExaminationLinks.Blueprints, ExaminationPermissions.Exams, 40),
        new(MenuSection.Examinations, "Kỳ thi", "school", ExaminationLinks.Exams, ExaminationPermissions.Exams, 50) { Also = ["/thi/ca-thi", "/thi/thi-sinh", "/thi/tu-luan", "/thi/cham-truc-tiep"] },
        new(MenuSection.Examinations, "Phòng thi", "users", ExaminationLinks.Rooms, ExaminationPermissions.Serve, 60),
        new(MenuSection.Examinations, "Ôn tập", "checklist", ExaminationLinks.Practice, ExaminationPermissions.Practice, 70),
        new(MenuSection.Examinations, "Thi tuyển lãnh đạo", "medal", ExaminationLinks.Competitions, ExaminationPermissions.Compete, 80),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<LawStanding>();
        services.AddScoped<ImpactSource, QuestionImpact>();
        services.AddScoped<ItemSafe>();
        services.AddScoped<Importing>();
        services.AddScoped<QuestionDesk>();
        services.AddSingleton<OpenedBanks>();
        services.AddHostedService<DestroyedWatch>();
        services.AddScoped<SittingPapers>();
        services.AddScoped<ExamLaw>();
        services.AddScoped<BlueprintDesk>();
        services.AddScoped<Council>();
        services.AddScoped<ExamDesk>();
        services.AddScoped<CandidateDesk>();
        services.AddScoped<PhotoDesk>();
        services.AddScoped<SittingSealing>();
        services.AddScoped<SeatPlanning>();
        services.AddScoped<SittingLists>();
        services.AddScoped<ScoringDesk>();
        services.AddScoped<EssayDesk>();
        services.AddScoped<DirectReading>();
        services.AddScoped<DirectDesk>();
        services.AddScoped<StandingDesk>();
        services.AddScoped<FaultyDesk>();
        services.AddScoped<ResultReading>();
        services.AddScoped<ResultPapers>();
        services.AddScoped<PackageExport>();
        services.AddScoped<PracticeDesk>();
        services.AddScoped<CompetitionReading>();
        services.AddScoped<CompetitionDesk>();
        services.AddScoped<DirectPapers>();
        services.AddScoped<FileGuard, SchemeFileGuard>();
        services.AddScoped(sp => new ExaminationPractice(sp.GetRequiredService<IServiceScopeFactory>()));
        services.AddScoped<WorkItemSource, ExaminationWork>();
        services.AddScoped<HandOverDesk>();
        services.AddScoped<CertificateDesk>();
        services.AddScoped<PersonnelAction, TestResultAction>();
        services.AddSingleton(new AuthorityAction(TestResultAction.ActionCode, "Công nhận kết quả sát hạch, thi tuyển", 56));
        services.AddScoped<DraftedFrom, HandOverOrigin>();
        services.AddScoped<ArchiveBundle>();
        services.AddScoped<ArchiveDesk>();
        services.AddScoped<DestructionDesk>();
        services.AddScoped<DestructionMinutes>();
        services.AddScoped<WorkItemSource, ArchiveWork>();
        services.AddScoped<PdfPrints>();
        services.AddScoped<JobHandler, PdfPrintJob>();
        services.AddScoped<JobHandler, PrintHousekeeping>();
        services.AddSingleton(new RecurringJob(PrintHousekeeping.JobKind, TimeSpan.FromMinutes(15)));
        RoomServices.Add(services);
    }

    /// <inheritdoc />
    public override void Map(IEndpointRouteBuilder endpoints) => RoomEndpoints.Map(endpoints);
}
