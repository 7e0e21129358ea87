using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;

namespace CongVu.Decisions.UseCases;

/// <summary>Sends a submitted or verified decision back to its drafter with a reason; a drafter may so withdraw an own one.</summary>
internal sealed record ReturnDecision(Guid Id, int Version, string Reason);

internal sealed class ReturnDecisionHandler(DecisionStore store, DecisionAccess access, DecisionDesk desk, DecisionNotices notices, ProcessLog processes, Gate gate)
{
    public async Task<MoveOutcome> HandleAsync(ReturnDecision command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Reason)) return new MoveOutcome.NotPossible("Nhập lý do trả lại để người soạn biết phải sửa gì.");
        await using var process = await processes.BeginAsync(DecisionProcesses.Return, "decision", command.Id, ct, command.Reason);
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        var decision = loaded.Decision;
        var withdraws = decision.State == DecisionState.Submitted && loaded.Drafters.Contains(gate.Actor.AccountId);
        if (!withdraws && !access.May(DecisionPermissions.Verify, decision) && !(decision.State == DecisionState.Verified && access.May(DecisionAccess.ToSign(decision.ActionCode), decision)))
            throw new ForbiddenException("Tài khoản của bạn không có quyền trả lại quyết định này.");
        if (DecisionDesk.Find(decision, DecisionProcesses.Return) is null) return DecisionDesk.Closed(decision, "trả lại");

        (decision.VerifierId, decision.VerifierName, decision.VerifiedAt) = (null, null, null);
        desk.Move(decision, DecisionState.Draft, process.Run);
        if (!withdraws) await notices.ReturnedAsync(loaded, command.Reason, ct);
        await process.CommitAsync(ct, decision.UnitId);
        return new MoveOutcome.Done(decision, withdraws ? "Đã rút lại bản soạn." : "Đã trả lại người soạn.");
    }
}
