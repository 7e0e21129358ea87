using CongVu.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CongVu.Examinations.Room;

internal static class RoomServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<EntryWriter>();
        services.AddSingleton<KnownStandings>();
        services.AddSingleton<SeatSessions>();
        services.AddSingleton<SeatCalls>();
        services.AddSingleton<SendEndpoint>();
        services.AddSingleton<TryLimit>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<CarryKeys>();
        services.AddScoped<RefusalLog>();
        services.AddScoped<SeatDoor>();
        services.AddScoped<Sealer>();
        services.AddScoped<RoomDesk>();
        services.AddScoped<SeatDesk>();
        services.AddScoped<LateRule>();
        services.AddScoped<RoomBoard>();
        services.AddScoped<RoomMinutes>();
        services.AddScoped<ScoreAtOnce>();
        services.AddScoped<RoomScores>();
        services.AddScoped<CarriedFiles>();
        services.AddScoped<AlikenessReading>();
        services.AddScoped<JobHandler, AutoSealing>();
        services.AddSingleton(new RecurringJob(AutoSealing.JobKind, TimeSpan.FromSeconds(30)));
    }
}
