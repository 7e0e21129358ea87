using System.Globalization;
using System.Text.Json;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CongVu.Platform.Jobs;

/// <summary>
/// Takes due jobs from the table (<c>for update skip locked</c>), one at a time in each lane, and runs them with a lease, retries with
/// growing pauses and a dead list. Any number of nodes may run it. A try that lost its lease can no longer say how the job ended.
/// </summary>
public sealed partial class JobRunner(NpgsqlDataSource source, IServiceScopeFactory scopes, IEnumerable<RecurringJob> recurring, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly Dictionary<string, DateTime> _enqueued = [];
    private readonly string _node = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enum.GetValues<JobLane>().Select(lane => Task.Run(() => GoAsync(lane, stoppingToken), stoppingToken)));

    private async Task GoAsync(JobLane lane, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (lane == JobLane.Quick) await EnqueueRecurringAsync(stoppingToken);
                while (await RunOneAsync(lane, stoppingToken)) { }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { break; }
            catch (Exception e) when (e is NpgsqlException or TimeoutException) { LogDatabaseAway(log, e.Message); }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs jobs of all lanes, one after another, until none is due. For tests and the command line.</summary>
    public async Task DrainAsync(CancellationToken ct)
    {
        while (await RunOneAsync(null, ct)) { }
    }

    private async Task<bool> RunOneAsync(JobLane? lane, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var handlers = scope.ServiceProvider.GetServices<JobHandler>().Where(h => lane is null || h.Lane == lane).ToDictionary(h => h.Kind, StringComparer.Ordinal);
        var taken = await TakeAsync(handlers.Values, ct);
        if (taken is not { } job) return false;
        var handler = handlers[job.Kind];
        var context = new JobContext(job.Id, job.Payload, job.AccountId, (percent, text, token) => ReportAsync(job.Id, job.Attempts, handler.Lease, percent, text, token));
        try
        {
            await handler.RunAsync(context, ct);
            await FinishAsync(job.Id, job.Attempts, context.Result, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception e)
        {
            LogFailed(log, e, job.Kind, job.Id, job.Attempts);
            await FailAsync(job.Id, job.Attempts, handler.MaxAttempts, e.Message, ct);
        }
        return true;
    }

    private async Task<(Guid Id, string Kind, string Payload, int Attempts, Guid? AccountId)?> TakeAsync(IReadOnlyCollection<JobHandler> handlers, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            update platform.job j set state = 'Running', attempts = attempts + 1, leased_by = $2,
              lease_until = $1 + (select lease from unnest($3, $4) as h(kind, lease) where h.kind = j.kind)
            where id = (select id from platform.job where kind = any($3) and ((state = 'Waiting' and run_at <= $1) or (state = 'Running' and lease_until < $1))
                        order by run_at limit 1 for update skip locked)
            returning id, kind, payload, attempts, account_id
            """);
        command.Parameters.AddWithValue(clock.UtcNow());
        command.Parameters.AddWithValue(_node);
        command.Parameters.AddWithValue(handlers.Select(h => h.Kind).ToArray());
        command.Parameters.AddWithValue(handlers.Select(h => h.Lease).ToArray());
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetGuid(4)) : null;
    }

    // A try is known by its number: once another has begun, what an earlier one reports no longer counts.
    private Task ReportAsync(Guid id, int attempt, TimeSpan lease, int percent, string? text, CancellationToken ct) =>
        RunAsync("update platform.job set progress = $3, progress_text = $4, lease_until = $5 where id = $1 and attempts = $2", ct, id, attempt, percent, text ?? "", clock.UtcNow() + lease);

    private Task FinishAsync(Guid id, int attempt, object? result, CancellationToken ct) =>
        RunAsync("update platform.job set state = 'Done', progress = 100, result = $3::jsonb, finished_at = $4, last_error = null where id = $1 and attempts = $2", ct,
            id, attempt, JsonSerializer.Serialize(result, Json.Options), clock.UtcNow());

    private Task FailAsync(Guid id, int attempts, int max, string message, CancellationToken ct) =>
        RunAsync("update platform.job set state = $2, run_at = $3, last_error = $4, finished_at = case when $2 = 'Dead' then $5 end where id = $1 and attempts = $6", ct,
            id, attempts >= max ? "Dead" : "Waiting", clock.UtcNow() + TimeSpan.FromSeconds(Math.Min(600, Math.Pow(3, attempts))), message, clock.UtcNow(), attempts);

    private async Task EnqueueRecurringAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        foreach (var job in recurring)
        {
            var slot = new DateTime(now.Ticks - now.Ticks % job.Every.Ticks, DateTimeKind.Utc);
            if (_enqueued.TryGetValue(job.Kind, out var last) && last == slot) continue;
            await RunAsync("""
                insert into platform.job(id, kind, payload, dedupe_key, run_at, state, created_at) values ($1, $2, '{}', $3, $4, 'Waiting', $4)
                on conflict (dedupe_key) do nothing
                """, ct, Guid.CreateVersion7(), job.Kind, $"{job.Kind}@{slot.ToString("O", CultureInfo.InvariantCulture)}", now);
            _enqueued[job.Kind] = slot;
        }
    }

    private async Task RunAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Id} failed at try {Attempt}")]
    private static partial void LogFailed(ILogger log, Exception exception, string kind, Guid id, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job runner cannot reach the database: {Reason}")]
    private static partial void LogDatabaseAway(ILogger log, string reason);
}
