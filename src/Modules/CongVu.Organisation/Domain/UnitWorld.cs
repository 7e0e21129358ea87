namespace CongVu.Organisation.Domain;

/// <summary>All units through all days, as the record says now or would say after a change.</summary>
internal sealed class UnitWorld
{
    private readonly Dictionary<Guid, FoldedUnit> _units;
    private readonly Lazy<ILookup<Guid?, (Guid Id, UnitSpan Span)>> _byParent;
    private readonly Lazy<ILookup<string, (Guid Id, UnitSpan Span)>> _byCode;
    private readonly Lazy<ILookup<(Guid?, string), (Guid Id, UnitSpan Span)>> _byName;

    public UnitWorld(IEnumerable<FoldedUnit> units)
    {
        _units = units.ToDictionary(u => u.UnitId);
        _byParent = new(() => Spans().ToLookup(s => s.Span.State.ParentId));
        _byCode = new(() => Spans().ToLookup(s => s.Span.State.Code, StringComparer.OrdinalIgnoreCase));
        _byName = new(() => Spans().ToLookup(s => (s.Span.State.ParentId, Bare(s.Span.State.Name))));
    }

    public UnitSpan? On(Guid unitId, DateOnly day) => _units.GetValueOrDefault(unitId)?.On(day);

    public IReadOnlyList<UnitSpan> Spans(Guid unitId) => _units.GetValueOrDefault(unitId)?.Spans ?? [];

    public IEnumerable<(Guid Id, UnitSpan Span)> Below(Guid? parentId) => _byParent.Value[parentId];

    public IEnumerable<(Guid Id, UnitSpan Span)> WithCode(string code) => _byCode.Value[code];

    /// <summary>Units below the same parent with the same name, whatever its capitals and spaces.</summary>
    public IEnumerable<(Guid Id, UnitSpan Span)> Named(Guid? parentId, string name) => _byName.Value[(parentId, Bare(name))];

    /// <summary>All days on which something changes.</summary>
    public IEnumerable<DateOnly> Days() => Spans().Select(s => s.Span.From).Distinct();

    /// <summary>The last known name of a unit, for messages.</summary>
    public string Name(Guid unitId) => Spans(unitId) is { Count: > 0 } spans ? spans[^1].State.Name : "Đơn vị chưa có trong hệ thống";

    /// <summary>This world with some units replaced.</summary>
    public UnitWorld With(IEnumerable<FoldedUnit> changed)
    {
        var units = new Dictionary<Guid, FoldedUnit>(_units);
        foreach (var unit in changed) units[unit.UnitId] = unit;
        return new UnitWorld(units.Values);
    }

    private static string Bare(string name) => string.Join(' ', name.Normalize().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IEnumerable<(Guid Id, UnitSpan Span)> Spans() => _units.Values.SelectMany(u => u.Spans.Select(s => (u.UnitId, s)));
}

/// <summary>A change of the record, to be judged by the rules before it is kept.</summary>
/// <param name="Planned">Effects that come in; empty when some are only taken out.</param>
/// <param name="Logs">Complete logs of the units concerned, after the change.</param>
internal sealed record UnitChange(UnitWorld Before, UnitWorld After, IReadOnlyList<LoggedEffect> Planned, IReadOnlyDictionary<Guid, IReadOnlyList<LoggedEffect>> Logs)
{
    public IEnumerable<Guid> Affected => Logs.Keys;

    /// <summary>The state an effect finds: after everything before it in the order of the log.</summary>
    public UnitState? StateBefore(LoggedEffect effect) => Logs[effect.UnitId]
        .Where(e => e.From < effect.From || (e.From == effect.From && e.Seq < effect.Seq))
        .OrderBy(e => e.From).ThenBy(e => e.Seq).Aggregate((UnitState?)null, (state, e) => UnitFold.After(state, e.Effect));
}
