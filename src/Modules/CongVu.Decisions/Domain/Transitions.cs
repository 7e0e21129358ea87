using CongVu.Decisions.Contracts;
using CongVu.Platform.Processes;

namespace CongVu.Decisions.Domain;

/// <summary>One allowed move and the process it happens in.</summary>
internal sealed record Transition(DecisionState From, DecisionState To, ProcessKind Process);

/// <summary>The moves a decision can make. There are no others.</summary>
internal static class Transitions
{
    public static readonly IReadOnlyList<Transition> All =
    [
        new(DecisionState.Draft, DecisionState.Draft, DecisionProcesses.Draft),
        new(DecisionState.Draft, DecisionState.Submitted, DecisionProcesses.Submit),
        new(DecisionState.Draft, DecisionState.Discarded, DecisionProcesses.Discard),
        new(DecisionState.Draft, DecisionState.Draft, DecisionProcesses.Override),
        new(DecisionState.Submitted, DecisionState.Submitted, DecisionProcesses.Override),
        new(DecisionState.Submitted, DecisionState.Draft, DecisionProcesses.Return),
        new(DecisionState.Submitted, DecisionState.Verified, DecisionProcesses.Verify),
        new(DecisionState.Verified, DecisionState.Draft, DecisionProcesses.Return),
        new(DecisionState.Verified, DecisionState.Signed, DecisionProcesses.Sign),
        new(DecisionState.Signed, DecisionState.Effective, DecisionProcesses.Apply),
        new(DecisionState.Signed, DecisionState.Annulled, DecisionProcesses.Annul),
        new(DecisionState.Effective, DecisionState.Corrected, DecisionProcesses.Correct),
        new(DecisionState.Corrected, DecisionState.Corrected, DecisionProcesses.Correct),
        new(DecisionState.Effective, DecisionState.Annulled, DecisionProcesses.Annul),
        new(DecisionState.Corrected, DecisionState.Annulled, DecisionProcesses.Annul),
    ];

    /// <summary>The move of a process from a state, or null when the process is not possible there.</summary>
    public static Transition? Find(DecisionState from, ProcessKind process) => All.FirstOrDefault(t => t.From == from && t.Process == process);
}
