using CongVu.Examinations.Data;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Examinations.Room;

/// <summary>One commit with the entries of many seats.</summary>
internal sealed class EntryBatch
{
    /// <summary>Longer silence while the room works is written down: the council may give the time back.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromSeconds(4);
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly IReadOnlyList<Append> _appends;
    private readonly DateTime _now;
    private readonly AppendOutcome?[] _outcomes;
    private readonly List<(int Message, SeatStanding Standing)> _going = [];
    private readonly HashSet<(Guid, int)> _heard = [];

    private EntryBatch(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Append> appends, DateTime now) =>
        (_connection, _transaction, _appends, _now, _outcomes) = (connection, transaction, appends, now, new AppendOutcome?[appends.Count]);

    public static async Task<AppendOutcome?[]> WriteAsync(NpgsqlDataSource source, KnownStandings known, IReadOnlyList<Append> appends, DateTime now)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var batch = new EntryBatch(connection, transaction, appends, now);
        var versions = await StandingQuery.HoldAsync(connection, transaction, [.. appends.Select(a => a.SeatId)]);
        batch.Judge(await batch.StandingsAsync(known, versions));
        await batch.CompareAsync(resent: true);
        if (await batch.InsertAsync()) await batch.CompareAsync(resent: false);
        await batch.NoteContactAsync();
        await transaction.CommitAsync();
        batch.Remember(known, versions);
        return batch._outcomes;
    }

    private async Task<IReadOnlyDictionary<(Guid, int), SeatStanding>> StandingsAsync(KnownStandings known, IReadOnlyDictionary<Guid, RowVersions> versions)
    {
        var (standings, unknown) = (new Dictionary<(Guid, int), SeatStanding>(_appends.Count), new List<(Guid, int)>());
        foreach (var append in _appends)
        {
            if (!versions.TryGetValue(append.SeatId, out var now)) continue;
            if (known.For(append, now, _now) is { } standing) standings[(append.SeatId, append.Epoch)] = standing;
            else unknown.Add((append.SeatId, append.Epoch));
        }
        if (unknown.Count > 0) foreach (var (key, standing) in await StandingQuery.ReadAsync(_connection, _transaction, unknown)) standings[key] = standing;
        return standings;
    }

    // After the commit: what is known here is on the disk.
    private void Remember(KnownStandings known, IReadOnlyDictionary<Guid, RowVersions> versions)
    {
        foreach (var (message, standing) in _going)
            known.Keep(standing with { Stored = _outcomes[message]!.View.Ack, LastSeenAt = _heard.Contains((standing.SeatId, standing.Epoch)) ? _now : standing.LastSeenAt }, versions[standing.SeatId], _now);
    }

    private void Judge(IReadOnlyDictionary<(Guid, int), SeatStanding> standings)
    {
        for (var i = 0; i < _appends.Count; i++)
        {
            var append = _appends[i];
            if (!standings.TryGetValue((append.SeatId, append.Epoch), out var standing)) continue;
            var view = standing.View(_now, standing.Stored);
            var last = append.Entries.Count == 0 ? 0 : append.Entries[^1].S;
            if (append.Entries.Count > 0 && (append.Entries[0].S > standing.Stored + 1 || append.Entries.Where((e, at) => e.S != append.Entries[0].S + at).Any())) { _outcomes[i] = new AppendOutcome.Gap(view); continue; }
            if (last > standing.Stored && !standing.MayWrite) { _outcomes[i] = standing.IsSealed ? new AppendOutcome.AfterSealing(view) : new AppendOutcome.NotOpen(view); continue; }
            var uncounted = New(append, standing).Count(e => !Counts(append, standing, e));
            _outcomes[i] = new AppendOutcome.Kept(standing.View(_now, Math.Max(last, standing.Stored)), uncounted);
            _going.Add((i, standing));
        }
    }

    private static IEnumerable<Entry> New(Append append, SeatStanding standing) => append.Entries.Where(e => e.S > standing.Stored);

    // A file that was carried was in no contact: what it holds was typed when its machine says so.
    private bool Counts(Append append, SeatStanding standing, Entry entry) =>
        standing.Time.Counts(standing.OpenedAt, entry.C, _now, append.Source == EntrySource.Carried ? standing.OpenedAt : standing.LastSeenAt, standing.LaterOpenedAt);

    /// <summary>Entries that are here already must say the same: the first one stays, whoever comes later.</summary>
    private async Task CompareAsync(bool resent)
    {
        var keys = _going.SelectMany(g => _appends[g.Message].Entries.Where(e => !resent || e.S <= g.Standing.Stored).Select(e => (g.Message, Seat: g.Standing.SeatId, g.Standing.Epoch, Entry: e))).ToList();
        if (keys.Count == 0) return;
        await using var command = new NpgsqlCommand("""
            select e.seat_id, e.epoch, e.sequence, e.clock_ms, e.kind, e.question, e.body from examinations.seat_entry e
            join unnest($1::uuid[], $2::int[], $3::int[]) u(seat, epoch, sequence) on u.seat = e.seat_id and u.epoch = e.epoch and u.sequence = e.sequence
            """, _connection, _transaction);
        command.Parameters.AddWithValue(keys.Select(k => k.Seat).ToArray());
        command.Parameters.AddWithValue(keys.Select(k => k.Epoch).ToArray());
        command.Parameters.AddWithValue(keys.Select(k => k.Entry.S).ToArray());
        var stored = new Dictionary<(Guid, int, int), Entry>();
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync())
                stored[(row.GetGuid(0), row.GetInt32(1), row.GetInt32(2))] = new Entry(row.GetInt32(2), row.GetInt64(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetString(6));
        foreach (var key in keys)
            if (stored.TryGetValue((key.Seat, key.Epoch, key.Entry.S), out var here) && !here.SameAs(key.Entry) && _outcomes[key.Message] is AppendOutcome.Kept)
            {
                var standing = _going.Single(g => g.Message == key.Message).Standing;
                _outcomes[key.Message] = new AppendOutcome.Conflict(standing.View(_now, standing.Stored), key.Entry.S);
            }
        _going.RemoveAll(g => _outcomes[g.Message] is not AppendOutcome.Kept);
    }

    /// <summary>True when some were here already, brought by another message meanwhile.</summary>
    private async Task<bool> InsertAsync()
    {
        var rows = _going.SelectMany(g => New(_appends[g.Message], g.Standing).Select(e => (g.Standing, _appends[g.Message].Source, Entry: e, Counts: Counts(_appends[g.Message], g.Standing, e)))).ToList();
        if (rows.Count == 0) return false;
        await using var command = new NpgsqlCommand("""
            insert into examinations.seat_entry(seat_id, epoch, sequence, received_at, clock_ms, kind, question, body, source, counts)
            select u.seat, u.epoch, u.sequence, $1, u.clock, u.kind, u.question, u.body, u.source, u.counts
            from unnest($2::uuid[], $3::int[], $4::int[], $5::bigint[], $6::text[], $7::int[], $8::text[], $9::text[], $10::bool[]) u(seat, epoch, sequence, clock, kind, question, body, source, counts)
            on conflict do nothing
            """, _connection, _transaction);
        var p = command.Parameters;
        p.AddWithValue(_now);
        p.AddWithValue(rows.Select(r => r.Standing.SeatId).ToArray());
        p.AddWithValue(rows.Select(r => r.Standing.Epoch).ToArray());
        p.AddWithValue(rows.Select(r => r.Entry.S).ToArray());
        p.AddWithValue(rows.Select(r => r.Entry.C).ToArray());
        p.AddWithValue(rows.Select(r => r.Entry.K).ToArray());
        p.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Integer, rows.Select(r => r.Entry.Q).ToArray());
        p.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Text, rows.Select(r => r.Entry.B).ToArray());
        p.AddWithValue(rows.Select(r => r.Source.ToString()).ToArray());
        p.AddWithValue(rows.Select(r => r.Counts).ToArray());
        return await command.ExecuteNonQueryAsync() < rows.Count;
    }

    /// <summary>When each machine was last heard, to a few seconds; and how long it was silent before.</summary>
    private async Task NoteContactAsync()
    {
        var heard = _going.Where(g => _appends[g.Message] is { Source: EntrySource.Live, More: false } && _now - g.Standing.LastSeenAt > SeenEvery).Select(g => g.Standing).ToList();
        if (heard.Count == 0) return;
        _heard.UnionWith(heard.Select(s => (s.SeatId, s.Epoch)));
        await using (var command = new NpgsqlCommand("""
            with d as (select d.seat_id, d.epoch from examinations.seat_device d join unnest($2::uuid[], $3::int[]) u(seat, epoch) on u.seat = d.seat_id and u.epoch = d.epoch for no key update of d skip locked)
            update examinations.seat_device t set last_seen_at = $1 from d where t.seat_id = d.seat_id and t.epoch = d.epoch
            """, _connection, _transaction))
        {
            command.Parameters.AddWithValue(_now);
            command.Parameters.AddWithValue(heard.Select(s => s.SeatId).ToArray());
            command.Parameters.AddWithValue(heard.Select(s => s.Epoch).ToArray());
            await command.ExecuteNonQueryAsync();
        }
        foreach (var standing in heard.Where(s => s.MayWrite && s.LaterOpenedAt is null))
        {
            var since = standing.LastSeenAt > standing.Time.StartedAt ? standing.LastSeenAt : standing.Time.StartedAt!.Value;
            if (_now - since < Silence) continue;
            await RoomEvents.AddAsync(_connection, RoomEvents.Of(standing.SittingId, standing.RoomId, standing.SeatId, _now, RoomEvents.Lost, seconds: (int)(_now - since).TotalSeconds), default);
        }
    }
}
