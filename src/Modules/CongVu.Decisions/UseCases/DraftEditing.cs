using CongVu.Decisions.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Time;

namespace CongVu.Decisions.UseCases;

/// <summary>What every edit of a draft entails.</summary>
internal sealed class DraftEditing(DecisionDesk desk, TimeProvider clock)
{
    /// <summary>A new version; an account that edits for the first time enters the history, and so can no longer verify or sign.</summary>
    public void Touched(LoadedDecision loaded, ProcessRun run)
    {
        if (run.AccountId is { } account && !loaded.Drafters.Contains(account)) desk.Move(loaded.Decision, loaded.Decision.State, run);
        else desk.Touch(loaded.Decision);
    }

    /// <summary>What was allowed for other values is not allowed for these.</summary>
    public void WithdrawOverrides(LoadedDecision loaded, Guid? itemId)
    {
        foreach (var allowed in loaded.Overrides.Where(o => o.ItemId == itemId)) allowed.WithdrawnAt = clock.UtcNow();
    }
}
