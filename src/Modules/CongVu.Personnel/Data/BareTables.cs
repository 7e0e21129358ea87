using Npgsql;

namespace CongVu.Personnel.Data;

/// <summary>
/// Tables of a schema without their constraints and indexes, for the length of a bulk load. What is taken off is read from the
/// catalogue, so a migration that adds an index needs no change here.
/// </summary>
internal sealed class BareTables
{
    private readonly IReadOnlyList<string> _restore;

    private BareTables(IReadOnlyList<string> restore) => _restore = restore;

    /// <summary>Takes off foreign keys, exclusion constraints, keys and indexes (check constraints stay).</summary>
    public static async Task<BareTables> StripAsync(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        var drop = new List<string>();
        var restore = new List<string>();
        // Foreign keys go first and come back last: they lean on the keys.
        await using (var command = new NpgsqlCommand("""
            select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
                   format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)), c.contype = 'f'
            from pg_constraint c where c.connamespace = $1::regnamespace and c.contype in ('f', 'x', 'u', 'p') and c.conrelid <> 0
            union all
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), false
            from pg_index i join pg_class t on t.oid = i.indrelid
            where t.relnamespace = $1::regnamespace and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            """, connection) { Parameters = { new() { Value = schema } } })
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            var keys = new List<string>();
            while (await rows.ReadAsync(ct))
            {
                if (rows.GetBoolean(2)) { drop.Insert(0, rows.GetString(0)); keys.Add(rows.GetString(1)); }
                else { drop.Add(rows.GetString(0)); restore.Add(rows.GetString(1)); }
            }
            restore.AddRange(keys);
        }
        await RunAsync(connection, drop, ct);
        return new BareTables(restore);
    }

    /// <summary>Builds everything again; fails when the rows break a constraint.</summary>
    public Task RestoreAsync(NpgsqlConnection connection, CancellationToken ct) => RunAsync(connection, _restore, ct);

    private static async Task RunAsync(NpgsqlConnection connection, IEnumerable<string> statements, CancellationToken ct)
    {
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 1800 };
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
