using CongVu.Decisions.UseCases;

namespace CongVu.Decisions.Contracts;

/// <summary>What came of starting a draft.</summary>
public abstract record DraftStarted
{
    /// <summary>The draft is there.</summary>
    /// <param name="LeftOut">Who could not be taken in, and why, in Vietnamese.</param>
    public sealed record Done(Guid DecisionId, IReadOnlyList<string> LeftOut) : DraftStarted;

    /// <summary>Nothing was begun.</summary>
    public sealed record NotPossible(string Why) : DraftStarted;
}

/// <summary>
/// Lets another module begin one draft from a list of its own: the people chosen there, with what the list knows about each. The gate is asked as if the
/// draft were begun by hand.
/// </summary>
public sealed class DraftStart
{
    private readonly StartDraftHandler _start;
    private readonly SuggestValues _suggest;

    internal DraftStart(StartDraftHandler start, SuggestValues suggest) => (_start, _suggest) = (start, suggest);

    /// <summary>Begins a draft of an action.</summary>
    /// <param name="subjects">People or units; for an action about new people an id of its own for each, or none for one empty form.</param>
    /// <param name="unitId">Agency that drafts; null: that of the first subject.</param>
    /// <param name="shared">Inputs of the decision as a whole.</param>
    /// <param name="own">Inputs by subject.</param>
    public async Task<DraftStarted> BeginAsync(string actionCode, Guid? unitId, IReadOnlyList<Guid> subjects, IReadOnlyDictionary<string, string>? shared,
        IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, string>>? own, CancellationToken ct)
    {
        switch (await _start.HandleAsync(new StartDraft(actionCode, unitId, subjects, shared), ct))
        {
            case StartDraftOutcome.Started started:
                await _suggest.ForAsync(started.Id, ct, own);
                return new DraftStarted.Done(started.Id, started.Items.LeftOut);
            case StartDraftOutcome.NotPossible no:
                return new DraftStarted.NotPossible(no.Why);
            default:
                throw new InvalidOperationException("An outcome this module does not have.");
        }
    }
}
