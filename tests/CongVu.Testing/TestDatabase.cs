using System.Security.Cryptography;
using System.Text;
using CongVu.Platform.Data;
using CongVu.Platform.Modules;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CongVu.Testing;

/// <summary>A database of one's own on the server of this test run, dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;

    private TestDatabase(string server, string name) =>
        (_server, Name) = (server, name);

    /// <summary>Unique in the run.</summary>
    public string Name { get; }

    /// <summary>As the application's role, which owns the database and is no superuser.</summary>
    public string ConnectionString => To(_server, Name);

    /// <summary>A database with nothing in it.</summary>
    public static async Task<TestDatabase> EmptyAsync()
    {
        var server = await TestServer.ConnectionStringAsync();
        return await CreateAsync(server, "template1");
    }

    /// <summary>A database with the schema of these modules.</summary>
    public static Task<TestDatabase> MigratedAsync(ModuleList modules) =>
        CopyAsync("schema", modules.Assemblies.Select(a => a.ManifestModule.ModuleVersionId.ToString()), async connectionString =>
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await new SchemaMigrator(source, modules, NullLogger<SchemaMigrator>.Instance).MigrateAsync();
        });

    /// <summary>A copy of a template that is prepared once per run: the name says what it is, <paramref name="versions"/> what it
    /// depends on (programs built anew make it anew).</summary>
    public static async Task<TestDatabase> CopyAsync(string name, IEnumerable<string> versions, Func<string, Task> prepare)
    {
        var server = await TestServer.ConnectionStringAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', versions.Prepend(name)))))[..16];
        var template = $"template_{name}_{hash}";
        await PrepareTemplateAsync(server, template, prepare);
        return await CreateAsync(server, template);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pooled);
        await RunAsync(_server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
    }

    private static async Task<TestDatabase> CreateAsync(string server, string template)
    {
        var name = $"test_{Guid.NewGuid():n}";
        await RunAsync(server, $"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(server, name);
    }

    private static async Task PrepareTemplateAsync(string server, string template, Func<string, Task> prepare)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        // Test programs and classes run side by side; the first makes it, the others wait.
        await ScalarAsync("SELECT pg_advisory_lock(hashtext($1))", template);
        if (await ScalarAsync("SELECT 1 FROM pg_database WHERE datname = $1", template) is null)
        {
            var making = template + "_making";
            await RunAsync(server, $"DROP DATABASE IF EXISTS {making} WITH (FORCE)");
            await RunAsync(server, $"CREATE DATABASE {making}");
            await prepare(To(server, making, pooling: false));
            await RunAsync(server, $"ALTER DATABASE {making} RENAME TO {template}");
        }
        await ScalarAsync("SELECT pg_advisory_unlock(hashtext($1))", template);

        async Task<object?> ScalarAsync(string query, string value)
        {
            await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = value } } };
            return await command.ExecuteScalarAsync();
        }
    }

    private static async Task RunAsync(string server, string statement)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string To(string server, string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = pooling, MaxPoolSize = 30, IncludeErrorDetail = true }.ConnectionString;
}
