using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Personnel.Data;

/// <summary>
/// Counts employed people by unit and rank in one grouped query, over an index alone when it is about today. Read by hand: there
/// are thousands of groups, and the report is asked for often.
/// </summary>
internal sealed class UnitRankCounts
{
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _clock;
    private readonly JoinedCounts<AsOf, IReadOnlyList<UnitRankCount>> _joined;

    public UnitRankCounts(NpgsqlDataSource source, TimeProvider clock) =>
        (_source, _clock, _joined) = (source, clock, new(asOf => ReadAsync(asOf, UnitScope.All, CancellationToken.None)));

    public async Task<IReadOnlyList<UnitRankCount>> OnAsync(AsOf asOf, UnitScope scope, CancellationToken ct) =>
        scope.IsEmpty ? [] : scope.IsAll ? await _joined.OfAsync(asOf, ct) : await ReadAsync(asOf, scope, ct);

    private async Task<IReadOnlyList<UnitRankCount>> ReadAsync(AsOf asOf, UnitScope scope, CancellationToken ct)
    {
        var today = asOf.KnownAt is null && asOf.ValidOn == _clock.Today();
        await using var command = _source.CreateCommand($"""
            select unit_id, rank_code, count(*)::int from {(today ? "personnel.person_today" : "personnel.person_state($1, $2)")}
            where unit_id is not null {(scope.IsAll ? "" : $"and unit_id = any(${(today ? 1 : 3)})")} group by unit_id, rank_code
            """);
        if (!today)
        {
            command.Parameters.AddWithValue(asOf.ValidOn);
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)asOf.KnownAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        }
        if (!scope.IsAll) command.Parameters.AddWithValue(scope.Ids);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var counts = new List<UnitRankCount>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal); // the same few codes thousands of times
        while (await rows.ReadAsync(ct))
        {
            var rank = rows.IsDBNull(1) ? null : rows.GetString(1);
            if (rank is not null && !names.TryAdd(rank, rank)) rank = names[rank];
            counts.Add(new UnitRankCount(rows.GetGuid(0), rank, rows.GetInt32(2)));
        }
        return counts;
    }
}
