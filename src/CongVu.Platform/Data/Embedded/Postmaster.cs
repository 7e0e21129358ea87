using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace CongVu.Platform.Data.Embedded;

/// <summary>Starts, adopts and stops the server of one cluster. The caller holds the start lock.</summary>
internal sealed class Postmaster(
    ClusterFolder folder, PostgresPrograms programs, ServerAccount account, EmbeddedPostgresOptions options)
{
    private const int HeldByAnother = 93;
    private const int PortTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The running server, whoever started it; started when none runs. A restart under a running host must keep the
    /// loopback <paramref name="port"/> its connections were told.</summary>
    public async Task<PostmasterFile> AdoptOrStartAsync(int? port, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < options.StartLimit)
        {
            var file = PostmasterFile.Read(folder.PidFile);
            if (file is not null && file.IsServerOf(folder.Cluster))
            {
                if (file.IsReady)
                    return file;
            }
            else if (!AnyProcessLeft())
            {
                DropForeignPidFile(file);
                if (await StartAsync(port, cancellation) is { } started)
                    return started;
            }
            // It is starting, stopping, or the processes of a killed server are on their way out.
            await Task.Delay(Pause, cancellation);
        }
        throw new EmbeddedPostgresException("data-in-use",
            $"Một tiến trình PostgreSQL còn giữ dữ liệu ở «{folder.Home}» nhưng không trả lời. Hãy chờ rồi chạy lại, hoặc dừng tiến trình đó.");
    }

    /// <summary>Ends the server after its last transaction (fast shutdown).</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (PostmasterFile.Read(folder.PidFile) is not { } file || !file.IsServerOf(folder.Cluster))
            return;
        var seconds = options.StopLimit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var done = await OsCommand.RunAsync(
            account.Line(programs.PgCtl, "stop", "-D", folder.Cluster, "-m", "fast", "-w", "-t", seconds),
            options.StopLimit + TimeSpan.FromSeconds(5), cancellation);
        if (!done.Succeeded && file.IsServerOf(folder.Cluster))
            throw new EmbeddedPostgresException("stop-failed", $"PostgreSQL chưa dừng được sau {seconds} giây; nó vẫn tiếp tục tự dừng. {done.Said}");
    }

    /// <summary>Whether any process of the server lives: each holds the lock file the server was started with.</summary>
    private bool AnyProcessLeft()
    {
        using var free = FileLock.TryExclusive(folder.ServerAlive);
        return free is null;
    }

    // PostgreSQL refuses to start while the number in a leftover file is some living process of the same account. It was
    // just seen not to be our server, and no process of ours is left.
    private void DropForeignPidFile(PostmasterFile? file)
    {
        if (file is null || !Directory.Exists($"/proc/{file.Pid}"))
            return;
        options.Log.LogWarning("Removing the postmaster.pid of a server that is gone (process {Pid} is another program)", file.Pid);
        File.Delete(folder.PidFile);
    }

    /// <summary>Null if another server turned up meanwhile.</summary>
    private async Task<PostmasterFile?> StartAsync(int? pinnedPort, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.Cluster, ServerSettings.FileName), ServerSettings.Text(folder, options.ForTests), cancellation);
        if (ServerAddress.SocketFits(folder.Sockets))
            return await LaunchAsync(ServerAddress.SocketPort, ["-c", "listen_addresses=", "-c", $"unix_socket_directories={folder.Sockets}"], cancellation);
        for (var attempt = 1; ; attempt++)
        {
            var port = pinnedPort ?? PortOfLastTime(attempt) ?? FreePort();
            try
            {
                var file = await LaunchAsync(port, ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], cancellation);
                await File.WriteAllTextAsync(folder.Port, port.ToString(CultureInfo.InvariantCulture), cancellation);
                return file;
            }
            catch (EmbeddedPostgresException taken) when (taken.Code == "port-taken" && pinnedPort is null && attempt < PortTries)
            {
                options.Log.LogInformation("Port {Port} is taken, trying another", port);
            }
        }
    }

    private async Task<PostmasterFile?> LaunchAsync(int port, string[] address, CancellationToken cancellation)
    {
        var log = new ServerLog(folder.Logs);
        // setsid: Ctrl-C in the terminal stops the host, which then stops the server, not both at once. flock without a fork:
        // the server and its children hold the lock as long as they live, so nobody ever starts a second one on this data.
        using var process = OsCommand.Start(["setsid", .. account.Line([
            "flock", "--exclusive", "--nonblock", "--no-fork", "--conflict-exit-code", $"{HeldByAnother}", folder.ServerAlive,
            programs.Postgres, "-D", folder.Cluster, "-p", port.ToString(CultureInfo.InvariantCulture), .. address])]);
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, line) => { lock (said) said.AppendLine(line.Data); };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        process.StandardInput.Close();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < options.StartLimit)
        {
            if (PostmasterFile.Read(folder.PidFile) is { IsReady: true } file && file.IsServerOf(folder.Cluster))
                return file;
            if (process.HasExited)
            {
                await process.WaitForExitAsync(cancellation); // to the end of what it said
                if (process.ExitCode == HeldByAnother)
                    return null;
                throw ServerComplaint.Explain($"{log.SinceThen()}\n{said}", folder.Home);
            }
            await Task.Delay(Pause, cancellation);
        }
        throw new EmbeddedPostgresException("start-failed",
            $"PostgreSQL vẫn đang khôi phục dữ liệu sau {options.StartLimit.TotalMinutes:0} phút. Hãy chờ rồi chạy lại; nhật ký ở «{folder.Logs}».");
    }

    private int? PortOfLastTime(int attempt) =>
        attempt == 1 && File.Exists(folder.Port) && int.TryParse(File.ReadAllText(folder.Port), CultureInfo.InvariantCulture, out var port)
            ? port
            : null;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
