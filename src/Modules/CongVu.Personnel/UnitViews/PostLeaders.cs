using CongVu.Organisation.Contracts;
using CongVu.Platform.Time;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Personnel.UnitViews;

/// <summary>Who holds the leadership posts, for the organisation chart.</summary>
internal sealed class PostLeaders(NpgsqlDataSource source) : LeaderSource
{
    public override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<UnitLeader>>> OnAsync(AsOf asOf, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select p.unit_id, p.person_id, i.full_name, p.post_code, p.acting, e.unit_id is distinct from p.unit_id
            from personnel.leadership_post p
            join personnel.identity i on i.person_id = p.person_id and i.valid @> $1 and personnel.known(i.recorded, $2)
            left join personnel.employment e on e.person_id = p.person_id and e.valid @> $1 and personnel.known(e.recorded, $2)
            where p.valid @> $1 and personnel.known(p.recorded, $2)
            order by p.unit_id, p.height desc, p.acting, p.held_since, p.person_id
            """);
        command.Parameters.AddWithValue(asOf.ValidOn);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)asOf.KnownAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var leaders = new Dictionary<Guid, List<UnitLeader>>();
        while (await rows.ReadAsync(ct))
        {
            if (!leaders.TryGetValue(rows.GetGuid(0), out var of)) leaders[rows.GetGuid(0)] = of = [];
            of.Add(new UnitLeader(rows.GetGuid(1), rows.GetString(2), rows.GetString(3), rows.GetBoolean(4), rows.GetBoolean(5)));
        }
        return leaders.ToDictionary(l => l.Key, l => (IReadOnlyList<UnitLeader>)l.Value);
    }
}
