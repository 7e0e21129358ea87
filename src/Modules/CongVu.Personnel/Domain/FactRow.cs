using CongVu.Personnel.Contracts;

namespace CongVu.Personnel.Domain;

/// <summary>
/// A fact that the fold of a record gives: what the source effect says, from its day until the day something else took over.
/// </summary>
/// <param name="Until">First day on which it no longer holds; null: until further notice.</param>
/// <param name="HeldSince">For posts: first day of holding it without a break. For all else: the source's day.</param>
/// <param name="LeftUnitId">For departures: the unit that was left.</param>
internal readonly record struct FactRow(FactKey Key, LoggedEffect Source, DateOnly? Until, DateOnly HeldSince, Guid? LeftUnitId = null)
{
    public FactKind Kind => Key.Kind;

    public DateOnly From => Source.From;

    public bool Holds(DateOnly day) => From <= day && (Until is not { } until || day < until);

    /// <summary>First day after the term of a post; null for posts without a term and for all else.</summary>
    public DateOnly? TermUntil() => Source.Effect is HoldPost { TermMonths: > 0 } post ? From.AddMonths(post.TermMonths) : null;

    /// <summary>What would be stored is the same, whichever load of the log it was folded from.</summary>
    public bool SameAs(in FactRow other) =>
        Key == other.Key && Source.Id == other.Source.Id && Source.Version == other.Source.Version
        && Until == other.Until && HeldSince == other.HeldSince && LeftUnitId == other.LeftUnitId;
}
