using Npgsql;

namespace CongVu.Decisions.Import;

/// <summary>
/// Takes indexes, foreign keys and other constraints off tables that are to be filled in bulk, and puts the very same back. Within the caller's
/// transaction: either they are back at its end or nothing has happened.
/// </summary>
internal sealed class BareTables
{
    private readonly NpgsqlConnection _connection;
    private readonly List<string> _restore = [];

    private BareTables(NpgsqlConnection connection) => _connection = connection;

    public static async Task<BareTables> OfAsync(NpgsqlConnection connection, string schema, string[] tables, CancellationToken ct)
    {
        var bare = new BareTables(connection);
        var names = tables.Select(t => $"{schema}.{t}").ToArray();
        var drop = new List<string>();
        await using (var command = new NpgsqlCommand("""
            select format('alter table %s drop constraint %I', conrelid::regclass, conname), format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), case contype when 'f' then 3 else 1 end as rank
            from pg_constraint where (conrelid = any(select unnest($1)::regclass) or confrelid = any(select unnest($1)::regclass)) and contype in ('f', 'u', 'p')
            union all
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 2
            from pg_index i where i.indrelid = any(select unnest($1)::regclass) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('u', 'p', 'x'))
            order by rank desc
            """, connection) { Parameters = { new() { Value = names } } })
        await using (var rows = await command.ExecuteReaderAsync(ct))
            while (await rows.ReadAsync(ct))
            {
                drop.Add(rows.GetString(0));
                bare._restore.Insert(0, rows.GetString(1));
            }
        foreach (var statement in drop) await bare.RunAsync(statement, ct);
        return bare;
    }

    /// <summary>Builds everything again: keys first, then indexes, then references.</summary>
    public async Task RestoreAsync(CancellationToken ct)
    {
        await RunAsync("set local maintenance_work_mem = '256MB'", ct);
        foreach (var statement in _restore) await RunAsync(statement, ct);
        _restore.Clear();
    }


    private async Task RunAsync(string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, _connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
