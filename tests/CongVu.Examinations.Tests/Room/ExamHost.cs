using System.Net;
using CongVu.Examinations.Tests.Room;
using CongVu.Host;
using CongVu.Platform.Printing.Pdf;
using CongVu.Platform.Security;
using CongVu.Platform.Web.Pipeline;
using CongVu.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ExamHost))]

namespace CongVu.Examinations.Tests.Room;

/// <summary>The whole application on a free port; each test makes a sitting of its own.</summary>
public sealed class ExamHost : IAsyncLifetime
{
    private TestDatabase? _database;
    private CongVuHost? _host;

    /// <summary>Stands in for LibreOffice; null: the one of the machine.</summary>
    internal PdfConverterOptions? Converter { get; init; }

    public Uri Address { get; private set; } = null!;

    public string ConnectionString => _database!.ConnectionString;

    public IServiceProvider Services => _host!.App.Services;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync(CongVuModules.All);
        _host = await CongVuHost.StartAsync([$"--ConnectionStrings:CongVu={_database.ConnectionString}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None"], builder => { if (Converter is not null) builder.Services.AddSingleton(Converter); });
        Address = new Uri(_host.App.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>A new account with a role over the province.</summary>
    internal Task<Guid> AccountAsync(string displayName, string role = Roles.HomeAffairs) => ExamAccounts.AddAsync(Services, displayName, role);

    /// <summary>A released sitting of one's own.</summary>
    internal Task<ExamDay> PlanAsync(int seats = 1, int minutes = 60, Action<Data.Room>? room = null, IReadOnlyList<Items.ExamItem>? items = null) => ExamDay.PlanAsync(Services, Address, seats, minutes, room, items);

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
