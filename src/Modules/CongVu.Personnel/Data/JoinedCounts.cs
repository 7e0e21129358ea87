namespace CongVu.Personnel.Data;

/// <summary>
/// Counts over everybody that several people ask for at the same time are made once for all of them. Whoever asks gets a count that was
/// begun after the question, so that it holds everything committed before; who comes while one is under way waits for the next.
/// </summary>
internal sealed class JoinedCounts<TKey, TCounts>(Func<TKey, Task<TCounts>> count) where TKey : notnull
{
    private sealed class Line
    {
        public required Task<TCounts> UnderWay { get; set; }
        public Task<TCounts>? Next { get; set; }
    }

    private readonly Dictionary<TKey, Line> _lines = [];
    private readonly Lock _lock = new();

    public Task<TCounts> OfAsync(TKey key, CancellationToken ct)
    {
        lock (_lock)
        {
            if (!_lines.TryGetValue(key, out var line))
            {
                _lines[key] = line = new Line { UnderWay = Task.FromCanceled<TCounts>(new CancellationToken(true)) };
                line.UnderWay = CountAsync(key, line, after: null);
                return line.UnderWay.WaitAsync(ct);
            }
            line.Next ??= CountAsync(key, line, after: line.UnderWay);
            return line.Next.WaitAsync(ct);
        }
    }

    private async Task<TCounts> CountAsync(TKey key, Line line, Task? after)
    {
        // Goes on elsewhere: the caller holds the lock and has not noted this task yet.
        await (after ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        if (after is not null)
            lock (_lock) (line.UnderWay, line.Next) = (line.Next!, null);
        try { return await count(key); }
        finally
        {
            lock (_lock)
                if (line.Next is null) _lines.Remove(key);
        }
    }
}
