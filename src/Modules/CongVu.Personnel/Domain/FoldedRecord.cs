using CongVu.Personnel.Contracts;

namespace CongVu.Personnel.Domain;

/// <summary>A person's effects in order with the facts they give, as the rules look at them.</summary>
internal sealed class FoldedRecord
{
    private readonly List<FactRow> _rows;

    private FoldedRecord(LoggedEffect[] effects, List<FactRow> rows) => (Effects, _rows) = (effects, rows);

    public static FoldedRecord Of(IEnumerable<LoggedEffect> effects)
    {
        var ordered = effects.ToArray();
        Array.Sort(ordered, LoggedEffect.Order);
        return new FoldedRecord(ordered, RecordFold.Fold(ordered));
    }

    /// <summary>In the order of the record.</summary>
    public IReadOnlyList<LoggedEffect> Effects { get; }

    public List<FactRow> Rows => _rows;

    /// <summary>Some fact of the kind holds on the day.</summary>
    public bool Has(FactKind kind, DateOnly day) => _rows.Exists(r => r.Kind == kind && r.Holds(day));

    /// <summary>The effect ended something that had held before.</summary>
    public bool Ended(FactKey key, DateOnly day) => _rows.Exists(r => r.Key == key && r.Until == day);

    /// <summary>The identity of the day, else the first one there is.</summary>
    public SetIdentity? Identity(DateOnly day)
    {
        SetIdentity? first = null;
        foreach (var row in _rows)
        {
            if (row.Kind != FactKind.Identity) continue;
            if (row.Holds(day)) return (SetIdentity)row.Source.Effect;
            first ??= (SetIdentity)row.Source.Effect;
        }
        return first;
    }

    /// <summary>First day of the birth date as far as it is known.</summary>
    public DateOnly? Born(DateOnly day) => BirthDate.TryParse(Identity(day)?.BirthDate, out var birth) ? birth.FirstDay : null;

    /// <summary>The departure that holds on the day.</summary>
    public EndEmployment? Departure(DateOnly day) => _rows.Find(r => r.Kind == FactKind.Departure && r.Holds(day)).Source?.Effect as EndEmployment;
}
