using Npgsql;

namespace CongVu.Platform.Data.Embedded;

/// <summary>The database of the product and the role that owns it. The role is no superuser: it may make trusted extensions
/// (btree_gist, pg_trgm, unaccent) in its own database, and nothing outside.</summary>
internal static class AppDatabase
{
    public const string Name = "congvu";
    public const string Role = "congvu";

    /// <summary>Makes both where they are missing. The password is hexadecimal, so it can stand in a statement as it is
    /// (CREATE ROLE takes no parameters).</summary>
    public static async Task EnsureAsync(string admin, string password, bool mayCreateDatabases, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync(cancellation);
        if (!await IsTrueAsync("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'congvu')"))
            await RunAsync($"CREATE ROLE {Role} LOGIN PASSWORD '{password}' {(mayCreateDatabases ? "CREATEDB" : "")}");
        if (!await IsTrueAsync("SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'congvu')"))
            await RunAsync($"CREATE DATABASE {Name} OWNER {Role}");

        async Task<bool> IsTrueAsync(string query)
        {
            await using var command = new NpgsqlCommand(query, connection);
            return await command.ExecuteScalarAsync(cancellation) is true;
        }

        async Task RunAsync(string statement)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
