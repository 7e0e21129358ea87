using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Processes;

namespace CongVu.Decisions.UseCases;

/// <summary>Sends a draft to verification. What blocks must be cured first; what only needs an override may go on.</summary>
internal sealed record SubmitDecision(Guid Id, int Version, string? Note = null);

internal sealed class SubmitDecisionHandler(DecisionStore store, DecisionAssessor assessor, DecisionAccess access, DecisionDesk desk, AssessmentRecord record, DecisionNotices notices, ProcessLog processes)
{
    public async Task<MoveOutcome> HandleAsync(SubmitDecision command, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(DecisionProcesses.Submit, "decision", command.Id, ct, command.Note);
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        var decision = loaded.Decision;
        access.Demand(DecisionPermissions.Submit, decision);
        access.Demand(DecisionAccess.ToDraft(decision.ActionCode), decision);
        if (DecisionDesk.Find(decision, DecisionProcesses.Submit) is null) return DecisionDesk.Closed(decision, "trình");

        var assessed = await assessor.AssessAsync(loaded, CheckStage.Submitted, ct);
        if (!assessed.MayBeSubmitted) return new MoveOutcome.Refused(assessed);

        record.Keep(assessed, process.Run);
        desk.Move(decision, DecisionState.Submitted, process.Run);
        await notices.SubmittedAsync(decision, ct);
        await process.CommitAsync(ct, decision.UnitId, decision.ItemCount);
        return new MoveOutcome.Done(decision, "Đã trình thẩm định.");
    }
}
