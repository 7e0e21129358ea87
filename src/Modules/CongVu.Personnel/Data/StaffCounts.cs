using CongVu.Personnel.Contracts;
using CongVu.Platform.Time;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Personnel.Data;

/// <summary>Counts employed people by staff category and professional level: over an index alone when it is about today.</summary>
internal sealed class StaffCounts
{
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _clock;
    private readonly JoinedCounts<AsOf, IReadOnlyList<CategoryLevelCount>> _joined;

    public StaffCounts(NpgsqlDataSource source, TimeProvider clock) => (_source, _clock, _joined) = (source, clock, new(ReadAsync));

    public Task<IReadOnlyList<CategoryLevelCount>> OnAsync(AsOf asOf, CancellationToken ct) => _joined.OfAsync(asOf, ct);

    private async Task<IReadOnlyList<CategoryLevelCount>> ReadAsync(AsOf asOf)
    {
        var today = asOf.KnownAt is null && asOf.ValidOn == _clock.Today();
        await using var command = _source.CreateCommand($"""
            select category, professional_level, count(*)::int from {(today ? "personnel.person_today" : "personnel.person_state($1, $2)")}
            where unit_id is not null group by category, professional_level
            """);
        if (!today)
        {
            command.Parameters.AddWithValue(asOf.ValidOn);
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)asOf.KnownAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        }
        await using var rows = await command.ExecuteReaderAsync();
        var counts = new List<CategoryLevelCount>();
        while (await rows.ReadAsync()) counts.Add(new CategoryLevelCount(rows.IsDBNull(0) ? null : rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1), rows.GetInt32(2)));
        return counts;
    }
}
