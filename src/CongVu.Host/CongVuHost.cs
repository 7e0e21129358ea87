using System.Globalization;
using System.Threading.RateLimiting;
using CongVu.Examinations.Contracts;
using CongVu.Platform;
using CongVu.Platform.Data;
using CongVu.Platform.Data.Embedded;
using CongVu.Platform.Jobs;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace CongVu.Host;

/// <summary>The composed application: database, engine, modules, pipeline. Started by Program and, on a free port, by tests.</summary>
public sealed class CongVuHost : IAsyncDisposable
{
    /// <summary>Largest request body; a page that takes files says so before the upload starts.</summary>
    public const long MaxBody = 64L << 20;

    private readonly EmbeddedPostgres? _embedded;

    private CongVuHost(WebApplication app, EmbeddedPostgres? embedded) { App = app; _embedded = embedded; }

    /// <summary>The running application.</summary>
    public WebApplication App { get; }

    /// <summary>
    /// Starts the database (when no connection string names one), migrates it (embedded mode), and starts listening.
    /// </summary>
    public static async Task<CongVuHost> StartAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("vi-VN");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = ContentRoot(),
            // Pages and static files are found by this name; a test program that starts the host has another entry assembly.
            ApplicationName = typeof(CongVuHost).Assembly.GetName().Name,
        });
        builder.WebHost.UseStaticWebAssets();
        configure?.Invoke(builder);
        var connection = await DatabaseConnection.OpenAsync(builder.Configuration, EarlyLog());
        try
        {
            AddServices(builder, connection.ConnectionString);
            var app = builder.Build();
            if (connection.Embedded is not null || app.Configuration["CONGVU_MIGRATE"] is "1" or "true") await app.Services.GetRequiredService<SchemaMigrator>().MigrateAsync();
            UsePipeline(app);
            await Practice.PracticeStart.PrepareAsync(app);
            await app.StartAsync();
            return new CongVuHost(app, connection.Embedded);
        }
        catch
        {
            if (connection.Embedded is not null) await connection.Embedded.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Background work ends before the services it uses go.
        if (!App.Lifetime.ApplicationStopped.IsCancellationRequested) await App.StopAsync();
        await App.DisposeAsync();
        if (_embedded is not null) await _embedded.DisposeAsync();
    }

    // The database starts before the application that would log it.
    private static ILogger EarlyLog() =>
        LoggerFactory.Create(l => l.AddJsonConsole(o => o.IncludeScopes = false)).CreateLogger<EmbeddedPostgres>();

    private static void AddServices(WebApplicationBuilder builder, string connectionString)
    {
        var services = builder.Services;
        builder.Logging.ClearProviders().AddJsonConsole(o => o.IncludeScopes = false);
        builder.WebHost.ConfigureKestrel(k => { k.Limits.MaxRequestBodySize = MaxBody; k.AddServerHeader = false; });
        services.Configure<FormOptions>(o => { o.MultipartBodyLengthLimit = MaxBody; o.ValueCountLimit = 5000; });
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.AddCongVu(connectionString, CongVuModules.All);
        services.AddHostedService(sp => sp.GetRequiredService<JobRunner>());
        services.AddRazorPages().AddScreens();
        services.AddAntiforgery(o => { o.Cookie.Name = "__cv_af"; o.Cookie.SameSite = SameSiteMode.Strict; o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; });
        services.AddSingleton<MenuEntries>();
        services.AddScoped<Shell>();
        services.AddHttpContextAccessor();
        services.AddResponseCompression(o =>
        {
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
            // A page of 65 kB is not much larger so than by Brotli, which takes several times the processor for each new answer.
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(RateLimits.SignIn, http => RateLimitPartition.GetFixedWindowLimiter(
                (http.Connection.RemoteIpAddress?.ToString() ?? "") + HttpMethods.IsPost(http.Request.Method),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("CONGVU_SIGNIN_PER_MINUTE", 30), Window = TimeSpan.FromMinutes(1) }));
        });
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        // Packing the few hundred bytes that a saved answer is told with would cost more than saving it.
        app.UseWhen(http => http.Request.Path != ExaminationLinks.Answers, packed => packed.UseResponseCompression());
        app.UseStaticFiles(StaticAssets.Options());
        app.UseMiddleware<FailureMiddleware>();
        app.UseRouting();
        app.UseMiddleware<TurnsMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<SessionMiddleware>();
        app.UseAntiforgery();
        app.MapRazorPages();
        foreach (var module in CongVuModules.All.All) module.Map(app);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithMetadata(new OpenToAllAttribute());
        app.MapHealthChecks("/health/ready", new() { Predicate = c => c.Tags.Contains("ready") }).WithMetadata(new OpenToAllAttribute());
        app.MapGet("/", () => Results.Redirect("/viec-cua-toi")).WithMetadata(new SignedInAttribute());
    }

    // The host may be started from any folder; its settings are beside its assembly (a program that composes it may have none there). Static files
    // are found there too, or in a checkout by the manifest of the build.
    private static string ContentRoot() => File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.json")) ? AppContext.BaseDirectory : Directory.GetCurrentDirectory();
}
