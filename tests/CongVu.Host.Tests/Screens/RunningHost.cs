using System.Net;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NpgsqlTypes;

namespace CongVu.Host.Tests.Screens;

/// <summary>The whole host on a free port over a database of its own, with helpers to be somebody.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private TestDatabase? database;
    private CongVuHost? host;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => host!.App.Services;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.MigratedAsync(CongVuModules.All);
        host = await CongVuHost.StartAsync([], builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:CongVu"] = database.ConnectionString,
            ["urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "None",
        }));
        Address = new Uri(host.App.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>A browser of nobody.</summary>
    public HttpClient Anybody() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address, DefaultRequestHeaders = { { "Accept", "text/html" } } };

    /// <summary>A browser signed in with both factors as a new account with these roles over the province.</summary>
    public async Task<HttpClient> SignedInAs(string displayName, params string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        var account = new Account { UserName = Guid.NewGuid().ToString("n"), DisplayName = displayName, UnitLabel = "Sở Nội vụ", PasswordHash = "-", TotpSecret = "-" };
        db.Add(account);
        foreach (var role in roles)
        {
            db.Add(new RoleGrant
            {
                AccountId = account.Id, Role = role, Valid = new NpgsqlRange<DateOnly>(new DateOnly(2020, 1, 1), true, false, default, false, true),
                GrantedBy = account.Id, Reason = "Kiểm thử",
            });
        }

        await db.SaveChangesAsync();
        var token = await Services.GetRequiredService<Sessions>().OpenAsync(account.Id, true, IPAddress.Loopback, "test", CancellationToken.None);
        var browser = new HttpClient(new HttpClientHandler { UseCookies = true, CookieContainer = Cookies(token) }) { BaseAddress = Address };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        return browser;
    }

    /// <summary>Says whether the people here are made up.</summary>
    public Task BePractice(bool practice) => Services.GetRequiredService<Settings>().SetAsync(Settings.Practice, practice ? "true" : "false", CancellationToken.None);

    private CookieContainer Cookies(string token)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Cookie(Platform.Web.Pipeline.SignInFlow.SessionCookie, token, "/", Address.Host));
        return cookies;
    }
}
