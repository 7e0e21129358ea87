using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CongVu.Examinations.Tests.Room;
using CongVu.Failure.Tests;
using CongVu.Host;
using CongVu.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(FaultyRoom))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CongVu.Failure.Tests;

/// <summary>Two hosts on one database server of their own: one in this process, one in a process that may be killed, as the server may.</summary>
public sealed class FaultyRoom : IAsyncLifetime
{
    private ThrowAwayServer? _server;
    private CongVuHost? _node;
    private Process? _host;

    /// <summary>The host in this process, which lives through everything.</summary>
    public Uri Node { get; private set; } = null!;

    /// <summary>The host that may be killed; it comes back at the same address.</summary>
    public Uri Host { get; private set; } = null!;

    public IServiceProvider Services => _node!.App.Services;

    public string ConnectionString => _server!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _server = await ThrowAwayServer.StartAsync();
        _node = await CongVuHost.StartAsync([$"--ConnectionStrings:CongVu={_server.ConnectionString}", "--urls=http://127.0.0.1:0", "--CONGVU_MIGRATE=true", "--Logging:LogLevel:Default=None"]);
        Node = new Uri(_node.App.Urls.Single());
        Host = new Uri($"http://127.0.0.1:{FreePort()}");
        await StartHostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        KillHost();
        if (_node is not null) await _node.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>A sitting of one's own; its machines talk to the host that may be killed.</summary>
    internal Task<ExamDay> PlanAsync(int seats = 1) => ExamDay.PlanAsync(Services, Host, seats, room: r => r.Seats = Math.Min(seats, 500));

    public void KillHost()
    {
        if (_host is null) return;
        _host.Kill();
        _host.WaitForExit();
        _host.Dispose();
        _host = null;
    }

    public async Task StartHostAsync()
    {
        // Beside this program's own folder: …/src/CongVu.Host/bin/Release/net10.0.
        var folder = AppContext.BaseDirectory.Replace(Path.Combine("tests", "CongVu.Failure.Tests"), Path.Combine("src", "CongVu.Host"), StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "CongVu.Host.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("ConnectionStrings__CongVu", ConnectionString), ("ASPNETCORE_URLS", Host.ToString()), ("ASPNETCORE_ENVIRONMENT", "Production"), ("DOTNET_ENVIRONMENT", "Production"), ("Logging__LogLevel__Default", "None"), ("CONGVU_PRACTICE", "0") })
            start.Environment[name] = value;
        _host = Process.Start(start)!;
        _host.OutputDataReceived += (_, _) => { };
        _host.ErrorDataReceived += (_, _) => { };
        _host.BeginOutputReadLine();
        _host.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Host };
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            _host.HasExited.ShouldBeFalse();
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            try { if ((await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK) return; }
            catch (HttpRequestException) { }
        }
    }

    /// <summary>Ends the database server with SIGKILL and brings it back.</summary>
    public async Task KillDatabaseAsync()
    {
        await RunAsync(["kill", "-KILL", _server!.Pid.ToString(CultureInfo.InvariantCulture)]);
        await _server.StartAgainAsync();
    }

    /// <summary>
    /// No file of the database server may grow beyond so many bytes, which it sees as a full disk; null lifts it. Works for whoever runs the server, without a disk of its own.
    /// </summary>
    public async Task LimitFilesAsync(long? bytes)
    {
        var limit = bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";
        // Root starts the server under another account, and limits belong to that one.
        string IdOf(string which) => File.ReadLines($"/proc/{_server!.Pid}/status").First(l => l.StartsWith(which, StringComparison.Ordinal)).Split('\t')[1];
        string[] asServer = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={IdOf("Uid:")}", $"--regid={IdOf("Gid:")}", "--clear-groups"] : [];
        foreach (var process in Family(_server!.Pid))
        {
            try { await RunAsync([.. asServer, "prlimit", "--pid", process.ToString(CultureInfo.InvariantCulture), $"--fsize={limit}:unlimited"]); }
            catch (ShouldAssertException) when (!Directory.Exists($"/proc/{process}")) { /* it had done its work */ }
        }
    }

    public async Task<T> AskAsync<T>(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No answer to {sql}"));
    }

    private static IEnumerable<int> Family(int postmaster) => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(n => int.Parse(n!, CultureInfo.InvariantCulture))
        .Where(p => p == postmaster || ParentOf(p) == postmaster).ToList();

    private static int? ParentOf(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException) { return null; }
    }

    private static async Task RunAsync(string[] line)
    {
        using var process = Process.Start(line[0], line[1..]);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Join(' ', line));
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
