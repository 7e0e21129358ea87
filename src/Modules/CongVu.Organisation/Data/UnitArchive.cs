using System.Collections.Concurrent;
using System.Collections.Frozen;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Organisation.Data;

/// <summary>A version with the instants between which the system held it to be true.</summary>
internal sealed record ArchivedVersion(UnitView Unit, DateTime KnownFrom, DateTime? KnownUntil, string Label, Guid? DecisionId)
{
    public bool KnownAt(DateTime? at) => at is { } t ? KnownFrom <= t && (KnownUntil is null || t < KnownUntil) : KnownUntil is null;
}

/// <summary>A lineage row likewise.</summary>
internal sealed record ArchivedLink(Guid PredecessorId, Guid SuccessorId, DateOnly Day, string Label, Guid? DecisionId, DateTime KnownFrom, DateTime? KnownUntil)
{
    public bool KnownAt(DateTime? at) => at is { } t ? KnownFrom <= t && (KnownUntil is null || t < KnownUntil) : KnownUntil is null;
}

/// <summary>
/// Every version of every unit ever recorded, at one revision, in memory: a province has some thousands. Immutable; trees of
/// single dates are made from it on demand and kept.
/// </summary>
internal sealed class UnitArchive
{
    private const int KeptTrees = 200;
    private readonly ArchivedVersion[] _versions;
    private readonly ArchivedLink[] _links;
    private readonly ConcurrentDictionary<AsOf, UnitTree> _trees = new();
    private readonly ConcurrentDictionary<Guid, IReadOnlySet<Guid>> _keeps = new();
    private readonly FrozenDictionary<Guid, ArchivedVersion[]> _byUnit;
    private readonly FrozenDictionary<Guid, Guid[]> _below;
    private readonly FrozenDictionary<Guid, Guid[]> _predecessors;
    private readonly FrozenSet<Guid> _haveSuccessors;

    public UnitArchive(long revision, IReadOnlyCollection<ArchivedVersion> versions, IReadOnlyCollection<ArchivedLink> links)
    {
        Revision = revision;
        _versions = [.. versions.OrderBy(v => Place(v.Unit.Kind)).ThenBy(v => Weight(v.Unit)).ThenBy(v => VietnameseText.SortKey(v.Unit.Name), StringComparer.Ordinal)];
        _links = [.. links];
        _byUnit = _versions.GroupBy(v => v.Unit.Id).ToFrozenDictionary(g => g.Key, g => g.OrderBy(v => v.Unit.From).ToArray());
        _below = _byUnit.Values.Select(v => Last(v, null)).OfType<UnitView>().Where(u => u.ParentId is not null)
            .GroupBy(u => u.ParentId!.Value, u => u.Id).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        var current = _links.Where(l => l.KnownAt(null)).ToList();
        _predecessors = current.GroupBy(l => l.SuccessorId, l => l.PredecessorId).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray());
        _haveSuccessors = current.Select(l => l.PredecessorId).ToFrozenSet();
    }

    public long Revision { get; }

    public IEnumerable<ArchivedLink> Links => _links;

    public UnitTree Tree(AsOf asOf)
    {
        if (_trees.TryGetValue(asOf, out var tree)) return tree;
        if (_trees.Count >= KeptTrees) _trees.Clear(); // dates people look at come back at once
        return _trees.GetOrAdd(asOf, new UnitTree([.. _versions
            .Where(v => v.KnownAt(asOf.KnownAt) && v.Unit.From <= asOf.ValidOn && (v.Unit.Until is null || asOf.ValidOn < v.Unit.Until)).Select(v => v.Unit)]));
    }

    /// <summary>Versions of one unit in order of days, as known at an instant.</summary>
    public IReadOnlyList<ArchivedVersion> Versions(Guid unitId, DateTime? knownAt) =>
        [.. (_byUnit.GetValueOrDefault(unitId) ?? []).Where(v => v.KnownAt(knownAt))];

    /// <summary>The version of the day, else the last one before it, else the first one at all.</summary>
    public UnitView? Nearest(Guid unitId, AsOf asOf)
    {
        var versions = Versions(unitId, asOf.KnownAt);
        return versions.LastOrDefault(v => v.Unit.From <= asOf.ValidOn)?.Unit ?? (versions.Count > 0 ? versions[0].Unit : null);
    }

    /// <summary>Units that had ended by the day, as they last were.</summary>
    public IReadOnlyList<UnitView> Ended(AsOf asOf)
    {
        var tree = Tree(asOf);
        return [.. _byUnit.Keys.Where(id => tree.Find(id) is null).Select(id => Versions(id, asOf.KnownAt).LastOrDefault(v => v.Unit.Until <= asOf.ValidOn)?.Unit).OfType<UnitView>()];
    }

    /// <summary>
    /// The unit, everything below it by last known parent, and the predecessors of all these with what was below them,
    /// except what went to successors of its own.
    /// </summary>
    public IReadOnlySet<Guid> Keeps(Guid unitId) => _keeps.GetOrAdd(unitId, FindKept);

    private HashSet<Guid> FindKept(Guid root)
    {
        var own = new HashSet<Guid>();       // below the unit itself
        var inherited = new HashSet<Guid>(); // came with a predecessor
        var open = new Stack<(Guid Id, bool Inherited)>([(root, false)]);
        while (open.TryPop(out var next))
        {
            if (own.Contains(next.Id) || !(next.Inherited ? inherited : own).Add(next.Id)) continue;
            foreach (var child in _below.GetValueOrDefault(next.Id) ?? [])
                if (!next.Inherited || !_haveSuccessors.Contains(child)) open.Push((child, next.Inherited));
            foreach (var predecessor in _predecessors.GetValueOrDefault(next.Id) ?? []) open.Push((predecessor, true));
        }
        own.UnionWith(inherited);
        return own;
    }

    private static UnitView? Last(ArchivedVersion[] versions, DateTime? knownAt) => versions.LastOrDefault(v => v.KnownAt(knownAt))?.Unit;

    // Siblings stand as in an official list: agencies, their parts, public service units, associations, then local committees.
    private static int Place(UnitKind kind) => kind switch
    {
        UnitKind.Department => 0,
        UnitKind.Division => 1,
        UnitKind.LocalOffice => 2,
        UnitKind.SubDepartment => 3,
        UnitKind.PublicServiceUnit => 4,
        UnitKind.Association => 5,
        _ => 6,
    };

    // An agency's office comes before its other parts.
    private static int Weight(UnitView unit) => unit.Name.StartsWith("Văn phòng", StringComparison.Ordinal) ? 0 : 1;
}
