using Microsoft.Extensions.Logging;

namespace CongVu.Platform.Data.Embedded;

/// <summary>Brings the server back when it dies under a running host, so that pages work again by themselves.</summary>
internal sealed class ServerWatch : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;

    public ServerWatch(Postmaster postmaster, ClusterFolder folder, PostmasterFile server, Func<Task<FileLock>> startLock, ILogger log) =>
        _loop = Task.Run(() => LoopAsync(postmaster, folder, server, startLock, log, _end.Token));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _end.Dispose();
    }

    private static async Task LoopAsync(
        Postmaster postmaster, ClusterFolder folder, PostmasterFile server, Func<Task<FileLock>> startLock, ILogger log, CancellationToken end)
    {
        // Over a socket the port only names the file, which stays the same anyway.
        int? port = server.SocketFolder.Length > 0 ? null : server.Port;
        var pause = Period;
        while (await PausedAsync(pause, end))
        {
            if (server.IsServerOf(folder.Cluster))
                continue;
            try
            {
                log.LogWarning("PostgreSQL (process {Pid}) is gone, starting it again", server.Pid);
                using var starting = await startLock();
                server = await postmaster.AdoptOrStartAsync(port, end);
                log.LogWarning("PostgreSQL is back: process {Pid}", server.Pid);
                pause = Period;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
            {
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                log.LogError(failure, "PostgreSQL could not be started again; next try in {Seconds} s", pause.TotalSeconds);
            }
        }
    }

    private static async Task<bool> PausedAsync(TimeSpan pause, CancellationToken end)
    {
        try
        {
            await Task.Delay(pause, end);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
