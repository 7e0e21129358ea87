using CongVu.Host.Practice;
using CongVu.Platform.Data;
using CongVu.Platform.Jobs;
using CongVu.Testing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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

    /// <summary>Personal ids of some people in service, the last by name.</summary>
    public async Task<IReadOnlyList<string>> PersonalIdsAsync(int count)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select personal_id from personnel.person_today where unit_id is not null and rank_code <> '01.003' order by sort_key desc limit $1");
        command.Parameters.AddWithValue(count);
        var ids = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) ids.Add(rows.GetString(0));
        return ids;
    }

    /// <summary>Lets an old raise of a division's staff bear the signature of the chairman of another agency, and checks it afterwards; returns its number and what was found.</summary>
    public async Task<(string Number, Guid Finding)> PlantWrongSignerAsync()
    {
        await using var connection = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var command = new NpgsqlCommand("""
            update decisions.decision set signer_post = 'commune-chair', authority_state = 'Unchecked'
            where id = (select id from decisions.decision where action_code = 'step-raise' and signer_post <> 'commune-chair' and authority_state = 'Right' and origin = 'Imported' order by signed_on desc, id limit 1) returning id, number_text
            """, connection);
        Guid decision;
        string number;
        await using (var row = await command.ExecuteReaderAsync())
        {
            await row.ReadAsync();
            (decision, number) = (row.GetGuid(0), row.GetString(1));
        }
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue("decisions.check-imported", new { });
        await scope.ServiceProvider.GetRequiredService<CongVuDb>().SaveChangesAsync();
        await Services.GetRequiredService<JobRunner>().DrainAsync(default);
        await using var found = new NpgsqlCommand("select id from decisions.authority_finding where decision_id = $1 and state = 'Open'", connection) { Parameters = { new() { Value = decision } } };
        for (var i = 0; i < 300; i++)
        {
            if (await found.ExecuteScalarAsync() is Guid finding) return (number, finding);
            await Task.Delay(100);
        }
        throw new TimeoutException($"Decision {number} was not found out.");
    }
}
