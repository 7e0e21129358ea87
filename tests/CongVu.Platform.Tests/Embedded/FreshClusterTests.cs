using CongVu.Platform.Data.Embedded;
using static CongVu.Platform.Tests.Embedded.DataFolder;

namespace CongVu.Platform.Tests.Embedded;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class FreshClusterTests(FreshClusterTests.Cluster cluster) : IClassFixture<FreshClusterTests.Cluster>
{
    [Fact]
    public async Task A_first_start_makes_a_cluster_that_speaks_Vietnamese_and_guards_its_pages()
    {
        var server = cluster.Server;
        (await AskAsync<string>(server.ConnectionString, "SHOW server_encoding")).ShouldBe("UTF8");
        (await AskAsync<string>(server.ConnectionString, "SHOW data_checksums")).ShouldBe("on");
        (await AskAsync<string>(server.ConnectionString, "SHOW timezone")).ShouldBe("UTC");
        (await AskAsync<string>(server.ConnectionString, "SELECT daticulocale FROM pg_database WHERE datname = current_database()"))
            .ShouldBe("vi-VN");
        (await AskAsync<string>(server.ConnectionString, "SELECT string_agg(x, ' ' ORDER BY x) FROM unnest(ARRAY['Đào', 'Dung', 'Ân', 'Anh', 'Ba']) x"))
            .ShouldBe("Anh Ân Ba Dung Đào");
    }

    [Fact]
    public async Task The_application_owns_its_database_and_nothing_more()
    {
        var server = cluster.Server;
        foreach (var extension in new[] { "btree_gist", "pg_trgm", "unaccent" })
            await RunAsync(server.ConnectionString, $"CREATE EXTENSION {extension}");
        await RunAsync(server.ConnectionString, "CREATE SCHEMA personnel");
        (await AskAsync<bool>(server.ConnectionString, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBeFalse();
        (await AskAsync<bool>(server.AdminConnectionString, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBeTrue();
    }

    [Fact]
    public async Task Strangers_cannot_come_in_without_the_password_nor_look_into_the_folder()
    {
        var server = cluster.Server;
        var guessed = new Npgsql.NpgsqlConnectionStringBuilder(server.AdminConnectionString) { Password = "postgres" }.ConnectionString;
        var refusal = await Should.ThrowAsync<Npgsql.PostgresException>(() => AskAsync<int>(guessed, "SELECT 1"));
        refusal.SqlState.ShouldBe("28P01");
        (await AskAsync<string>(server.ConnectionString, "SHOW listen_addresses")).ShouldBeEmpty();
        foreach (var closed in new[] { cluster.Data.Home, Path.Combine(cluster.Data.Home, "socket"), Path.Combine(cluster.Data.Home, "cluster") })
            (File.GetUnixFileMode(closed) & (UnixFileMode)0b000_111_111).ShouldBe(UnixFileMode.None, closed);
        foreach (var secret in new[] { "admin.password", "app.password" })
            File.GetUnixFileMode(Path.Combine(cluster.Data.Home, secret)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public sealed class Cluster : IAsyncLifetime
    {
        internal DataFolder Data { get; } = Named();

        internal EmbeddedPostgres Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await Data.StartAsync();

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Data.DisposeAsync();
        }
    }
}
