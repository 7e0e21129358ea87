using System.Collections.Frozen;

namespace CongVu.Organisation.Contracts;

/// <summary>All units of the province on one date, as a tree. Immutable; shared between requests.</summary>
public sealed class UnitTree
{
    private readonly FrozenDictionary<Guid, UnitView> _units;
    private readonly FrozenDictionary<Guid, UnitView[]> _children;

    /// <summary>Builds the tree; siblings keep the order given.</summary>
    public UnitTree(IReadOnlyCollection<UnitView> units)
    {
        _units = units.ToFrozenDictionary(u => u.Id);
        _children = units.Where(u => u.ParentId is not null).GroupBy(u => u.ParentId!.Value).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        Roots = [.. units.Where(u => u.ParentId is not { } p || !_units.ContainsKey(p))];
    }

    /// <summary>Units without a parent on that date.</summary>
    public IReadOnlyList<UnitView> Roots { get; }

    /// <summary>Every unit.</summary>
    public IReadOnlyCollection<UnitView> All => _units.Values;

    /// <summary>The unit, or null when it does not exist on that date.</summary>
    public UnitView? Find(Guid id) => _units.GetValueOrDefault(id);

    /// <summary>Units directly below.</summary>
    public IReadOnlyList<UnitView> Children(Guid id) => _children.GetValueOrDefault(id) ?? [];

    /// <summary>The unit and all units below it on that date.</summary>
    public IReadOnlySet<Guid> Subtree(Guid id)
    {
        var result = new HashSet<Guid>();
        var open = new Stack<Guid>([id]);
        while (open.TryPop(out var next))
            if (result.Add(next))
                foreach (var child in Children(next)) open.Push(child.Id);
        return result;
    }

    /// <summary>From the top to the unit, e.g. UBND tỉnh, Sở Nội vụ, Phòng Công chức.</summary>
    public IReadOnlyList<UnitView> Path(Guid id)
    {
        var path = new List<UnitView>();
        for (var unit = Find(id); unit is not null && path.Count < 20; unit = unit.ParentId is { } p ? Find(p) : null) path.Insert(0, unit);
        return path;
    }

    /// <summary>Name with the agency it is part of: "Phòng Công chức – Sở Nội vụ".</summary>
    public string FullName(Guid id) => Find(id) is not { } unit ? "(không có vào ngày này)"
        : unit.Kind is UnitKind.Division or UnitKind.LocalOffice && unit.ParentId is { } p && Find(p) is { } parent ? $"{unit.Name} – {parent.Name}" : unit.Name;

    /// <summary>The agency (cơ quan) a unit belongs to: itself, or for a division the nearest unit above that is none.</summary>
    public UnitView? Agency(Guid id)
    {
        var unit = Find(id);
        while (unit is { Kind: UnitKind.Division or UnitKind.LocalOffice, ParentId: { } parent }) unit = Find(parent);
        return unit;
    }
}
