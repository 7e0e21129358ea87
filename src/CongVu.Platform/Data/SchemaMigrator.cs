using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CongVu.Platform.Modules;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CongVu.Platform.Data;

/// <summary>
/// One stream of SQL migrations from all modules: embedded files <c>**/Migrations/NNNN_name.sql</c>, applied once
/// each in order of number under an advisory lock. An applied file must not change any more.
/// </summary>
public sealed partial class SchemaMigrator(NpgsqlDataSource source, ModuleList modules, ILogger<SchemaMigrator> log)
{
    private const long LockKey = 0x436F6E67_5675; // "CongVu"

    /// <summary>Applies what is missing. Returns the names applied now.</summary>
    /// <exception cref="InvalidOperationException">An applied migration was changed afterwards, or two share a number.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await Execute(connection, $"select pg_advisory_lock({LockKey})", ct);
        try
        {
            await Execute(connection, """
                create schema if not exists platform;
                create table if not exists platform.schema_migration(name text primary key, sha256 text not null, applied_at timestamptz not null default now());
                """, ct);
            var applied = await AppliedAsync(connection, ct);
            var done = new List<string>();
            foreach (var (name, sql) in Scripts())
            {
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
                if (applied.TryGetValue(name, out var known))
                {
                    if (known != hash) throw new InvalidOperationException($"Migration {name} was changed after it had been applied.");
                    continue;
                }
                await using var tx = await connection.BeginTransactionAsync(ct);
                await Execute(connection, sql, ct);
                await using var insert = new NpgsqlCommand("insert into platform.schema_migration(name, sha256) values ($1, $2)", connection)
                { Parameters = { new() { Value = name }, new() { Value = hash } } };
                await insert.ExecuteNonQueryAsync(ct);
                await tx.CommitAsync(ct);
                LogApplied(log, name);
                done.Add(name);
            }
            if (done.Count > 0) await connection.ReloadTypesAsync(ct);
            return done;
        }
        finally { await Execute(connection, $"select pg_advisory_unlock({LockKey})", CancellationToken.None); }
    }

    /// <summary>Names of migrations not applied yet; empty when the schema is current.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var exists = new NpgsqlCommand("select to_regclass('platform.schema_migration') is not null", connection);
        var applied = (bool)(await exists.ExecuteScalarAsync(ct))! ? await AppliedAsync(connection, ct) : [];
        return [.. Scripts().Select(s => s.Name).Where(n => !applied.ContainsKey(n))];
    }

    private IEnumerable<(string Name, string Sql)> Scripts()
    {
        var scripts = modules.Assemblies.SelectMany(a => a.GetManifestResourceNames()
                .Where(n => n.Contains(".Migrations.", StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
                .Select(n => (Name: n[(n.IndexOf(".Migrations.", StringComparison.Ordinal) + 12)..^4], Assembly: a, Resource: n)))
            .OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        var twice = scripts.GroupBy(s => s.Name[..4]).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new InvalidOperationException($"Two migrations share the number {twice.Key}.");
        return scripts.Select(s => (s.Name, Read(s.Assembly, s.Resource)));
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select name, sha256 from platform.schema_migration", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) applied[reader.GetString(0)] = reader.GetString(1);
        return applied;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied migration {Name}")]
    private static partial void LogApplied(ILogger log, string name);
}
