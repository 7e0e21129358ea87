using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace CongVu.Examinations.Room;

/// <summary>A machine that a token belongs to. What is here of it never changes, so it may be remembered.</summary>
internal sealed class SeatSession(SeatRef seat, int epoch, string address)
{
    private readonly Lock _counting = new();
    private DateTimeOffset _since;
    private int _messages;

    public SeatRef Seat { get; } = seat;

    public int Epoch { get; } = epoch;

    public string Address { get; } = address;

    /// <summary>Counts one more message; true while there are no more than the limit in the window.</summary>
    public bool TakeMessage(DateTimeOffset now, int limit, TimeSpan window)
    {
        lock (_counting)
        {
            if (now - _since >= window) (_since, _messages) = (now, 0);
            return ++_messages <= limit;
        }
    }
}

/// <summary>Finds machines by their tokens. A token is 256 random bits the machine made; only its hash is stored, so a copy of the database opens no paper.</summary>
internal sealed class SeatSessions(NpgsqlDataSource source)
{
    private const int Most = 50_000, TokenLength = 43;
    private readonly ConcurrentDictionary<string, SeatSession> _known = new(StringComparer.Ordinal);

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <summary>43 characters of base64url: 32 bytes.</summary>
    public static bool IsToken(string? token) => token is { Length: TokenLength } && IsToken(token.AsSpan());

    public static bool IsToken(ReadOnlySpan<char> token)
    {
        if (token.Length != TokenLength) return false;
        foreach (var c in token) if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        return true;
    }

    /// <summary>A machine heard on this node before; asks nobody and allocates nothing.</summary>
    public SeatSession? Known(ReadOnlySpan<char> token)
    {
        Span<byte> ascii = stackalloc byte[TokenLength], digest = stackalloc byte[SHA256.HashSizeInBytes];
        Span<char> hash = stackalloc char[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(ascii[..Encoding.ASCII.GetBytes(token, ascii)], digest);
        Convert.TryToHexStringLower(digest, hash, out _);
        return _known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(hash, out var known) ? known : null;
    }

    public async Task<SeatSession?> FindAsync(string token, CancellationToken ct)
    {
        var hash = Hash(token);
        await using var command = source.CreateCommand("select d.seat_id, s.sitting_id, s.room_id, d.epoch, d.address from examinations.seat_device d join examinations.seat s on s.id = d.seat_id where d.token_hash = $1");
        command.Parameters.AddWithValue(hash);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Keep(hash, new SeatSession(new SeatRef(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2)), row.GetInt32(3), row.GetString(4))) : null;
    }

    /// <summary>A machine that just came in: its first message need not be looked up.</summary>
    public void Opened(string token, SeatSession session) => Keep(Hash(token), session);

    private SeatSession Keep(string hash, SeatSession session)
    {
        if (_known.Count > Most) _known.Clear();
        return _known.GetOrAdd(hash, session);
    }

    /// <summary>
    /// A session answers from the machine it was opened at; what an earlier machine still holds may also come from the address of a later one of the same seat
    /// (the council let the candidate go on there).
    /// </summary>
    public async ValueTask<bool> MayComeFromAsync(SeatSession session, string address, CancellationToken ct)
    {
        if (session.Address == address) return true;
        await using var command = source.CreateCommand("select exists(select 1 from examinations.seat_device where seat_id = $1 and epoch > $2 and address = $3)");
        command.Parameters.AddWithValue(session.Seat.SeatId);
        command.Parameters.AddWithValue(session.Epoch);
        command.Parameters.AddWithValue(address);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
