namespace CongVu.Platform.Security;

/// <summary>The units over which an actor holds a permission: none, some, or all of the province.</summary>
public sealed class UnitScope
{
    private readonly IReadOnlySet<Guid> _units;

    private UnitScope(bool all, IReadOnlySet<Guid> units) { IsAll = all; _units = units; }

    /// <summary>The whole province, units that no longer exist included.</summary>
    public static readonly UnitScope All = new(true, new HashSet<Guid>());

    /// <summary>No unit at all.</summary>
    public static readonly UnitScope None = new(false, new HashSet<Guid>());

    /// <summary>These units.</summary>
    public static UnitScope Of(IReadOnlySet<Guid> units) => units.Count == 0 ? None : new(false, units);

    /// <summary>True for the whole province.</summary>
    public bool IsAll { get; }

    /// <summary>True when nothing is in scope.</summary>
    public bool IsEmpty => !IsAll && _units.Count == 0;

    /// <summary>Ids for an SQL <c>= any(…)</c>; not meaningful when <see cref="IsAll"/>.</summary>
    public Guid[] Ids => [.. _units];

    /// <summary>True when the unit is in scope.</summary>
    public bool Has(Guid unitId) => IsAll || _units.Contains(unitId);
}

/// <summary>Supplies unit subtrees to the gate; the Organisation module implements it.</summary>
public interface IUnitHierarchy
{
    /// <summary>
    /// The unit and everything that is or ever was below it, with the predecessors of these: whoever keeps a
    /// unit's files keeps those of the units it came from.
    /// </summary>
    ValueTask<IReadOnlySet<Guid>> SubtreeAsync(Guid unitId, CancellationToken ct);
}
