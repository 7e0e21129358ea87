using CongVu.Law;

namespace CongVu.Legislation.Domain;

/// <summary>Force of an instrument on a day.</summary>
internal enum Force { NotYet, InForce, PartlyCeased, Suspended, Ceased }

/// <summary>A relation seen from the instrument acted upon.</summary>
internal sealed record ActedOn(Instrument By, InstrumentRelation Relation)
{
    public DateOnly From => Relation.From ?? By.InForce;
}

/// <summary>Status of the instruments of a law book on any day.</summary>
internal sealed class InstrumentStates(LawBook book)
{
    private readonly ILookup<string, ActedOn> actedOn = book.Instruments.Values.SelectMany(i => i.Relations, (by, relation) => new ActedOn(by, relation)).ToLookup(a => a.Relation.Target);

    public IReadOnlyList<ActedOn> ActsOn(string number) => [.. actedOn[number].OrderBy(a => a.From).ThenBy(a => a.By.Number, StringComparer.Ordinal)];

    public Force On(Instrument instrument, DateOnly day)
    {
        if (instrument.Ceases is { } ceases && ceases <= day) return Force.Ceased;
        var acts = actedOn[instrument.Number].Where(a => a.From <= day && a.By.IsInForce(day)).ToList();
        if (acts.Any(a => a.Relation is { Kind: RelationKind.Suspends, Part: null })) return Force.Suspended;
        if (day < instrument.InForce) return Force.NotYet;
        return acts.Any(a => a.Relation.Kind is RelationKind.Replaces or RelationKind.Repeals or RelationKind.Suspends && a.Relation.Part is not null) ? Force.PartlyCeased : Force.InForce;
    }

    /// <summary>Amended by an instrument in force on the day.</summary>
    public bool IsAmended(Instrument instrument, DateOnly day) => actedOn[instrument.Number].Any(a => a.Relation.Kind == RelationKind.Amends && a.From <= day);
}
