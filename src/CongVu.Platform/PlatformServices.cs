using CongVu.Platform.Acts;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Events;
using CongVu.Platform.Files;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Notices;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace CongVu.Platform;

/// <summary>Wiring of the engine.</summary>
public static class PlatformServices
{
    /// <summary>Registers the engine and the modules over one PostgreSQL database.</summary>
    public static IServiceCollection AddCongVu(this IServiceCollection services, string connectionString, ModuleList modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modules);
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connectionString).Build());
        services.AddDbContext<CongVuDb>((sp, options) => options.UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<PermissionCatalogue>();
        services.AddSingleton<EffectRegistry>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<JobRunner>();
        services.AddScoped<Gate>();
        services.AddScoped<AsOfContext>();
        services.AddScoped<AuditLog>();
        services.AddScoped<ProcessLog>();
        services.AddScoped<JobQueue>();
        services.AddScoped<Outbox>();
        services.AddScoped<FileStore>();
        services.AddScoped<NoticeBoard>();
        foreach (var module in modules.All) module.AddServices(services);
        return services;
    }
}
