using System.Net;
using CongVu.Examinations.Tests.Room;
using CongVu.Host;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using CongVu.Testing;
using Microsoft.Extensions.DependencyInjection;
using NpgsqlTypes;

[assembly: AssemblyFixture(typeof(ExamHost))]

namespace CongVu.Examinations.Tests.Room;

/// <summary>The whole application on a free port; each test makes a sitting of its own.</summary>
public sealed class ExamHost : IAsyncLifetime
{
    private TestDatabase? _database;
    private CongVuHost? _host;

    public Uri Address { get; private set; } = null!;

    public string ConnectionString => _database!.ConnectionString;

    public IServiceProvider Services => _host!.App.Services;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync(CongVuModules.All);
        _host = await CongVuHost.StartAsync([$"--ConnectionStrings:CongVu={_database.ConnectionString}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"]);
        Address = new Uri(_host.App.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>A new account with a role over the province.</summary>
    internal async Task<Guid> AccountAsync(string displayName, string role = Roles.HomeAffairs)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CongVuDb>();
        var account = new Account { UserName = Guid.NewGuid().ToString("n"), DisplayName = displayName, UnitLabel = "Sở Nội vụ", PasswordHash = "-", TotpSecret = "-" };
        db.Add(account);
        db.Add(new RoleGrant { AccountId = account.Id, Role = role, Valid = new NpgsqlRange<DateOnly>(new DateOnly(2020, 1, 1), true, false, default, false, true), GrantedBy = account.Id, Reason = "Kiểm thử" });
        await db.SaveChangesAsync();
        return account.Id;
    }

    /// <summary>A browser signed in with both factors.</summary>
    internal async Task<HttpClient> BrowserAsync(Guid account)
    {
        var token = await Services.GetRequiredService<Sessions>().OpenAsync(account, true, IPAddress.Loopback, "test", CancellationToken.None);
        var cookies = new CookieContainer();
        cookies.Add(new Cookie(SignInFlow.SessionCookie, token, "/", Address.Host));
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = Address };
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        return browser;
    }
}
