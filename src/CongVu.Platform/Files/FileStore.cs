using System.Security.Cryptography;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Platform.Files;

/// <summary>What is known of a stored file.</summary>
public sealed record StoredFile(Guid Id, string Name, string MediaType, long Size, byte[] Sha256, DateTime CreatedAt, Guid? AccountId, string? OwnerType, Guid? OwnerId, Guid? UnitId);

/// <summary>
/// Files live in the database in chunks of one megabyte, so that any node serves them and one backup holds everything.
/// Content must have passed <c>FileInspector</c> before it comes here.
/// </summary>
public sealed class FileStore(NpgsqlDataSource source, Gate gate, TimeProvider clock)
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Stores a file as a whole or not at all. The owner decides who may read it.</summary>
    public async Task<StoredFile> SaveAsync(Stream content, string name, string mediaType, string ownerType, Guid? ownerId, Guid? unitId, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var id = Guid.CreateVersion7();
        await RunAsync(connection, "insert into platform.stored_file(id, name, media_type, size, sha256, created_at, account_id, owner_type, owner_id, unit_id) values ($1,$2,$3,0,''::bytea,$4,$5,$6,$7,$8)", ct,
            (id, NpgsqlDbType.Uuid), (Path.GetFileName(name), NpgsqlDbType.Text), (mediaType, NpgsqlDbType.Text), (clock.UtcNow(), NpgsqlDbType.TimestampTz),
            (gate.ActorOrNull?.AccountId, NpgsqlDbType.Uuid), (ownerType, NpgsqlDbType.Text), (ownerId, NpgsqlDbType.Uuid), (unitId, NpgsqlDbType.Uuid));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[ChunkSize];
        long size = 0;
        for (var no = 0; ; no++)
        {
            var read = await content.ReadAtLeastAsync(buffer, ChunkSize, throwOnEndOfStream: false, ct);
            if (read == 0) break;
            hash.AppendData(buffer, 0, read);
            size += read;
            await RunAsync(connection, "insert into platform.file_chunk(file_id, no, content) values ($1,$2,$3)", ct,
                (id, NpgsqlDbType.Uuid), (no, NpgsqlDbType.Integer), (buffer[..read], NpgsqlDbType.Bytea));
            if (read < ChunkSize) break;
        }
        await RunAsync(connection, "update platform.stored_file set size = $2, sha256 = $3 where id = $1", ct,
            (id, NpgsqlDbType.Uuid), (size, NpgsqlDbType.Bigint), (hash.GetHashAndReset(), NpgsqlDbType.Bytea));
        await transaction.CommitAsync(ct);
        return (await FindAsync(id, ct))!;
    }

    /// <summary>What is known of a file, or null.</summary>
    public async Task<StoredFile?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select id, name, media_type, size, sha256, created_at, account_id, owner_type, owner_id, unit_id from platform.stored_file where id = $1");
        command.Parameters.AddWithValue(id);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new StoredFile(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetFieldValue<byte[]>(4), row.GetDateTime(5),
            Id(row, 6), row.IsDBNull(7) ? null : row.GetString(7), Id(row, 8), Id(row, 9)) : null;
    }

    /// <summary>Copies the content to a stream, chunk by chunk.</summary>
    public async Task CopyToAsync(Guid id, Stream target, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select content from platform.file_chunk where file_id = $1 order by no");
        command.Parameters.AddWithValue(id);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) await target.WriteAsync(row.GetFieldValue<byte[]>(0), ct);
    }

    /// <summary>The whole content; for files known to be small.</summary>
    public async Task<byte[]> ReadAsync(Guid id, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await CopyToAsync(id, content, ct);
        return content.ToArray();
    }

    /// <summary>Removes files for good, in the transaction of the caller's connection. What they were is the caller's to write down.</summary>
    public async Task DeleteAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken ct)
    {
        if (ids.Length > 0) await RunAsync(connection, "delete from platform.stored_file where id = any($1)", ct, (ids, NpgsqlDbType.Array | NpgsqlDbType.Uuid));
    }

    private static Guid? Id(NpgsqlDataReader row, int i) => row.IsDBNull(i) ? null : row.GetGuid(i);

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params (object? Value, NpgsqlDbType Type)[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (value, type) in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        await command.ExecuteNonQueryAsync(ct);
    }
}
