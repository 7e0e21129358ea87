using System.Collections.Concurrent;
using CongVu.Examinations.Papers;
using CongVu.Examinations.Results;

namespace CongVu.Examinations.Sittings;

/// <summary>Banks of running sittings, opened once on each node: opening one means reading and decrypting all of it.</summary>
internal sealed class OpenedBanks
{
    private readonly ConcurrentDictionary<Guid, Lazy<Task<OpenedBank>>> _open = new();

    /// <summary>Sittings whose bank lies open in this node's memory.</summary>
    public IReadOnlyCollection<Guid> Sittings => [.. _open.Keys];

    /// <summary>Papers that were destroyed stay in no memory either.</summary>
    public void Forget(Guid sitting) => _open.TryRemove(sitting, out _);

    public async Task<OpenedBank> OfAsync(Guid sitting, Func<Guid, CancellationToken, Task<OpenedBank>> open, CancellationToken ct)
    {
        var lazy = _open.GetOrAdd(sitting, id => new Lazy<Task<OpenedBank>>(() => open(id, CancellationToken.None)));
        try { return await lazy.Value.WaitAsync(ct); }
        catch when (lazy.Value.IsFaulted)
        {
            _open.TryRemove(KeyValuePair.Create(sitting, lazy));
            throw;
        }
    }
}

internal sealed record OpenedBank(PaperDraw Draw, byte[] Seed, IReadOnlyDictionary<string, SealedQuestion> Items)
{
    /// <summary>Reads the rules of each question once.</summary>
    public PaperScoring Scoring { get; } = new();

    public Paper For(string number) => Draw.For(Seed, number);

    /// <summary>A paper with everything that marks it.</summary>
    public IReadOnlyList<MarkedItem> Keys(string number) => [.. For(number).Questions.Select((q, at) => new MarkedItem(at + 1, Items[q.Item], q.PointsHundredths))];
}
