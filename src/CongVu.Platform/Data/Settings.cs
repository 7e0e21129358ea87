using Npgsql;

namespace CongVu.Platform.Data;

/// <summary>Few named settings of the installation, kept in the database.</summary>
public sealed class Settings(NpgsqlDataSource source)
{
    /// <summary>Set to "true" when the data is the synthetic practice province.</summary>
    public const string Practice = "practice";
    /// <summary>Name of the province, e.g. "Tỉnh Bình Minh".</summary>
    public const string Province = "province";

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (string? Value, long At)> _cache = new();

    /// <summary>Value of a setting or null; cached for ten seconds.</summary>
    public async ValueTask<string?> GetAsync(string key, CancellationToken ct)
    {
        if (_cache.TryGetValue(key, out var hit) && Environment.TickCount64 - hit.At < 10_000) return hit.Value;
        await using var command = source.CreateCommand("select value from platform.setting where key = $1");
        command.Parameters.AddWithValue(key);
        var value = await command.ExecuteScalarAsync(ct) as string;
        _cache[key] = (value, Environment.TickCount64);
        return value;
    }

    /// <summary>Sets a value.</summary>
    public async Task SetAsync(string key, string value, CancellationToken ct)
    {
        await using var command = source.CreateCommand("insert into platform.setting(key, value) values ($1, $2) on conflict (key) do update set value = excluded.value");
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(ct);
        _cache.TryRemove(key, out _);
    }
}
