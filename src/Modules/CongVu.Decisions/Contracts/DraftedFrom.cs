namespace CongVu.Decisions.Contracts;

/// <summary>Where a decision was drafted from.</summary>
/// <param name="Text">What the link says.</param>
public sealed record DraftOrigin(string Text, string Href);

/// <summary>A module that begins drafts from its own lists tells the decision's page where one came from.</summary>
public abstract class DraftedFrom
{
    /// <summary>Where this decision came from, or null.</summary>
    public abstract Task<DraftOrigin?> OfAsync(Guid decisionId, CancellationToken ct);
}
