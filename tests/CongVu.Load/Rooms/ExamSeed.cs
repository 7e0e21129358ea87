using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace CongVu.Load.Rooms;

/// <summary>A candidate at a machine.</summary>
internal sealed class ExamSeat(Guid id, string token)
{
    public Guid Id { get; } = id;
    public string Token { get; } = token;
    public int Typed { get; set; }
    public int Acknowledged { get; set; }
}

/// <summary>A room that runs, with everybody at a machine; saving asks for no paper.</summary>
internal static class ExamSeed
{
    private const string Sql = """
        with people as (select id, row_number() over (order by id) no from platform.account limit 2),
        b as (insert into examinations.blueprint(id, name, subject, cells, state, author_id, created_at) select gen_random_uuid(), 'Đo tải', 'Đo tải', '[]', 'Draft', id, now() from people where no = 1 returning id),
        e as (insert into examinations.exam(id, name, kind, held_on, state, created_at, created_by) select gen_random_uuid(), 'Đo tải', 'practice', current_date, 'Held', now(), id from people where no = 1 returning id),
        t as (insert into examinations.sitting(id, exam_id, name, blueprint_id, starts_at, minutes, state, commitment, public_rule, public_value, secret, bank, released_by, second_release_by)
          select gen_random_uuid(), e.id, 'Đo tải', b.id, now(), 180, 'Running', 'x', 'x', 'x', ''::bytea, ''::bytea, (select id from people where no = 1), (select id from people where no = 2) from e, b returning id, exam_id),
        r as (insert into examinations.room(id, sitting_id, name, seats, state, started_at) select gen_random_uuid(), t.id, 'Phòng ' || n, 500, 'Running', now() from t, generate_series(0, ($1 - 1) / 500) n returning id, sitting_id, name),
        c as (insert into examinations.candidate(id, exam_id, number, full_name, birth, personal_id) select gen_random_uuid(), t.exam_id, 'D' || n, 'Thí sinh ' || n, date '1999-01-01', n::text from t, generate_series(1, $1) n returning id, personal_id::int n)
        insert into examinations.seat(id, sitting_id, candidate_id, room_id, number, state, started_at)
          select gen_random_uuid(), r.sitting_id, c.id, r.id, c.n, 'Working', now() from c join r on r.name = 'Phòng ' || ((c.n - 1) / 500) returning id
        """;

    public static async Task<IReadOnlyList<ExamSeat>> AddAsync(string connection, int candidates, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var seats = new List<ExamSeat>();
        await using (var command = source.CreateCommand(Sql))
        {
            command.Parameters.AddWithValue(candidates);
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct)) seats.Add(new ExamSeat(row.GetGuid(0), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_')));
        }
        await using var machines = source.CreateCommand("insert into examinations.seat_device(seat_id, epoch, token_hash, address, agent, opened_at, last_seen_at) select seat, 1, hash, '127.0.0.1', 'load', now(), now() from unnest($1::uuid[], $2::text[]) u(seat, hash)");
        machines.Parameters.AddWithValue(seats.Select(s => s.Id).ToArray());
        machines.Parameters.AddWithValue(seats.Select(s => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(s.Token)))).ToArray());
        await machines.ExecuteNonQueryAsync(ct);
        return seats;
    }

    /// <summary>Entries of each seat in the database.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> CountAsync(string connection, IEnumerable<ExamSeat> seats, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select seat_id, count(*)::int from examinations.seat_entry where seat_id = any($1) group by seat_id");
        command.Parameters.AddWithValue(seats.Select(s => s.Id).ToArray());
        var counts = new Dictionary<Guid, int>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) counts[row.GetGuid(0)] = row.GetInt32(1);
        return counts;
    }
}
