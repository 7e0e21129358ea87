using CongVu.Decisions.Checks;
using CongVu.Decisions.Contracts;
using CongVu.Decisions.Data;
using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Decisions.UseCases;

/// <summary>Sets a failing check aside that the law lets the competent authority set aside, on a stated basis.</summary>
/// <param name="ItemId">The item the check is about; null for a check of the whole decision.</param>
/// <param name="Basis">Instrument and article that allow it.</param>
internal sealed record AllowOverride(Guid Id, int Version, Guid? ItemId, string CheckCode, string Basis, string Reason);

internal sealed class AllowOverrideHandler(CongVuDb db, DecisionStore store, DecisionAssessor assessor, DecisionAccess access, DecisionDesk desk, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<MoveOutcome> HandleAsync(AllowOverride command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Basis) || string.IsNullOrWhiteSpace(command.Reason))
            return new MoveOutcome.NotPossible("Nhập căn cứ pháp lý và lý do cho phép ngoại lệ.");
        await using var process = await processes.BeginAsync(DecisionProcesses.Override, "decision", command.Id, ct, command.Reason);
        var loaded = await store.LockAsync(command.Id, command.Version, ct);
        var decision = loaded.Decision;
        access.Demand(DecisionPermissions.Override, decision);
        if (DecisionDesk.Find(decision, DecisionProcesses.Override) is null) return DecisionDesk.Closed(decision, "ghi ngoại lệ");
        if (loaded.Items.Any(i => gate.IsSelf(i.SubjectId))) return new MoveOutcome.NotPossible("Quyết định này có tên bạn; người khác xem xét ngoại lệ.");

        var assessed = await assessor.AssessAsync(loaded, CheckStage.Draft, ct);
        var checks = command.ItemId is { } item ? assessed.Items.Where(i => i.Item.Id == item).SelectMany(i => i.Checks) : assessed.Checks;
        if (!checks.Any(c => c.Code == command.CheckCode && c.State == Standing.NeedsOverride))
            return new MoveOutcome.NotPossible("Điều kiện này không chờ căn cứ cho phép.");

        db.Add(new DecisionOverride
        {
            DecisionId = decision.Id,
            ItemId = command.ItemId,
            CheckCode = command.CheckCode,
            Basis = command.Basis.Trim(),
            Reason = command.Reason.Trim(),
            AccountId = gate.Actor.AccountId,
            AccountName = gate.Actor.DisplayName,
            At = clock.UtcNow(),
        });
        desk.Move(decision, decision.State, process.Run);
        await process.CommitAsync(ct, decision.UnitId, detail: new { command.CheckCode, command.Basis });
        return new MoveOutcome.Done(decision, "Đã ghi căn cứ cho phép.");
    }
}
