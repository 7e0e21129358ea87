using CongVu.Host.Practice;
using CongVu.Testing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(CongVu.Host.Tests.RunningHost))]

namespace CongVu.Host.Tests;

/// <summary>The whole application on a free port over a real database with a small practice province; one for all tests of this project.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private CongVuHost? _host;
    private TestDatabase? _database;

    /// <summary>Address of the running application.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _host!.App.Services;

    /// <summary>Starts it.</summary>
    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.EmptyAsync();
        _host = await CongVuHost.StartAsync([
            $"--ConnectionStrings:CongVu={_database.ConnectionString}", "--urls=http://127.0.0.1:0", "--CONGVU_MIGRATE=true", "--CONGVU_PRACTICE=true", "--CONGVU_SAMPLE_PEOPLE=1200", "--CONGVU_SIGNIN_PER_MINUTE=100000"]);
        Address = new Uri(_host.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    /// <summary>A browser without script, signed in as a practice account (null: nobody).</summary>
    public async Task<Visitor> VisitAsync(string? userName)
    {
        var visitor = new Visitor(Address);
        if (userName is not null) await visitor.SignInAsync(userName, PracticeAccounts.Password);
        return visitor;
    }
}
