using CongVu.Examinations.Data;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>What decides whether a machine gets the candidate's paper, and what it gets beside the questions.</summary>
/// <param name="Number">Candidate number: with it the paper is drawn.</param>
/// <param name="Typed">Answers and marks of all machines of the seat, in no order.</param>
internal sealed record PaperAsked(SeatStanding Standing, string Number, string[] Networks, string? BrowserKey, IReadOnlyList<SeatEntry> Typed);

/// <summary>What two hundred candidates ask of the database at the same second when a room begins: one message each.</summary>
internal static class PaperQuery
{
    private const string Place = """
        select c.number, r.networks, r.browser_key
        from examinations.seat s join examinations.candidate c on c.id = s.candidate_id join examinations.room r on r.id = s.room_id where s.id = $1
        """;

    private const string Typed = """
        select epoch, sequence, kind, question, body, counts from examinations.seat_entry where seat_id = $1 and kind in ('answer', 'flag')
        """;

    public static async Task<PaperAsked> AskAsync(NpgsqlDataSource source, Guid seat, int epoch, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(StandingQuery.Of([(seat, epoch)]));
        foreach (var sql in new[] { Place, Typed })
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.AddWithValue(seat);
            batch.BatchCommands.Add(command);
        }
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var standing = StandingQuery.Read(row);
        await row.NextResultAsync(ct);
        await row.ReadAsync(ct);
        var (number, networks, key) = (row.GetString(0), row.GetFieldValue<string[]>(1), row.IsDBNull(2) ? null : row.GetString(2));
        await row.NextResultAsync(ct);
        var typed = new List<SeatEntry>();
        while (await row.ReadAsync(ct))
            typed.Add(new SeatEntry
            {
                SeatId = seat, Epoch = row.GetInt32(0), Sequence = row.GetInt32(1), Kind = row.GetString(2), Question = row.IsDBNull(3) ? null : row.GetInt32(3),
                Body = row.IsDBNull(4) ? null : row.GetString(4), Counts = row.GetBoolean(5),
            });
        return new PaperAsked(standing, number, networks, key, typed);
    }
}
