using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;

namespace CongVu.Decisions.Checks;

/// <summary>One item with everything found about it.</summary>
/// <param name="Checks">Conditions of the action and of the engine, overrides applied.</param>
internal sealed record AssessedItem(DecisionItem Item, ActionCase Case, Assessment Assessment, IReadOnlyList<Check> Checks)
{
    /// <summary>Nothing stops it.</summary>
    public bool MayGoOn => Assessment.Errors.Count == 0 && !Checks.Any(c => c.Stops);

    /// <summary>The worst of its checks, for lists.</summary>
    public Standing Standing => Assessment.Errors.Count > 0 ? Standing.Blocks : Worst(Checks);

    internal static Standing Worst(IEnumerable<Check> checks)
    {
        Standing[] order = [Standing.Blocks, Standing.NeedsOverride, Standing.Unknown, Standing.Overridden, Standing.Met];
        return order[checks.Select(c => Array.IndexOf(order, c.State)).DefaultIfEmpty(order.Length - 1).Min()];
    }
}

/// <summary>Who is competent, as found.</summary>
/// <param name="Checks">How it stands, for the list of checks.</param>
/// <param name="SignerUnitId">Agency that signs; null when it cannot be told.</param>
/// <param name="Posts">Posts that may sign, head first.</param>
/// <param name="Rule">Where the rule stands, e.g. "Điều 5 Quyết định 12/2026/QĐ-UBND".</param>
internal sealed record AuthorityFinding(IReadOnlyList<Check> Checks, Guid? SignerUnitId, IReadOnlyList<string> Posts, string? Rule, string? Consult, string? Report);

/// <summary>A decision with everything found about it at a stage.</summary>
/// <param name="Checks">Conditions of the decision as a whole: completeness, authority, separation of duties.</param>
internal sealed record AssessedDecision(LoadedDecision Loaded, PersonnelAction Action, CheckStage Stage, IReadOnlyList<AssessedItem> Items, IReadOnlyList<Check> Checks, AuthorityFinding Authority)
{
    /// <summary>Errors in what was typed for the decision as a whole are shown at the first item that has them.</summary>
    public bool MayGoOn => Items.Count > 0 && Items.All(i => i.MayGoOn) && !Checks.Any(c => c.Stops);

    /// <summary>True when only overrides are missing: a drafter may submit, the verifier records them.</summary>
    public bool MayBeSubmitted => Items.Count > 0 && Items.All(i => i.Assessment.Errors.Count == 0)
        && Items.SelectMany(i => i.Checks).Concat(Checks).All(c => c.State != Standing.Blocks);

    /// <summary>Items with the worst first, as the screen shows them.</summary>
    public IEnumerable<AssessedItem> WorstFirst => Items.OrderBy(i => i.Standing switch
    {
        Standing.Blocks => 0,
        Standing.NeedsOverride => 1,
        Standing.Unknown => 2,
        Standing.Overridden => 3,
        _ => 4,
    }).ThenBy(i => i.Item.No);

    /// <summary>The first day on which something takes hold.</summary>
    public DateOnly? EffectiveOn => Action.TakesHoldAtSigning ? Loaded.Decision.SignedOn : Items.SelectMany(i => i.Assessment.Effects).Select(e => (DateOnly?)e.From).Min();
}
