using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;

namespace CongVu.Decisions.UseCases;

/// <summary>What came of a move.</summary>
internal abstract record MoveOutcome
{
    /// <summary>Done; the sentence is for the next page.</summary>
    internal sealed record Done(Decision Decision, string Said) : MoveOutcome;

    /// <summary>Conditions are not met; nothing changed.</summary>
    internal sealed record Refused(Checks.AssessedDecision Assessed) : MoveOutcome;

    /// <summary>Not possible in this state or for this actor; nothing changed.</summary>
    internal sealed record NotPossible(string Why) : MoveOutcome;
}

/// <summary>Moves decisions along <see cref="Transitions"/> and writes their history.</summary>
internal sealed class DecisionDesk(CongVuDb db, Gate gate, TimeProvider clock)
{
    /// <summary>The move of a process from the decision's state; null when there is none.</summary>
    public static Transition? Find(Decision decision, ProcessKind process) => Transitions.Find(decision.State, process);

    /// <summary>Makes the move and records who did it, when and why.</summary>
    public void Move(Decision decision, DecisionState to, ProcessRun run, string? reason = null)
    {
        if (!Transitions.All.Any(t => t.From == decision.State && t.To == to))
            throw new InvalidOperationException($"A decision cannot go from {decision.State} to {to}.");
        Record(decision, to, run, reason);
    }

    /// <summary>Records something done to a decision that stays in its state.</summary>
    public void Note(Decision decision, ProcessRun run) => Record(decision, decision.State, run, null);

    private void Record(Decision decision, DecisionState to, ProcessRun run, string? reason)
    {
        db.Add(new DecisionStep
        {
            DecisionId = decision.Id,
            Process = run.Kind.Code,
            ProcessId = run.Id,
            FromState = decision.State,
            ToState = to,
            AccountId = run.AccountId ?? gate.ActorOrNull?.AccountId,
            AccountName = gate.ActorOrNull?.DisplayName ?? "Hệ thống",
            At = run.At,
            Reason = reason ?? run.Reason,
        });
        decision.State = to;
        Touch(decision);
    }

    /// <summary>A new version: whoever still holds the old one is told.</summary>
    public void Touch(Decision decision)
    {
        decision.Version++;
        decision.ListedOn = decision.SignedOn ?? clock.Today();
        decision.SearchKey = VietnameseText.Fold($"{decision.NumberText} {decision.Title}");
    }

    /// <summary>The sentence for a move that the state does not allow.</summary>
    public static MoveOutcome.NotPossible Closed(Decision decision, string what) =>
        new($"Không thể {what}: quyết định đang ở trạng thái “{decision.State.Name()}”.");
}
