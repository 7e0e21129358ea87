using CongVu.Host;
using CongVu.Host.Practice;
using CongVu.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CongVu.Browser.Tests.RunningProvince))]
// A browser test waits for the browser half of its time: two threads for each of two cores.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: Trait("Category", "Browser")]

namespace CongVu.Browser.Tests;

/// <summary>One host on a free port over a practice province, and one browser; shared by all tests, which work on different people.</summary>
public sealed class RunningProvince : IAsyncLifetime
{
    private const int People = 1200;
    private readonly Dictionary<string, Task<string>> _signedIn = [];
    private TestDatabase? _database;
    private CongVuHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _host!.App.Services;

    public IReadOnlyList<RouteEndpoint> Endpoints => [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public async ValueTask InitializeAsync()
    {
        var chromium = Chromium.Find();
        var programs = CongVuModules.All.Assemblies.Append(typeof(CongVuHost).Assembly).Append(typeof(Law.LawBook).Assembly);
        _database = await TestDatabase.CopyAsync($"practice_{People}", programs.Select(a => a.ManifestModule.ModuleVersionId.ToString()), async connection => await (await StartAsync(connection)).DisposeAsync());
        _host = await StartAsync(_database.ConnectionString);
        Address = new Uri(_host.App.Urls.Single());
        // The machine may be busy with other test programs.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Headless = true,
            // Tests run as root in containers, where the sandbox cannot be made.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>A window of a person's own, signed in as a practice account (null: nobody).</summary>
    public async Task<Window> OpenAsync(string? userName = null, int width = 1280, int height = 800)
    {
        var state = userName is null ? null : await SignedInAsync(userName);
        return await Window.OpenAsync(_browser!, Address, state, width, height);
    }

    // Passwords are slow to check on purpose and a code serves once: each account signs in once, through the screens.
    private Task<string> SignedInAsync(string userName)
    {
        lock (_signedIn) return _signedIn.TryGetValue(userName, out var known) ? known : _signedIn[userName] = SignInAsync(userName);
    }

    private async Task<string> SignInAsync(string userName)
    {
        await using var window = await Window.OpenAsync(_browser!, Address, null, 1280, 800);
        await window.GoAsync("/dang-nhap");
        await window.Page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await window.Page.GetByLabel("Mật khẩu").FillAsync(PracticeAccounts.Password);
        await window.PressAsync("Đăng nhập");
        await window.Page.WaitForURLAsync(url => !url.EndsWith("/dang-nhap", StringComparison.Ordinal));
        if (window.Page.Url.Contains("ma-xac-thuc", StringComparison.Ordinal))
        {
            var code = await window.Page.GetByRole(AriaRole.Note).Locator("strong").InnerTextAsync();
            await window.Page.GetByLabel("Mã 6 chữ số").FillAsync(code);
            await window.PressAsync("Xác nhận");
        }
        await Assertions.Expect(window.Heading).ToHaveTextAsync("Việc của tôi");
        window.Problems.ShouldBeEmpty();
        return await window.Page.Context.StorageStateAsync();
    }

    private static Task<CongVuHost> StartAsync(string connection) => CongVuHost.StartAsync([
        $"--ConnectionStrings:CongVu={connection}", "--urls=http://127.0.0.1:0", "--CONGVU_MIGRATE=true", "--CONGVU_PRACTICE=true", $"--CONGVU_SAMPLE_PEOPLE={People}",
        "--CONGVU_SIGNIN_PER_MINUTE=100000", "--Logging:LogLevel:Default=Warning"]);
}

/// <summary>The browser of the machine; none is downloaded.</summary>
internal static class Chromium
{
    public static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium", "chromium-browser" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The browser tests need Chromium on the PATH (Debian: apt-get install chromium). Without it, run ./test fast.");
}
