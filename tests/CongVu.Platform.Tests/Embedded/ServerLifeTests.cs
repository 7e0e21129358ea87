using CongVu.Platform.Data.Embedded;
using static CongVu.Platform.Tests.Embedded.DataFolder;

namespace CongVu.Platform.Tests.Embedded;

/// <summary>Kills, orphans and hosts side by side.</summary>
[Trait("Category", "Slow")]
public sealed class ServerLifeTests
{
    [Fact]
    public async Task After_a_kill_of_the_server_the_next_start_recovers_what_was_committed()
    {
        await using var data = Named();
        var killed = await EmbeddedPostgres.StartAsync(Durable(data));
        await RunAsync(killed.ConnectionString, "CREATE TABLE note AS SELECT generate_series(1, 1000) AS n");
        await data.KillServerAsync();

        await using var server = await data.StartAsync();

        (await AskAsync<long>(server.ConnectionString, "SELECT count(*) FROM note")).ShouldBe(1000);
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_outlived_its_killed_host_is_adopted_and_stops_with_the_next_one()
    {
        await using var data = Named();
        await data.StartAndKillHostAsync();
        data.ServerRuns.ShouldBeTrue();
        var pid = data.ServerPid;

        await using (var next = await data.StartAsync())
        {
            data.ServerPid.ShouldBe(pid);
            (await AskAsync<int>(next.ConnectionString, "SELECT 1")).ShouldBe(1);
        }
        data.ServerRuns.ShouldBeFalse();
    }

    [Fact]
    public async Task After_a_kill_of_host_and_server_together_the_next_start_recovers()
    {
        await using var data = Named();
        await data.StartAndKillHostAsync();
        await data.KillServerAsync();

        await using var next = await data.StartAsync();

        (await AskAsync<int>(next.ConnectionString, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Two_hosts_starting_at_once_share_one_server_and_the_last_one_stops_it()
    {
        await using var data = Named();

        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(data.StartAsync)));

        hosts.Select(h => h.ConnectionString).Distinct().ShouldHaveSingleItem();
        foreach (var leaving in hosts[1..])
            await leaving.StopAsync();
        data.ServerRuns.ShouldBeTrue("one host still uses it");
        (await AskAsync<int>(hosts[0].ConnectionString, "SELECT 1")).ShouldBe(1);
        await hosts[0].StopAsync();
        data.ServerRuns.ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_dies_under_a_running_host_comes_back_by_itself()
    {
        await using var data = Named();
        await using var host = await EmbeddedPostgres.StartAsync(Durable(data) with { Watch = true });
        await RunAsync(host.ConnectionString, "CREATE TABLE note AS SELECT 7 AS n");
        await data.KillServerAsync();

        (await AskWhenBackAsync(host.ConnectionString, "SELECT n FROM note")).ShouldBe(7);
    }

    [Fact]
    public async Task A_leftover_pid_file_that_names_some_other_living_program_does_not_stop_the_start()
    {
        await using var data = Named();
        var killed = await data.StartAsync();
        var lines = File.ReadAllLines(data.PidFile);
        await data.KillServerAsync();
        File.WriteAllLines(data.PidFile, [Environment.ProcessId.ToString(), .. lines[1..]]);

        await using var server = await data.StartAsync();

        (await AskAsync<int>(server.ConnectionString, "SELECT 1")).ShouldBe(1);
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task A_start_interrupted_while_making_the_cluster_is_taken_up_again()
    {
        await using var data = Named();
        Directory.CreateDirectory(data.Path);
        var half = Directory.CreateDirectory(Path.Combine(data.Path, "postgres", "cluster.unfinished"));
        File.WriteAllText(Path.Combine(half.FullName, "PG_VERSION"), "15\n");

        await using var server = await data.StartAsync();

        (await AskAsync<int>(server.ConnectionString, "SELECT 1")).ShouldBe(1);
        half.Refresh();
        half.Exists.ShouldBeFalse();
    }

    // What a kill must not lose is only promised by a cluster for real data.
    private static EmbeddedPostgresOptions Durable(DataFolder data) => data.Options with { ForTests = false };

    private static async Task<int> AskWhenBackAsync(string connectionString, string query)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                return await AskAsync<int>(connectionString, query);
            }
            catch (Npgsql.NpgsqlException down) when (down.SqlState is null or "57P03" or "57P01" && !limit.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }
}
