using CongVu.Platform.Data.Embedded;
using static CongVu.Platform.Tests.Embedded.DataFolder;

namespace CongVu.Platform.Tests.Embedded;

[Trait("Category", "Slow")]
public sealed class ClusterReuseTests
{
    [Fact]
    public async Task A_cluster_for_real_data_forces_every_commit_to_disk()
    {
        await using var data = Named();
        await using var server = await EmbeddedPostgres.StartAsync(data.Options with { ForTests = false });

        (await AskAsync<string>(server.ConnectionString, "SHOW fsync")).ShouldBe("on");
        (await AskAsync<string>(server.ConnectionString, "SHOW synchronous_commit")).ShouldBe("on");
        (await AskAsync<string>(server.ConnectionString, "SHOW full_page_writes")).ShouldBe("on");
        (await AskAsync<bool>(server.ConnectionString, "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_start_finds_what_the_first_one_left()
    {
        await using var data = Named();
        await using (var first = await data.StartAsync())
            await RunAsync(first.ConnectionString, "CREATE TABLE note AS SELECT 'Nguyễn Thị Hồng' AS who");
        data.ServerRuns.ShouldBeFalse();

        await using var second = await data.StartAsync();

        (await AskAsync<string>(second.ConnectionString, "SELECT who FROM note")).ShouldBe("Nguyễn Thị Hồng");
    }

    [Fact]
    public async Task A_clean_stop_leaves_no_process_and_may_be_repeated()
    {
        await using var data = Named();
        var server = await data.StartAsync();
        var pid = data.ServerPid;

        await server.StopAsync();
        await server.StopAsync();
        await server.DisposeAsync();

        Directory.Exists($"/proc/{pid}").ShouldBeFalse();
        File.Exists(data.PidFile).ShouldBeFalse();
        File.ReadAllText(Directory.GetFiles(Path.Combine(data.Home, "log")).Single()).ShouldContain("database system is shut down");
    }

    [Fact]
    public async Task A_data_folder_the_account_of_the_server_cannot_enter_points_to_where_the_cluster_is()
    {
        await using var data = Named();
        data.CloseToOthers();
        await using (var first = await data.StartAsync())
            await RunAsync(first.ConnectionString, "CREATE TABLE note AS SELECT 1 AS n");
        // Only a host under root hands its server to another account; any other host's server enters where the host does.
        File.Exists(Path.Combine(data.Path, "postgres.location")).ShouldBe(Environment.IsPrivilegedProcess);

        await using var second = await data.StartAsync();

        (await AskAsync<int>(second.ConnectionString, "SELECT n FROM note")).ShouldBe(1);
        data.Home.StartsWith(data.Path, StringComparison.Ordinal).ShouldBe(!Environment.IsPrivilegedProcess);
    }

    [Fact]
    public async Task Blanks_quotes_and_shell_signs_in_the_path_are_only_letters_of_a_name()
    {
        await using var data = Named("Sở Nội vụ's $(id) \"2026\"");
        await using var server = await data.StartAsync();

        (await AskAsync<string>(server.AdminConnectionString, "SHOW data_directory")).ShouldBe(Path.Combine(data.Path, "postgres", "cluster"));
    }

    [Fact]
    public async Task Where_a_socket_path_does_not_fit_the_server_listens_on_loopback_and_keeps_its_port()
    {
        await using var data = Named(string.Join(' ', Enumerable.Repeat("thư mục rất dài", 5)));
        string address;
        await using (var first = await data.StartAsync())
        {
            address = await AskAsync<string>(first.ConnectionString, "SELECT host(inet_server_addr()) || ' ' || inet_server_port()");
            address.ShouldStartWith("127.0.0.1 ");
        }

        await using var second = await data.StartAsync();

        (await AskAsync<string>(second.ConnectionString, "SELECT host(inet_server_addr()) || ' ' || inet_server_port()")).ShouldBe(address);
    }

    [Theory]
    [InlineData("/var/lib/congvu/dữ liệu/postgres/socket", true)]
    [InlineData("/srv/a,b/socket", false)]
    [InlineData("/srv/a:b/socket", false)]
    [InlineData("/srv/một thư mục đặt tên thật dài để xem đường dẫn có vừa không/postgres/socket", false)]
    public void A_socket_is_used_where_its_path_is_short_and_cannot_be_read_as_a_list_of_hosts(string folder, bool fits) =>
        ServerAddress.SocketFits(folder).ShouldBe(fits);

    [Fact]
    public async Task When_another_program_took_the_port_of_last_time_a_free_one_is_found()
    {
        await using var data = Named("a,b");
        await using (await data.StartAsync())
        {
        }
        using var squatter = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, int.Parse(File.ReadAllText(Path.Combine(data.Home, "port"))));
        squatter.Start();

        await using var server = await data.StartAsync();

        (await AskAsync<int>(server.ConnectionString, "SELECT 1")).ShouldBe(1);
    }
}
