using System.Text.Json;
using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.UseCases;

/// <summary>Moves a change on: submitted by one person, approved by another, withdrawn when it should not have been. Nothing is deleted.</summary>
internal sealed class ChangeDeciding(CongVuDb db, ChangeStore store, LawInUse law, ProcessLog processes, Gate gate)
{
    public async Task<ChangeOutcome> SubmitAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        var change = await store.GetAsync(id, ct);
        if (change.State != ChangeState.Draft) return Moved(change);
        var items = await db.Set<LawChangeItem>().Where(i => i.ChangeId == id).OrderBy(i => i.Ord).ToListAsync(ct);
        if (items.Count == 0) return ChangeOutcome.Refused.For("Hồ sơ chưa có văn bản hay giá trị nào.");
        var problems = store.Check(items).ToList();
        foreach (var item in items)
        {
            var affected = await store.AffectedAsync(item, ct);
            if (affected.Count > 0 && item.CorrectionReason is null)
                problems.Add(new(item.Id, "Corrects", $"{affected.Count} quyết định đã ký dựa vào giá trị của “{NameOf(item)}” từ ngày {LawDay.Format(item.FromDay!.Value)}. Ghi lý do đính chính; danh sách quyết định được lưu cùng hồ sơ."));
            item.Affected = JsonSerializer.Serialize(affected, Json.Options);
        }
        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new ChangeOutcome.Refused(problems);
        }
        await using var process = await processes.BeginAsync(LegislationProcesses.Submit, "law-change", id, ct);
        Move(change, ChangeState.Submitted);
        (change.SubmittedBy, change.SubmitterName, change.SubmittedAt, change.LastReason) = (gate.Actor.AccountId, gate.Actor.DisplayName, process.Run.At, null);
        await process.CommitAsync(ct);
        return new ChangeOutcome.Done(id);
    }

    public async Task<ChangeOutcome> ReturnAsync(Guid id, string reason, CancellationToken ct)
    {
        DemandApproval();
        var change = await store.GetAsync(id, ct);
        if (change.State != ChangeState.Submitted) return Moved(change);
        return await MoveAsync(change, ChangeState.Draft, LegislationProcesses.Return, reason, ct);
    }

    public async Task<ChangeOutcome> DiscardAsync(Guid id, string reason, CancellationToken ct)
    {
        gate.Demand(LegislationPermissions.Keep);
        var change = await store.GetAsync(id, ct);
        if (change.State != ChangeState.Draft) return Moved(change);
        return await MoveAsync(change, ChangeState.Discarded, LegislationProcesses.Discard, reason, ct);
    }

    public async Task<ChangeOutcome> ApproveAsync(Guid id, CancellationToken ct)
    {
        DemandApproval();
        var change = await store.GetAsync(id, ct);
        if (change.State != ChangeState.Submitted) return Moved(change);
        if (change.DraftedBy == gate.Actor.AccountId || change.SubmittedBy == gate.Actor.AccountId) return ChangeOutcome.Refused.For("Người soạn, người trình không tự duyệt hồ sơ của mình. Chuyển cho một lãnh đạo khác.");
        await law.RefreshAsync(ct); // what another node approved a moment ago counts
        await using (var process = await processes.BeginAsync(LegislationProcesses.Approve, "law-change", id, ct))
        {
            await ChangeStore.RaiseRevisionAsync(process.Connection, ct);
            if (store.Check(await store.ItemsAsync(id, ct)) is { Count: > 0 } problems) return new ChangeOutcome.Refused(problems);
            Move(change, ChangeState.Approved);
            (change.ApprovedBy, change.ApproverName, change.ApprovedAt) = (gate.Actor.AccountId, gate.Actor.DisplayName, process.Run.At);
            await process.CommitAsync(ct);
        }
        await law.RefreshAsync(ct);
        return new ChangeOutcome.Done(id);
    }

    public async Task<ChangeOutcome> WithdrawAsync(Guid id, string reason, CancellationToken ct)
    {
        DemandApproval();
        var change = await store.GetAsync(id, ct);
        if (change.State != ChangeState.Approved) return Moved(change);
        foreach (var item in await store.ItemsAsync(id, ct))
            if (await store.AffectedAsync(item, ct) is { Count: > 0 } affected)
                return ChangeOutcome.Refused.For($"Không rút được: {affected.Count} quyết định đã ký dựa vào “{NameOf(item)}” ({string.Join("; ", affected.Take(3).Select(a => a.Name))}…). Lập hồ sơ đính chính giá trị, có lý do và danh sách quyết định bị ảnh hưởng.");
        try { law.Without(id); }
        catch (LawDataException broken) { return ChangeOutcome.Refused.For($"Không rút được vì hồ sơ khác dựa vào hồ sơ này: {broken.Errors[0].Message}"); }
        await using (var process = await processes.BeginAsync(LegislationProcesses.Withdraw, "law-change", id, ct, reason))
        {
            await ChangeStore.RaiseRevisionAsync(process.Connection, ct);
            Move(change, ChangeState.Withdrawn);
            (change.WithdrawnBy, change.WithdrawerName, change.WithdrawnAt, change.LastReason) = (gate.Actor.AccountId, gate.Actor.DisplayName, process.Run.At, reason.Trim());
            await process.CommitAsync(ct);
        }
        await law.RefreshAsync(ct);
        return new ChangeOutcome.Done(id);
    }

    /// <summary>Law holds for the whole province, so only who may approve for the whole province may.</summary>
    public bool MayApprove => gate.Scope(LegislationPermissions.Approve).IsAll;

    private void DemandApproval()
    {
        gate.Demand(LegislationPermissions.Approve);
        if (!MayApprove) throw new ForbiddenException("Chỉ lãnh đạo có thẩm quyền trên toàn tỉnh duyệt cập nhật pháp luật.");
    }

    private async Task<ChangeOutcome> MoveAsync(LawChange change, ChangeState to, ProcessKind kind, string reason, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(kind, "law-change", change.Id, ct, reason);
        Move(change, to);
        change.LastReason = reason.Trim();
        await process.CommitAsync(ct);
        return new ChangeOutcome.Done(change.Id);
    }

    private static void Move(LawChange change, ChangeState to)
    {
        change.State = to;
        change.Version++;
    }

    private static ChangeOutcome.Refused Moved(LawChange change) => ChangeOutcome.Refused.For($"Hồ sơ đã chuyển sang bước khác ({LawWords.Of(change.State).ToLowerInvariant()}). Mở lại trang để xem.");

    private string NameOf(LawChangeItem item) => law.Current.Parameters.GetValueOrDefault(item.Target)?.Name.Name ?? item.Target;
}
