using CongVu.Platform.Jobs;
using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Examinations.Prints;

/// <summary>Removes papers that nobody fetched in time.</summary>
internal sealed class PrintHousekeeping(NpgsqlDataSource source, TimeProvider clock) : JobHandler
{
    public const string JobKind = "examinations.pdf-housekeeping";

    public override string Kind => JobKind;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        await using var command = source.CreateCommand("delete from examinations.pdf_print where keep_until < $1");
        command.Parameters.AddWithValue(clock.UtcNow());
        await command.ExecuteNonQueryAsync(ct);
    }
}
