using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CongVu.Examinations.Sittings;

/// <summary>
/// Papers destroyed on one node leave the memory of every other: each looks every few seconds whether a sitting whose bank it holds open has been destroyed. A node that holds none asks nothing.
/// </summary>
internal sealed partial class DestroyedWatch(OpenedBanks opened, NpgsqlDataSource source, TimeProvider clock, ILogger<DestroyedWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) break;
            try { await LookAsync(stoppingToken); }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { break; }
            catch (Exception e) when (e is NpgsqlException or TimeoutException) { LogDatabaseAway(log, e.Message); }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        if (opened.Sittings is not { Count: > 0 } held) return;
        await using var command = source.CreateCommand("select id from examinations.sitting where id = any($1) and destroyed_at is not null");
        command.Parameters.AddWithValue(held.ToArray());
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            opened.Forget(row.GetGuid(0));
            LogForgotten(log, row.GetGuid(0));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The opened papers of sitting {Sitting}, destroyed on another node, are forgotten")]
    private static partial void LogForgotten(ILogger log, Guid sitting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether open papers were destroyed cannot be asked: {Reason}")]
    private static partial void LogDatabaseAway(ILogger log, string reason);
}
