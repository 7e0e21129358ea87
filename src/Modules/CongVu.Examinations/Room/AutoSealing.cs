using CongVu.Platform.Jobs;
using CongVu.Platform.Time;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>Seals what a vanished machine left, when the time to bring the rest is over. Each seat is a transaction of its own: a stop in the middle leaves the others for the next run.</summary>
internal sealed class AutoSealing(NpgsqlDataSource source, CodeTries tries, IServiceScopeFactory scopes, TimeProvider clock) : JobHandler
{
    public const string JobKind = "examinations.auto-seal";

    public override string Kind => JobKind;

    public override async Task RunAsync(JobContext job, CancellationToken ct)
    {
        foreach (var seat in await DueAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Sealer>().SealAsync(seat, SealedBy.Clock, null, ct, reason: "Hết giờ làm bài, máy không liên lạc lại trong thời gian chờ.");
        }
        await tries.ForgetOldAsync(ct);
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select s.id from examinations.seat s join examinations.room r on r.id = s.room_id join examinations.sitting t on t.id = s.sitting_id
            where s.sealed_at is null and s.state = 'Working' and r.state = 'Running' and r.started_at + make_interval(mins => t.minutes, secs => r.added_seconds + s.added_seconds) < $1
            """);
        command.Parameters.AddWithValue(clock.UtcNow() - SeatTime.Grace);
        var due = new List<Guid>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) due.Add(row.GetGuid(0));
        return due;
    }
}
