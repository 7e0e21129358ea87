using System.Collections.Concurrent;

namespace CongVu.Law;

/// <summary>Results of a computation over data that never change, each worked out once. When there are too many, all are forgotten.</summary>
internal sealed class Remembered<TKey, TValue> where TKey : notnull
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<TKey, TValue> _known = new();

    public TValue Get<TFrom>(TKey key, Func<TKey, TFrom, TValue> compute, TFrom from)
    {
        if (_known.TryGetValue(key, out var known)) return known;
        var made = compute(key, from);
        if (_known.Count >= Most) _known.Clear();
        return _known[key] = made;
    }
}
