using System.Security.Cryptography;
using CongVu.Examinations.Bank;
using CongVu.Examinations.Items;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Room;
using CongVu.Examinations.Sittings;
using CongVu.Host;
using CongVu.Platform;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CongVu.Load.Rooms;

/// <summary>A candidate with what stands on the seat card, and the token of the machine.</summary>
internal sealed class ExamSeat(string number)
{
    public Guid Id { get; } = Guid.NewGuid();
    public string Number { get; } = number;
    public string Code { get; } = SeatCode.Make();
    public string Token { get; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
    public int Typed { get; set; }
    public int Acknowledged { get; set; }
}

/// <summary>A sitting that runs: 60 questions out of 180 for each candidate, rooms of 500.</summary>
internal static class ExamSeed
{
    private const int Questions = 60;

    private const string Sql = """
        with people as (select id, row_number() over (order by id) no from platform.account limit 2),
        b as (insert into examinations.blueprint(id, name, subject, cells, state, author_id, created_at) select gen_random_uuid(), 'Đo tải', 'Đo tải', $6::jsonb, 'Draft', id, now() from people where no = 1 returning id),
        e as (insert into examinations.exam(id, name, kind, held_on, state, created_at, created_by) select gen_random_uuid(), 'Đo tải', 'practice', current_date, 'Held', now(), id from people where no = 1 returning id),
        t as (insert into examinations.sitting(id, exam_id, name, blueprint_id, starts_at, minutes, state, commitment, public_rule, public_value, secret, bank, released_by, second_release_by)
          select gen_random_uuid(), e.id, 'Đo tải', b.id, now(), 180, 'Running', $7, 'x', 'x', $8, $9, (select id from people where no = 1), (select id from people where no = 2) from e, b returning id, exam_id),
        u as (select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) with ordinality u(seat, number, code, token, n)),
        r as (insert into examinations.room(id, sitting_id, name, seats, state, started_at) select gen_random_uuid(), t.id, 'Phòng ' || n, 500, 'Running', now() from t, generate_series(0, ((select count(*) from u) - 1) / 500) n returning id, sitting_id, name),
        c as (insert into examinations.candidate(id, exam_id, number, full_name, birth, personal_id) select gen_random_uuid(), t.exam_id, u.number, 'Thí sinh ' || n, date '1999-01-01', n::text from t, u returning id, personal_id::int n),
        s as (insert into examinations.seat(id, sitting_id, candidate_id, room_id, number, code_hash, state, started_at)
          select u.seat, r.sitting_id, c.id, r.id, u.n, u.code, 'Working', now() from c join u on u.n = c.n join r on r.name = 'Phòng ' || ((c.n - 1) / 500) returning id)
        insert into examinations.seat_device(seat_id, epoch, token_hash, address, agent, opened_at, last_seen_at) select u.seat, 1, u.token, '127.0.0.1', 'load', now(), now() from u where $5
        """;

    /// <param name="atMachines">Everybody is at a machine already; otherwise they still have to enter.</param>
    public static async Task<IReadOnlyList<ExamSeat>> AddAsync(string connection, int candidates, bool atMachines, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddCongVu(connection, CongVuModules.All).BuildServiceProvider();
        var safe = ActivatorUtilities.CreateInstance<ItemSafe>(services);
        BlueprintCell[] cells = [new("", 0, Questions, 100)];
        var bank = new SealedBank([.. Enumerable.Range(1, 3 * Questions).Select(i => Blinding.Seal(Question(i), Guid.NewGuid(), 1, 500))]);
        var secret = RandomNumberGenerator.GetBytes(32);
        var commitment = Sealing.Commitment(Sealing.BankHash([.. bank.Items.Select(i => i.Entry.Entry)]), Sealing.Hash(new Blueprint(cells).Canonical()), secret, "x");
        // Numbers of earlier runs in the same database are others.
        var prefix = "D" + Convert.ToHexString(RandomNumberGenerator.GetBytes(3));
        var seats = Enumerable.Range(1, candidates).Select(n => new ExamSeat($"{prefix}{n:00000}")).ToList();
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(Sql);
        command.CommandTimeout = 300;
        var p = command.Parameters;
        p.AddWithValue(seats.Select(s => s.Id).ToArray());
        p.AddWithValue(seats.Select(s => s.Number).ToArray());
        p.AddWithValue(seats.Select(s => SeatCode.Hash(s.Id, s.Code)).ToArray());
        p.AddWithValue(seats.Select(s => SeatSessions.Hash(s.Token)).ToArray());
        p.AddWithValue(atMachines);
        p.AddWithValue(BlueprintForm.Write(cells));
        p.AddWithValue(commitment);
        p.AddWithValue(safe.SealFile(secret));
        p.AddWithValue(bank.Seal(safe));
        await command.ExecuteNonQueryAsync(ct);
        return seats;
    }

    /// <summary>Entries of each seat in the database.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> CountAsync(string connection, IEnumerable<ExamSeat> seats, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select seat_id, count(*)::int from examinations.seat_entry where seat_id = any($1) group by seat_id");
        command.CommandTimeout = 300;
        command.Parameters.AddWithValue(seats.Select(s => s.Id).ToArray());
        var counts = new Dictionary<Guid, int>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) counts[row.GetGuid(0)] = row.GetInt32(1);
        return counts;
    }

    private static ExamItem Question(int number) => new()
    {
        Id = $"q{number}", Title = $"q{number}",
        Stem = new Content($"Câu {number}. Theo quy định của pháp luật về cán bộ, công chức, việc đánh giá, xếp loại chất lượng công chức hằng năm được thực hiện theo nguyên tắc nào sau đây và do cấp nào quyết định?"),
        Parts = [new Part { Id = "RESPONSE", Kind = PartKind.SingleChoice, Shuffle = true, Key = ["A"], Choices = [.. "ABCD".Select(c => new Choice(c.ToString(), new Content($"Phương án {c} của câu {number}: người đứng đầu cơ quan sử dụng công chức chịu trách nhiệm và quyết định theo thẩm quyền quản lý.")))] }],
    };
}
