using CongVu.Platform.Acts;

namespace CongVu.Personnel.Contracts;

/// <summary>One person's record as known at an instant: what holds on the day asked for, what happened, and every fact with its days.</summary>
/// <param name="State">What holds on the day.</param>
/// <param name="Timeline">What happened, latest first; annulled and corrected wordings are marked.</param>
/// <param name="Facts">All facts of all days by kind, earliest first: the history of one component.</param>
public sealed record PersonRecord(PersonState State, IReadOnlyList<TimelineLine> Timeline, IReadOnlyDictionary<FactKind, IReadOnlyList<StatedFact<Effect>>> Facts)
{
    /// <summary>Facts of a kind, earliest first.</summary>
    public IReadOnlyList<StatedFact<Effect>> Of(FactKind kind) => Facts.GetValueOrDefault(kind) ?? [];
}
