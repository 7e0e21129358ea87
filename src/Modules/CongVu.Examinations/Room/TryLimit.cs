using System.Collections.Concurrent;

namespace CongVu.Examinations.Room;

/// <summary>Counts tries by key in a window of time, on this node. A wrong code costs its address and its candidate number one each.</summary>
internal sealed class TryLimit(TimeProvider clock)
{
    private const int MostKeys = 100_000;
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> _tries = new(StringComparer.Ordinal);

    /// <summary>Counts one more; true while there are no more than the limit in the window.</summary>
    public bool Take(string key, int limit, TimeSpan window) => Next(key, window) <= limit;

    public bool IsSpent(string key, int limit, TimeSpan window) => _tries.TryGetValue(key, out var tries) && clock.GetUtcNow() - tries.Since < window && tries.Count >= limit;

    private int Next(string key, TimeSpan window)
    {
        var now = clock.GetUtcNow();
        if (_tries.Count > MostKeys) foreach (var old in _tries.Where(t => now - t.Value.Since > TimeSpan.FromMinutes(10))) _tries.TryRemove(old.Key, out _);
        return _tries.AddOrUpdate(key, (1, now), (_, t) => now - t.Since < window ? (t.Count + 1, t.Since) : (1, now)).Count;
    }
}
