using System.Globalization;
using CongVu.Organisation.Contracts;

namespace CongVu.Organisation.Domain.Rules;

/// <summary>One rule about units, with its message in the words of the trade and, where there is one, its instrument.</summary>
internal abstract class UnitRule
{
    /// <summary>All rules. What only follows from an earlier rule's breach comes after it.</summary>
    public static readonly IReadOnlyList<UnitRule> All =
    [
        new NamedCompletely(), new ExistsToBeChanged(), new EstablishedOnce(), new DistrictLevelHasEnded(), new SomethingChanges(),
        new ParentLives(), new NoLivingChildren(), new NotItsOwnAncestor(), new LevelFitsParent(), new SingleTop(),
        new NameUniqueAmongSiblings(), new CodeUnique(), new SuccessorLives(), new PredecessorLives(),
    ];

    /// <summary>Stable name.</summary>
    public abstract string Code { get; }

    /// <summary>Instrument behind the rule, or null.</summary>
    public virtual string? Article => null;

    /// <summary>What is wrong in the world after the change, as far as it concerns units affected.</summary>
    protected abstract IEnumerable<(Guid UnitId, Guid? EffectId, string Message)> Check(UnitChange change);

    /// <summary>Rules a change breaks; what was wrong before it already is not held against it.</summary>
    public static IReadOnlyList<RuleViolation> Broken(UnitChange change)
    {
        var before = All.SelectMany(r => r.Violations(change with { After = change.Before, Planned = [] })).Select(v => (v.Rule, v.UnitId, v.Message)).ToHashSet();
        return [.. All.SelectMany(r => r.Violations(change)).Where(v => !before.Contains((v.Rule, v.UnitId, v.Message))).DistinctBy(v => (v.Rule, v.UnitId, v.Message))];
    }

    private IEnumerable<RuleViolation> Violations(UnitChange change) => Check(change).Select(v => new RuleViolation(Code, v.Message, Article, v.UnitId, v.EffectId));

    protected static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    protected static bool Overlap(UnitSpan a, UnitSpan b) => (b.Until is null || a.From < b.Until) && (a.Until is null || b.From < a.Until);
}
