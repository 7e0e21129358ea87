using System.Security.Cryptography;
using System.Text;
using CongVu.Platform.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Platform.Audit;

/// <summary>
/// Chains audit entries: each seal hashes the entry's text with the hash before it. Runs as a job under an advisory lock, and
/// takes only entries of transactions that can no longer be overtaken, so writers never wait for each other. Entries are sealed in the order of their
/// transactions, so the search begins at the last one sealed, however long the log; only in a database restored into a new server, where
/// transactions count from the beginning again, the whole log is searched once.
/// </summary>
public sealed class AuditSealer(NpgsqlDataSource source) : JobHandler
{
    /// <summary>Job kind; recurs every few seconds.</summary>
    public const string JobKind = "platform.audit-seal";

    /// <summary>The text that is hashed: every column of the entry, in order, as the database prints it.</summary>
    internal const string EntryText = """
        concat_ws('|', e.id, extract(epoch from e.at)::text, coalesce(e.account_id::text, '-'), coalesce(e.session_ref, '-'), coalesce(e.address, '-'), e.action,
        coalesce(e.subject_type, '-'), coalesce(e.subject_id::text, '-'), coalesce(e.unit_id::text, '-'), e.count, coalesce(e.process_id::text, '-'), coalesce(e.detail::text, '-'))
        """;

    private const int BatchSize = 20_000;

    /// <inheritdoc />
    public override string Kind => JobKind;

    /// <inheritdoc />
    public override Task RunAsync(JobContext job, CancellationToken ct) => SealAsync(ct);

    /// <summary>Seals everything that can be sealed now; returns how many.</summary>
    public async Task<int> SealAsync(CancellationToken ct)
    {
        var total = 0;
        for (var sealedNow = BatchSize; sealedNow == BatchSize; total += sealedNow) sealedNow = await SealBatchAsync(ct);
        return total;
    }

    private async Task<int> SealBatchAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var claim = new NpgsqlCommand("select pg_try_advisory_xact_lock(7210001)", connection))
            if (!(bool)(await claim.ExecuteScalarAsync(ct))!) return 0;

        long no = 0;
        var hash = new byte[32];
        string? sealedUpTo = null;
        await using (var last = new NpgsqlCommand("""
            select s.no, s.hash, case when e.xid < pg_snapshot_xmin(pg_current_snapshot()) then e.xid::text end
            from platform.audit_seal s join platform.audit_entry e on e.id = s.entry_id order by s.no desc limit 1
            """, connection))
        await using (var row = await last.ExecuteReaderAsync(ct))
            if (await row.ReadAsync(ct)) (no, hash, sealedUpTo) = (row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.IsDBNull(2) ? null : row.GetString(2));

        var ids = new List<Guid>();
        var numbers = new List<long>();
        var hashes = new List<byte[]>();
        await using (var open = new NpgsqlCommand($"""
            select e.id, {EntryText} from platform.audit_entry e
            where e.xid < pg_snapshot_xmin(pg_current_snapshot()) {(sealedUpTo is null ? "" : "and e.xid >= $1::xid8")} and not exists (select 1 from platform.audit_seal s where s.entry_id = e.id)
            order by e.xid, e.id limit {BatchSize}
            """, connection))
        {
            if (sealedUpTo is not null) open.Parameters.Add(new NpgsqlParameter<string> { TypedValue = sealedUpTo });
            await using var row = await open.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                hash = Chain(hash, row.GetString(1));
                ids.Add(row.GetGuid(0));
                numbers.Add(++no);
                hashes.Add(hash);
            }
        }
        if (ids.Count == 0) return 0;
        await using var insert = new NpgsqlCommand("insert into platform.audit_seal(no, entry_id, hash) select * from unnest($1, $2, $3)", connection);
        insert.Parameters.Add(new() { Value = numbers.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        insert.Parameters.Add(new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        insert.Parameters.Add(new() { Value = hashes.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        await insert.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return ids.Count;
    }

    internal static byte[] Chain(byte[] previous, string entry)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous);
        sha.AppendData(Encoding.UTF8.GetBytes(entry));
        return sha.GetHashAndReset();
    }
}
