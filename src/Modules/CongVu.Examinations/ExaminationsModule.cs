using CongVu.Examinations.Bank;
using CongVu.Examinations.Contracts;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Platform.Modules;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
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
    public override IEnumerable<ProcessKind> Processes => [.. BankProcesses.All, .. RoomProcesses.All];

    /// <inheritdoc />
    public override IEnumerable<MenuItem> Menu =>
    [
        new(MenuSection.Examinations, "Ngân hàng câu hỏi", "database", ExaminationLinks.Bank, ExaminationPermissions.Bank, 10),
        new(MenuSection.Examinations, "Câu hỏi của tôi", "pencil", ExaminationLinks.Questions, ExaminationPermissions.Write, 20),
        new(MenuSection.Examinations, "Câu hỏi chờ tôi", "clipboard-check", ExaminationLinks.Questions + "?muc=cho-toi", ExaminationPermissions.Review, 30),
        new(MenuSection.Examinations, "Phòng thi", "users", ExaminationLinks.Rooms, ExaminationPermissions.Room, 60),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<LawStanding>();
        services.AddScoped<ItemSafe>();
        services.AddScoped<Importing>();
        services.AddScoped<QuestionDesk>();
        services.AddSingleton<OpenedBanks>();
        services.AddScoped<SittingPapers>();
        RoomServices.Add(services);
    }

    /// <inheritdoc />
    public override void Map(IEndpointRouteBuilder endpoints) => RoomEndpoints.Map(endpoints);
}
