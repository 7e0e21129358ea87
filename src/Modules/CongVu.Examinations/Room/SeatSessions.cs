using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>A machine that a token belongs to. What is here never changes, so it may be remembered.</summary>
internal sealed record SeatSession(SeatRef Seat, int Epoch, string Address);

/// <summary>Finds machines by their tokens. A token is 256 random bits the machine made; only its hash is stored, so a copy of the database opens no paper.</summary>
internal sealed class SeatSessions(NpgsqlDataSource source)
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<string, SeatSession> _known = new(StringComparer.Ordinal);

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <summary>43 characters of base64url: 32 bytes.</summary>
    public static bool IsToken(string? token) => token is { Length: 43 } && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public async Task<SeatSession?> FindAsync(string token, CancellationToken ct)
    {
        var hash = Hash(token);
        if (_known.TryGetValue(hash, out var known)) return known;
        await using var command = source.CreateCommand("select d.seat_id, s.sitting_id, s.room_id, d.epoch, d.address from examinations.seat_device d join examinations.seat s on s.id = d.seat_id where d.token_hash = $1");
        command.Parameters.AddWithValue(hash);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) return null;
        if (_known.Count > Most) _known.Clear();
        return _known[hash] = new SeatSession(new SeatRef(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2)), row.GetInt32(3), row.GetString(4));
    }

    /// <summary>
    /// A session answers from the machine it was opened at; what an earlier machine still holds may also come from the address of a later one of the same seat
    /// (the council let the candidate go on there).
    /// </summary>
    public async Task<bool> MayComeFromAsync(SeatSession session, string address, CancellationToken ct)
    {
        if (session.Address == address) return true;
        await using var command = source.CreateCommand("select exists(select 1 from examinations.seat_device where seat_id = $1 and epoch > $2 and address = $3)");
        command.Parameters.AddWithValue(session.Seat.SeatId);
        command.Parameters.AddWithValue(session.Epoch);
        command.Parameters.AddWithValue(address);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
