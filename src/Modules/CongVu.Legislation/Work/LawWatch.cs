using CongVu.Legislation.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CongVu.Legislation.Work;

/// <summary>Loads what was approved before the node takes its first request, and then looks every two seconds whether another node has approved more.</summary>
internal sealed partial class LawWatch(LawInUse law, TimeProvider clock, ILogger<LawWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await law.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) break;
            try { await law.RefreshAsync(stoppingToken); }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { break; }
            catch (Exception e) when (e is NpgsqlException or TimeoutException) { LogDatabaseAway(log, e.Message); }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The law's revision cannot be read: {Reason}")]
    private static partial void LogDatabaseAway(ILogger log, string reason);
}
