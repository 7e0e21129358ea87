using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CongVu.Platform.Data.Embedded;
using Npgsql;

namespace CongVu.Load.Driving;

/// <summary>A data folder with a practice province, its database server, and on demand a host process over it.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly DirectoryInfo? _temporary;
    private readonly string _data;
    private readonly StringWriter _log = new(CultureInfo.InvariantCulture);
    private EmbeddedPostgres? _postgres;
    private readonly List<Process> _hosts = [];

    private Installation(string data, DirectoryInfo? temporary) => (_data, _temporary) = (data, temporary);

    /// <summary>Where the host listens.</summary>
    public Uri Address => Nodes[0];

    /// <summary>All hosts on this database.</summary>
    public List<Uri> Nodes { get; } = [];

    public string ConnectionString => _postgres!.ConnectionString;

    /// <summary>The folder of the options, or a temporary one; without a province one is made.</summary>
    public static async Task<Installation> OpenAsync(LoadOptions options, CancellationToken ct)
    {
        var kept = options.Data is { } named ? Path.GetFullPath(named) : null;
        var temporary = kept is null ? Directory.CreateTempSubdirectory("congvu-load-") : null;
        var folder = Directory.CreateDirectory(kept ?? temporary!.FullName);
        // The server's own account must be able to pass when we are root; it need not look around.
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var made = new Installation(folder.FullName, temporary);
        try
        {
            if (!File.Exists(Path.Combine(folder.FullName, "postgres", "cluster", "PG_VERSION")) && !File.Exists(Path.Combine(folder.FullName, "postgres.location")))
                Console.WriteLine($"province  {await made.SampleAsync(options.People, ct)}");
            await made.StartDatabaseAsync(ct);
            return made;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs <c>congvu sample</c> and returns what it said.</summary>
    public async Task<string> SampleAsync(int people, CancellationToken ct)
    {
        var said = new StringWriter(CultureInfo.InvariantCulture);
        using var tool = Product.Start(Product.Tool, ["sample", "--people", people.ToString(CultureInfo.InvariantCulture)], Variables(), said);
        await tool.WaitForExitAsync(ct);
        return tool.ExitCode == 0 ? said.ToString().Trim() : throw new InvalidOperationException($"congvu sample failed: {said}");
    }

    /// <summary>Brings the database server up; it stays up between hosts until this is disposed.</summary>
    public async Task StartDatabaseAsync(CancellationToken ct)
    {
        if (_postgres is not null) return;
        _postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = _data, Watch = false }, ct);
        // What earlier runs of the last hour read would make the watch over bulk reading sign the accounts out in the middle of this one.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_postgres.AdminConnectionString) { Database = new NpgsqlConnectionStringBuilder(ConnectionString).Database });
        await using var command = source.CreateCommand("set session_replication_role = replica; update platform.audit_entry set at = at - interval '2 hours' where at > now() - interval '2 hours'");
        if (await HasAuditAsync(source, ct)) await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Lets go of the database server; with no host left it stops.</summary>
    public async Task StopDatabaseAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        _postgres = null;
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task<bool> HasAuditAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select to_regclass('platform.audit_entry') is not null");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Starts a host, or a further one on the same database, and returns how long it took until it answered that it is ready.</summary>
    public async Task<TimeSpan> StartHostAsync(CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var environment = Variables();
        environment["ASPNETCORE_URLS"] = address.ToString();
        // All clients have one address here, so the limit of sign-ins per address, right for real users, is set higher for this host alone.
        environment["CONGVU_SIGNIN_PER_MINUTE"] = "1000";
        // Only one process may look after the server; further ones are told where it is.
        if (_hosts.Count > 0) environment["ConnectionStrings__CongVu"] = ConnectionString;
        var watch = Stopwatch.StartNew();
        var host = Product.Start(Product.Host, [], environment, _log);
        _hosts.Add(host);
        Nodes.Add(address);
        using var http = new HttpClient { BaseAddress = address };
        while (!await ReadyAsync(http, ct))
        {
            if (host.HasExited || watch.Elapsed > TimeSpan.FromMinutes(5)) throw new InvalidOperationException($"The host did not start: {_log}");
            await Task.Delay(20, ct);
        }
        return watch.Elapsed;
    }

    /// <summary>
    /// Waits until the host has done what follows once on an import (the check of imported decisions takes minutes): it would share the processors
    /// with what is measured.
    /// </summary>
    public async Task WaitForImportAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("select count(*) from platform.job where state in ('Waiting', 'Running') and (dedupe_key is null or dedupe_key not like kind || '@%')", connection);
        for (var said = false; (long)(await command.ExecuteScalarAsync(ct))! > 0; said = true)
        {
            if (!said) Console.WriteLine("waiting   for the jobs that follow an import");
            await Task.Delay(TimeSpan.FromSeconds(2), ct);
        }
    }

    /// <summary>Ends the hosts the way an operator does.</summary>
    public async Task StopHostAsync()
    {
        foreach (var host in _hosts)
        {
            if (!host.HasExited)
            {
                using var kill = Process.Start("kill", ["-TERM", host.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync();
                await host.WaitForExitAsync();
            }
            host.Dispose();
        }
        _hosts.Clear();
        Nodes.Clear();
    }

    public ProcessorTimes Processors() => Driving.Processors.Now(_hosts.Select(h => h.Id), Postmaster());

    /// <summary>Of the largest host.</summary>
    public long HostMemory() => _hosts.Max(h => Driving.Processors.Resident(h.Id));

    /// <summary>The server's version and what matters for figures.</summary>
    public async Task<string> DatabaseWordsAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("""
            select format('PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s, %s people', current_setting('server_version'), current_setting('fsync'),
              current_setting('synchronous_commit'), current_setting('shared_buffers'), (select count(*) from personnel.person_today))
            """, connection);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await StopDatabaseAsync();
        _temporary?.Delete(recursive: true);
    }

    private Dictionary<string, string> Variables() => new() { ["CONGVU_DATA"] = _data, ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = "Production", ["CONGVU_PRACTICE"] = "0" };

    private int Postmaster() => int.Parse(File.ReadLines(Path.Combine(_postgres!.ClusterPath, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static async Task<bool> ReadyAsync(HttpClient http, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready", ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException) { return false; }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
