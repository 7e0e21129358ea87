using CongVu.Organisation.Data;
using CongVu.Organisation.Domain.Rules;
using CongVu.Platform.Acts;

namespace CongVu.Organisation.Contracts;

/// <summary>A rule that planned effects on units would break.</summary>
/// <param name="Rule">Stable name of the rule, e.g. <c>parent-lives</c>.</param>
/// <param name="Message">In Vietnamese: what, where, how to cure it.</param>
/// <param name="Article">Instrument that says so, or null for a rule of the data themselves.</param>
/// <param name="UnitId">The unit that would be wrong.</param>
/// <param name="EffectId">The planned effect at fault, when one is.</param>
public sealed record RuleViolation(string Rule, string Message, string? Article, Guid UnitId, Guid? EffectId);

/// <summary>
/// Says what would be wrong if effects on units took hold, judged together: a batch that dissolves three communes and
/// establishes one from them is right or wrong as a whole. Empty means: may be signed. Sees the caller's open transaction.
/// </summary>
public sealed class UnitActRules
{
    private readonly UnitLedger _ledger;

    internal UnitActRules(UnitLedger ledger) => _ledger = ledger;

    /// <summary>Violations of planned effects; effects of other modules among them are ignored.</summary>
    public async Task<IReadOnlyList<RuleViolation>> CheckAsync(IReadOnlyList<PlannedEffect> effects, CancellationToken ct)
    {
        var own = effects.Where(e => UnitEffectApplier.Owned.Contains(e.Effect.GetType())).ToList();
        if (own.Count == 0) return [];
        var ledger = await _ledger.OpenAsync(own.Select(e => e.SubjectId), ct);
        return UnitRule.Broken(ledger.With(ledger.Planned(own, null, "")));
    }
}

/// <summary>Effects on units were applied that the rules do not allow; nothing of the act was kept.</summary>
public sealed class UnitRulesBrokenException(IReadOnlyList<RuleViolation> violations)
    : Exception(string.Join(" ", violations.Select(v => v.Message)))
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; } = violations;
}
