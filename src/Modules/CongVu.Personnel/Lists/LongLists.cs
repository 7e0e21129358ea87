using System.Collections.Concurrent;

namespace CongVu.Personnel.Lists;

/// <summary>
/// Remembers for a minute which lists were longer than anybody counts ("hơn 10.000"), so that turning their pages does not
/// count ten thousand rows each time but goes along an index. Shorter lists are always counted: their number is read as exact.
/// </summary>
internal sealed class LongLists(TimeProvider clock)
{
    private const int Most = 2000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public bool Knows(string list) => _until.TryGetValue(list, out var until) && until > clock.GetUtcNow();

    public void Remember(string list)
    {
        if (_until.Count >= Most) _until.Clear();
        _until[list] = clock.GetUtcNow() + Kept;
    }
}
