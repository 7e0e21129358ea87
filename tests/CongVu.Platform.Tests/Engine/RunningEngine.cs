using CongVu.Platform.Jobs;
using CongVu.Platform.Modules;
using CongVu.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Platform.Tests.Engine;

/// <summary>The engine alone, without any module, over a database of its own. It is half past three on 2 March 2026.</summary>
internal sealed class RunningEngine : IAsyncDisposable
{
    private static readonly ModuleList None = new([]);
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private RunningEngine(TestDatabase database, Action<IServiceCollection>? more)
    {
        _database = database;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddCongVu(database.ConnectionString, None);
        more?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public SettableClock Clock { get; } = new();

    public string ConnectionString => _database.ConnectionString;

    public static async Task<RunningEngine> OpenAsync(Action<IServiceCollection>? more = null) => new(await TestDatabase.MigratedAsync(None), more);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<TResult> DoAsync<T, TResult>(Func<T, Task<TResult>> act) where T : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task DoAsync<T>(Func<T, Task> act) where T : notnull => DoAsync<T, int>(async service =>
    {
        await act(service);
        return 0;
    });

    public async Task RunAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> AskAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync() is { } found and not DBNull ? (T)found : default;
    }

    /// <summary>An account, straight into its table.</summary>
    public async Task<Guid> AccountAsync(string name, string? role = null)
    {
        var id = Guid.CreateVersion7();
        await RunAsync("insert into platform.account(id, user_name, display_name, password_hash, created_at) values ($1, $2, $2, '-', now())", id, name);
        if (role is not null)
            await RunAsync("insert into platform.role_grant(id, account_id, role, valid, granted_by, granted_at, reason) values ($1, $1, $2, '[2026-01-01,)', $1, now(), 'thử')", id, role);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTime Now { get; set; } = new(2026, 3, 2, 3, 30, 0, DateTimeKind.Utc);

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}

/// <summary>A handler that does what the test says, and remembers which jobs it was given.</summary>
internal sealed class Told(Func<JobContext, Task> work, TimeSpan? lease = null) : JobHandler
{
    public const string JobKind = "test.told";

    public override string Kind => JobKind;

    public override TimeSpan Lease => lease ?? base.Lease;

    public override int MaxAttempts => 3;

    public override Task RunAsync(JobContext job, CancellationToken ct) => work(job);
}
