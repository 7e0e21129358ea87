using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Platform.Jobs;

/// <summary>Removes finished jobs after a month, finished clockwork after a day, so that the queue stays small. Dead jobs stay.</summary>
internal sealed class JobHousekeeping(NpgsqlDataSource source, TimeProvider clock) : JobHandler
{
    public const string JobKind = "platform.job-housekeeping";

    public override string Kind => JobKind;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            delete from platform.job where state = 'Done' and (finished_at < $1 - interval '30 days' or (account_id is null and dedupe_key like kind || '@%' and finished_at < $1 - interval '1 day'))
            """);
        command.Parameters.AddWithValue(clock.UtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }
}
