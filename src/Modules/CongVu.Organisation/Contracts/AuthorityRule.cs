namespace CongVu.Organisation.Contracts;

/// <summary>What a rule is about; null in a field means: any.</summary>
/// <param name="RankGroup">Code of a rank group, see <see cref="RankGroups"/>.</param>
/// <param name="UnitKind">Kind of the agency (for acts on units: of the unit itself).</param>
public sealed record AuthorityKey(string? Action, string? Category, LeadershipLevel? Level, string? RankGroup, UnitKind? UnitKind, UnitLevel? UnitLevel)
{
    /// <summary>How many fields say something: the rule with more of them wins.</summary>
    public int Specificity => (Action is null ? 0 : 1) + (Category is null ? 0 : 1) + (Level is null ? 0 : 1) + (RankGroup is null ? 0 : 1) + (UnitKind is null ? 0 : 1) + (UnitLevel is null ? 0 : 1);

    /// <summary>True when it speaks of people, so that no act on a unit falls under it.</summary>
    public bool IsAboutPeople => Category is not null || Level is not null || RankGroup is not null;

    /// <summary>True when some case falls under both keys.</summary>
    public bool Meets(AuthorityKey other) =>
        !(IsAboutPeople && AuthorityAction.IsAboutUnits(other.Action)) && !(other.IsAboutPeople && AuthorityAction.IsAboutUnits(Action))
        && Meet(Action, other.Action) && Meet(Category, other.Category) && Meet(RankGroup, other.RankGroup)
        && Meet(Level, other.Level) && Meet(UnitKind, other.UnitKind) && Meet(UnitLevel, other.UnitLevel);

    private static bool Meet(string? a, string? b) => a is null || b is null || string.Equals(a, b, StringComparison.Ordinal);

    private static bool Meet<T>(T? a, T? b) where T : struct, Enum => a is null || b is null || EqualityComparer<T>.Default.Equals(a.Value, b.Value);
}

/// <summary>Whose leader signs.</summary>
public enum SignerKind
{
    /// <summary>The agency of the person, or of the unit acted upon.</summary>
    Itself,
    /// <summary>The agency directly above it.</summary>
    ParentAgency,
    /// <summary>One unit named in the rule, e.g. Sở Nội vụ; after a reorganisation its successor.</summary>
    Named,
}

/// <summary>One rule of the authority instrument, as it stands on a range of days.</summary>
/// <param name="Id">Key of this wording: never changes afterwards, so decisions may refer to it.</param>
/// <param name="RuleId">The same through closing and superseding.</param>
/// <param name="Posts">Posts that may sign, head first; <see cref="LeadershipPosts.Head"/> and <see cref="LeadershipPosts.Deputy"/> stand for the leader and deputies of whatever the signing unit is.</param>
/// <param name="Until">First day it no longer holds, or null.</param>
public sealed record AuthorityRule(Guid Id, Guid RuleId, AuthorityKey Key, SignerKind Signer, Guid? SignerUnitId, IReadOnlyList<string> Posts,
    string? Consult, string? Report, string Instrument, string Article, DateOnly From, DateOnly? Until)
{
    /// <summary>Article and instrument as cited.</summary>
    public string Source => $"{Article} {Instrument}";

    /// <summary>True when it holds on the day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>Closed set of answers to "who signs this?".</summary>
public abstract record AuthorityOutcome
{
    private AuthorityOutcome() { }

    /// <summary>One rule decides.</summary>
    public sealed record Found(AuthorityAnswer Answer, AuthorityRule Rule) : AuthorityOutcome;

    /// <summary>No rule covers the case; <paramref name="Why"/> in Vietnamese.</summary>
    public sealed record NoRule(string Why) : AuthorityOutcome;

    /// <summary>Rules of equal weight contradict each other: a data error to be cured before anybody signs.</summary>
    public sealed record Ambiguous(IReadOnlyList<AuthorityRule> Rules) : AuthorityOutcome;
}
