using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Decisions.Effects;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;

namespace CongVu.Decisions.UseCases;

/// <summary>Confirms that everything is in order; fixes the competent authority and the planned effects.</summary>
internal sealed record VerifyDecision(Guid Id, int Version, string? Note = null);

internal sealed class VerifyDecisionHandler(DecisionStore store, SubjectLocks locks, DecisionAssessor assessor, DecisionAccess access, DecisionDesk desk, AssessmentRecord record, EffectPlan plan, DecisionNotices notices, ProcessLog processes, Gate gate)
{
    public async Task<MoveOutcome> HandleAsync(VerifyDecision command, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(DecisionProcesses.Verify, "decision", command.Id, ct, command.Note);
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        var decision = loaded.Decision;
        access.Demand(DecisionPermissions.Verify, decision);
        if (DecisionDesk.Find(decision, DecisionProcesses.Verify) is null) return DecisionDesk.Closed(decision, "thẩm định");

        await locks.TakeAsync(loaded.Kept.Select(i => i.SubjectId), ct);
        var assessed = await assessor.AssessAsync(loaded, CheckStage.Verified, ct);
        if (!assessed.MayGoOn) return new MoveOutcome.Refused(assessed);

        record.Keep(assessed, process.Run);
        await plan.StoreAsync(assessed, ct);
        (decision.SignerUnitId, decision.SignerPosts) = (assessed.Authority.SignerUnitId, [.. assessed.Authority.Posts]);
        (decision.VerifierId, decision.VerifierName, decision.VerifiedAt) = (gate.Actor.AccountId, gate.Actor.DisplayName, process.Run.At);
        desk.Move(decision, DecisionState.Verified, process.Run);
        await notices.VerifiedAsync(decision, ct);
        await process.CommitAsync(ct, decision.UnitId, decision.ItemCount);
        return new MoveOutcome.Done(decision, "Đã thẩm định, chuyển người có thẩm quyền ký.");
    }
}
