using CongVu.Organisation.Contracts;
using CongVu.Platform.Time;

namespace CongVu.Organisation.Pages.Units;

/// <summary>Headcounts of all units on a date, own and with everything below; empty when no module counts people.</summary>
internal sealed class Headcounts
{
    private readonly Dictionary<Guid, int> _below = [];
    private readonly IReadOnlyDictionary<Guid, int>? _own;

    private Headcounts(UnitTree tree, IReadOnlyDictionary<Guid, int>? own)
    {
        _own = own;
        if (own is null) return;
        foreach (var root in tree.Roots) Sum(tree, root.Id);
    }

    public bool Known => _own is not null;

    /// <summary>Everybody, also in units that are not on the tree.</summary>
    public int All => _own?.Values.Sum() ?? 0;

    public int? Own(Guid unitId) => _own?.GetValueOrDefault(unitId);

    public int? WithBelow(Guid unitId) => Known ? _below.GetValueOrDefault(unitId) : null;

    public static async Task<Headcounts> OnAsync(UnitTree tree, IEnumerable<HeadcountSource> sources, AsOf asOf, CancellationToken ct) =>
        new(tree, sources.FirstOrDefault() is { } source ? await source.CountAsync(asOf, ct) : null);

    private int Sum(UnitTree tree, Guid id)
    {
        if (_below.TryGetValue(id, out var known)) return known;
        _below[id] = 0; // a circle in the data must not hang the page
        return _below[id] = _own!.GetValueOrDefault(id) + tree.Children(id).Sum(c => Sum(tree, c.Id));
    }
}
