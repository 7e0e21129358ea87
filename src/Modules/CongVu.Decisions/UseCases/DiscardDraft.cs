using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Processes;

namespace CongVu.Decisions.UseCases;

/// <summary>Gives up a draft. It is kept, and no longer listed among the drafts.</summary>
internal sealed record DiscardDraft(Guid Id, int Version, string Reason);

internal sealed class DiscardDraftHandler(DecisionStore store, DecisionAccess access, DecisionDesk desk, ProcessLog processes)
{
    public async Task<MoveOutcome> HandleAsync(DiscardDraft command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Reason)) return new MoveOutcome.NotPossible("Nhập lý do bỏ bản soạn.");
        await using var process = await processes.BeginAsync(DecisionProcesses.Discard, "decision", command.Id, ct, command.Reason);
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        access.Demand(DecisionAccess.ToDraft(loaded.Decision.ActionCode), loaded.Decision);
        if (DecisionDesk.Find(loaded.Decision, DecisionProcesses.Discard) is null) return DecisionDesk.Closed(loaded.Decision, "bỏ");
        desk.Move(loaded.Decision, DecisionState.Discarded, process.Run);
        await process.CommitAsync(ct, loaded.Decision.UnitId);
        return new MoveOutcome.Done(loaded.Decision, "Đã bỏ bản soạn.");
    }
}
