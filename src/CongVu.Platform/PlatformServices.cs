using CongVu.Platform.Acts;
using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Events;
using CongVu.Platform.Files;
using CongVu.Platform.Files.Inspection;
using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Platform.Notices;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CongVu.Platform;

/// <summary>Wiring of the engine.</summary>
public static class PlatformServices
{
    /// <summary>Connections one host holds at most, unless the connection string says otherwise: two hosts and the tools fit into the hundred a server usually takes.</summary>
    public const int ConnectionsOfAHost = 40;

    /// <summary>Registers the engine and the modules over one PostgreSQL database.</summary>
    public static IServiceCollection AddCongVu(this IServiceCollection services, string connectionString, ModuleList modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modules);
        // No session ever leaves anything behind on its connection (settings are local to transactions), so none needs clearing: a request
        // takes half a dozen connections from the pool, and clearing would be a command more for each.
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(Pooled(connectionString)).Build());
        services.AddDbContextPool<CongVuDb>((sp, options) => options.UseNpgsql(sp.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<PermissionCatalogue>();
        services.AddSingleton<Processes.ProcessCatalogue>();
        services.AddSingleton<EffectRegistry>();
        services.AddSingleton<Sessions>();
        services.AddScoped<SessionReadings>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<Settings>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddDataProtection().SetApplicationName("CongVu");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(sp =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new DataProtectionKeys(sp.GetRequiredService<NpgsqlDataSource>())));
        services.AddScoped<Gate>();
        services.AddScoped<AsOfContext>();
        services.AddScoped<SignIn>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<AuditLog>();
        services.AddScoped<RecordReadings>();
        services.AddScoped<AuditVerifier>();
        services.AddScoped<AuditSealer>();
        services.AddScoped<JobHandler>(sp => sp.GetRequiredService<AuditSealer>());
        services.AddScoped<JobHandler, BulkReadingWatch>();
        services.AddSingleton(new RecurringJob(AuditSealer.JobKind, TimeSpan.FromSeconds(10)));
        services.AddScoped<JobHandler, JobHousekeeping>();
        services.AddSingleton(new RecurringJob(JobHousekeeping.JobKind, TimeSpan.FromHours(1)));
        services.AddSingleton(new RecurringJob(BulkReadingWatch.JobKind, TimeSpan.FromMinutes(1)));
        services.AddScoped<ProcessLog>();
        services.AddScoped<JobQueue>();
        services.AddScoped<Outbox>();
        services.AddScoped<FileStore>().AddScoped<FileIntake>();
        services.TryAddSingleton(new FileInspector());
        services.TryAddSingleton(new PdfConverterOptions());
        services.TryAddSingleton<PdfConverter>();
        services.AddScoped<NoticeBoard>();
        foreach (var module in modules.All) module.AddServices(services);
        return services;
    }

    private static string Pooled(string connectionString)
    {
        var pooled = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true, MaxAutoPrepare = 60 };
        if (!connectionString.Contains("pool size", StringComparison.OrdinalIgnoreCase) && !connectionString.Contains("poolsize", StringComparison.OrdinalIgnoreCase)) pooled.MaxPoolSize = ConnectionsOfAHost;
        return pooled.ConnectionString;
    }
}
