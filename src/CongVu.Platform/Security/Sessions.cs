using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CongVu.Platform.Time;
using Npgsql;

namespace CongVu.Platform.Security;

/// <summary>
/// Sessions live in the database, so revoking an account, a grant or a session takes effect at the next request
/// on every node. The cookie holds a random token; the table only its hash.
/// </summary>
public sealed class Sessions(NpgsqlDataSource source, TimeProvider clock, IEnumerable<SessionReading> readings)
{
    /// <summary>A session ends after this time without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    /// <summary>A session ends after this time in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly SessionReading[] _readings = [.. readings];
    private readonly string _load = Load.Replace("@readings", string.Join(", ", readings.Select(r => r.Sql)), StringComparison.Ordinal);

    private const string Load = """
        select a.id, a.user_name, a.display_name, a.unit_label, a.person_id, s.second_factor_at is not null, a.totp_secret is not null,
               a.must_change_password, s.last_seen_at,
               coalesce((select jsonb_agg(jsonb_build_object('r', g.role, 'u', g.unit_id, 'c', g.extra_classes, 'f', lower(g.valid), 't', upper(g.valid)))
                         from platform.role_grant g where g.account_id = a.id and g.revoked_at is null and g.valid @> $2), '[]'),
               (select count(*)::int from platform.notice n where n.account_id = a.id and n.read_at is null),
               array[@readings]::bigint[]
        from platform.session s join platform.account a on a.id = s.account_id
        where s.token_hash = $1 and s.ended_at is null and a.disabled_at is null and s.last_seen_at > $3 and s.created_at > $4
        """;

    /// <summary>Opens a session and returns the secret token for the cookie.</summary>
    public async Task<string> OpenAsync(Guid accountId, bool secondFactorDone, IPAddress? address, string userAgent, CancellationToken ct)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        await using var command = source.CreateCommand("""
            insert into platform.session(token_hash, account_id, created_at, last_seen_at, second_factor_at, address, user_agent)
            values ($1, $2, $3, $3, $4, $5, $6)
            """);
        var now = clock.UtcNow();
        command.Parameters.AddWithValue(Hash(token));
        command.Parameters.AddWithValue(accountId);
        command.Parameters.AddWithValue(now);
        command.Parameters.Add(new NpgsqlParameter { Value = secondFactorDone ? now : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        command.Parameters.AddWithValue(address?.ToString() ?? "");
        command.Parameters.AddWithValue(userAgent.Length > 300 ? userAgent[..300] : userAgent);
        await command.ExecuteNonQueryAsync(ct);
        return token;
    }

    /// <summary>The actor behind a cookie, with the grants in force today; null when the session is over. What modules wish read with it goes into <paramref name="into"/>.</summary>
    public async Task<Actor?> FindAsync(string token, IPAddress? address, SessionReadings into, CancellationToken ct)
    {
        var asked = Stopwatch.GetTimestamp();
        var now = clock.UtcNow();
        var hash = Hash(token);
        Actor actor;
        DateTime lastSeen;
        await using (var command = source.CreateCommand(_load))
        {
            command.Parameters.AddWithValue(hash);
            command.Parameters.AddWithValue(clock.Today());
            command.Parameters.AddWithValue(now - Idle);
            command.Parameters.AddWithValue(now - Longest);
            await using var row = await command.ExecuteReaderAsync(ct);
            if (!await row.ReadAsync(ct)) return null;
            actor = new Actor(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetGuid(4),
                Convert.ToHexStringLower(hash.AsSpan(0, 6)), address?.ToString() ?? "", row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7),
                Grants(row.GetString(9)), row.GetInt32(10));
            lastSeen = row.GetDateTime(8);
            var values = row.GetFieldValue<long[]>(11);
            into.Set(_readings.Select((r, i) => (r.Key, Value: values[i])).ToDictionary(r => r.Key, r => r.Value), asked);
        }
        if (now - lastSeen > TimeSpan.FromMinutes(2)) await TouchAsync(hash, now, ct);
        return actor;
    }

    /// <summary>Marks the second factor as given in this session.</summary>
    public Task SecondFactorDoneAsync(string token, CancellationToken ct) =>
        RunAsync("update platform.session set second_factor_at = $2 where token_hash = $1", ct, Hash(token), clock.UtcNow());

    /// <summary>Ends one session.</summary>
    public Task EndAsync(string token, string reason, CancellationToken ct) =>
        RunAsync("update platform.session set ended_at = $2, ended_reason = $3 where token_hash = $1 and ended_at is null", ct, Hash(token), clock.UtcNow(), reason);

    /// <summary>Ends every session of an account, at once on every node.</summary>
    public Task EndAllAsync(Guid accountId, string reason, CancellationToken ct) =>
        RunAsync("update platform.session set ended_at = $2, ended_reason = $3 where account_id = $1 and ended_at is null", ct, accountId, clock.UtcNow(), reason);

    private Task TouchAsync(byte[] hash, DateTime now, CancellationToken ct) =>
        RunAsync("update platform.session set last_seen_at = $2 where token_hash = $1", ct, hash, now);

    private async Task RunAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static IReadOnlyList<ActiveGrant> Grants(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Where(g => Roles.All.ContainsKey(g.GetProperty("r").GetString()!)).Select(g => new ActiveGrant(
            g.GetProperty("r").GetString()!,
            g.GetProperty("u").ValueKind == JsonValueKind.Null ? null : g.GetProperty("u").GetGuid(),
            [.. g.GetProperty("c").EnumerateArray().Select(c => Enum.Parse<DataClass>(c.GetString()!))],
            DateOnly.Parse(g.GetProperty("f").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            g.GetProperty("t").ValueKind == JsonValueKind.Null ? null : DateOnly.Parse(g.GetProperty("t").GetString()!, System.Globalization.CultureInfo.InvariantCulture)))];
    }

    private static byte[] Hash(string token) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token));
}
