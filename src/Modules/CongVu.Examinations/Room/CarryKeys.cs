using System.Collections.Concurrent;
using System.Security.Cryptography;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>The keys of carried files, one pair for a sitting, made when its papers are opened. Machines get the public half with their first answer, before any cut.</summary>
internal sealed class CarryKeys(NpgsqlDataSource source, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Bits = 2048;
    private readonly ConcurrentDictionary<Guid, Lazy<Task<byte[]>>> _public = new();

    private IDataProtector Safe => protection.CreateProtector("CongVu.Examinations.CarriedFiles");

    /// <summary>The public half; made once however many ask at the same time, for making a pair takes a processor a quarter of a second.</summary>
    public async Task<byte[]> PublicAsync(Guid sitting, CancellationToken ct)
    {
        var lazy = _public.GetOrAdd(sitting, id => new Lazy<Task<byte[]>>(() => Task.Run(() => FindOrMakeAsync(id, CancellationToken.None), CancellationToken.None)));
        try { return await lazy.Value.WaitAsync(ct); }
        catch when (lazy.Value.IsFaulted)
        {
            _public.TryRemove(KeyValuePair.Create(sitting, lazy));
            throw;
        }
    }

    private async Task<byte[]> FindOrMakeAsync(Guid sitting, CancellationToken ct)
    {
        if (await ReadAsync("public_key", sitting, ct) is { } stored) return stored;
        using var pair = RSA.Create(Bits);
        await using (var command = source.CreateCommand("insert into examinations.carry_key(sitting_id, public_key, sealed_private_key, made_at) values ($1, $2, $3, $4) on conflict do nothing"))
        {
            command.Parameters.AddWithValue(sitting);
            command.Parameters.AddWithValue(pair.ExportSubjectPublicKeyInfo());
            command.Parameters.AddWithValue(Safe.Protect(pair.ExportPkcs8PrivateKey()));
            command.Parameters.AddWithValue(clock.UtcNow());
            await command.ExecuteNonQueryAsync(ct);
        }
        // Another node may have been first; what is stored is the key.
        return (await ReadAsync("public_key", sitting, ct))!;
    }

    public async Task<RSA?> PrivateAsync(Guid sitting, CancellationToken ct)
    {
        if (await ReadAsync("sealed_private_key", sitting, ct) is not { } stored) return null;
        var pair = RSA.Create();
        pair.ImportPkcs8PrivateKey(Safe.Unprotect(stored), out _);
        return pair;
    }

    private async Task<byte[]?> ReadAsync(string column, Guid sitting, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"select {column} from examinations.carry_key where sitting_id = $1");
        command.Parameters.AddWithValue(sitting);
        return await command.ExecuteScalarAsync(ct) as byte[];
    }
}
