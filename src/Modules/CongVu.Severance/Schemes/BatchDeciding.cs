using System.Text.Json;
using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Severance.Cases;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Schemes;

/// <summary>What is recorded of the finance body's appraisal.</summary>
internal sealed record FinanceText(string? Document, DateOnly? On, long? Amount, Guid? FileId);

/// <summary>Moves a list on: submitted, appraised, approved, decided; or back.</summary>
internal sealed class BatchDeciding(CongVuDb db, SchemeReading reading, CaseReading cases, DraftStart drafts, ProvinceHeads heads, ProcessLog processes, Gate gate, TimeProvider clock)
{
    private const string NotMet = "Chưa đủ điều kiện: ";

    public async Task<Outcome> SubmitAsync(Guid id, int version, CancellationToken ct)
    {
        var view = await reading.BatchAsync(id, ct);
        if (view.Scheme.State != SchemeState.Approved) return new Outcome.Refused("", "Đề án chưa được phê duyệt nên chưa trình danh sách được.");
        if (view.Cases.Count == 0) return new Outcome.Refused("", "Danh sách chưa có ai.");
        if (view.Cases.FirstOrDefault(c => c.Reckoning.State == ConditionState.NotMet) is not null) return new Outcome.Refused("", NotMet + Names(view.Cases.Where(c => c.Reckoning.State == ConditionState.NotMet)) + ". Đưa ra khỏi danh sách hoặc sửa hồ sơ.");
        return await MoveAsync(id, version, BatchState.Preparing, SeveranceProcesses.Submit, SeverancePermissions.Prepare, null, batch =>
        {
            (batch.State, batch.SubmittedAt, batch.SubmittedBy) = (BatchState.Submitted, clock.UtcNow(), gate.ActorOrNull?.AccountId);
            return $"Trình danh sách {view.Cases.Count} người, {VnFormat.Money(view.Total)}.";
        }, ct);
    }

    public Task<Outcome> ReturnAsync(Guid id, int version, string? reason, CancellationToken ct) => string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Outcome>(new Outcome.Refused("LyDo", "Ghi lý do trả lại.")) :
        MoveAsync(id, version, BatchState.Submitted, SeveranceProcesses.Return, SeverancePermissions.Appraise, reason, batch =>
        {
            (batch.State, batch.SubmittedAt, batch.SubmittedBy) = (BatchState.Preparing, null, null);
            return $"Trả lại: {reason.Trim()}";
        }, ct);

    /// <summary>Sở Nội vụ has looked at every case and has the finance body's paper; facts and amounts are kept.</summary>
    public async Task<Outcome> AppraiseAsync(Guid id, int version, FinanceText finance, CancellationToken ct)
    {
        var view = await reading.BatchAsync(id, ct);
        var open = view.Cases.Where(c => c.Reckoning.State != ConditionState.Met).ToList();
        if (open.Count > 0) return new Outcome.Refused("", $"Còn điều kiện chưa rõ hoặc chưa đạt: {Names(open)}. Trả lại để đơn vị bổ sung.");
        if (string.IsNullOrWhiteSpace(finance.Document)) return new Outcome.Refused("FinanceDocument", "Ghi số, ngày văn bản thẩm định kinh phí của cơ quan tài chính.");
        if (finance.On is not { } on || on > clock.Today()) return new Outcome.Refused("FinanceOn", "Nhập ngày văn bản, không muộn hơn hôm nay.");
        if (finance.Amount is not { } amount) return new Outcome.Refused("FinanceAmount", "Nhập số tiền cơ quan tài chính thẩm định.");
        if (amount != view.Total) return new Outcome.Refused("FinanceAmount", $"Cơ quan tài chính thẩm định {VnFormat.Money(amount)}, danh sách tính {VnFormat.Money(view.Total)}: chênh lệch {VnFormat.Money(Math.Abs(amount - view.Total))}. Đối chiếu rồi trả lại danh sách hoặc sửa số liệu.");
        return await MoveAsync(id, version, BatchState.Submitted, SeveranceProcesses.Appraise, SeverancePermissions.Appraise, null, async batch =>
        {
            (batch.State, batch.AppraisedOn, batch.AppraisedBy, batch.AppraisedByName) = (BatchState.Appraised, clock.Today(), gate.ActorOrNull?.AccountId, gate.Actor.DisplayName);
            (batch.FinanceDocument, batch.FinanceOn, batch.FinanceAmount, batch.FinanceFileId) = (finance.Document.Trim(), on, amount, finance.FileId);
            foreach (var row in await db.Set<SeveranceCase>().Where(c => c.BatchId == id && c.State == CaseState.Open).ToListAsync(ct)) Keep(row, view.Cases.Single(c => c.Id == row.Id));
            return $"Thẩm định {view.Cases.Count} người, {VnFormat.Money(view.Total)} ({finance.Document.Trim()}).";
        }, ct, finance.FileId);
    }

    /// <summary>A case whose record changed since is appraised anew; an approved list needs approval again.</summary>
    public async Task<Outcome> ReappraiseAsync(Guid caseId, int version, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("LyDo", "Ghi lý do thẩm định lại.");
        var (view, known) = await cases.OfAsync(caseId, ct);
        if (view.Case.DecisionId is not null) return new Outcome.Refused("", "Đã có quyết định; thu hồi hoặc đính chính quyết định trước.");
        if (view.Reckoning.State != ConditionState.Met) return new Outcome.Refused("", "Trường hợp này nay chưa đạt mọi điều kiện nên không thẩm định được; đề nghị trả lại hoặc đưa ra khỏi danh sách.");
        if (known.State is not (BatchState.Appraised or BatchState.Approved)) return new Outcome.Refused("", "Danh sách chưa thẩm định.");
        return await MoveAsync(known.Id, version, known.State, SeveranceProcesses.Reappraise, SeverancePermissions.Appraise, reason, async batch =>
        {
            var row = await db.Set<SeveranceCase>().SingleAsync(c => c.Id == caseId, ct);
            var was = row.AppraisedAmount;
            Keep(row, view);
            batch.FinanceAmount += row.AppraisedAmount - was;
            (batch.State, batch.ApprovedOn, batch.ApprovalDocument, batch.ApprovedBy, batch.AppraisedBy) = (BatchState.Appraised, null, null, null, gate.ActorOrNull?.AccountId);
            return $"Thẩm định lại {view.Person.FullName}: {VnFormat.Money(was)} → {VnFormat.Money(row.AppraisedAmount)}. Lý do: {reason.Trim()}";
        }, ct);
    }

    public async Task<Outcome> ApproveAsync(Guid id, int version, DateOnly? on, string? document, CancellationToken ct)
    {
        var view = await reading.BatchAsync(id, ct);
        if (on is null || on > clock.Today() || on < view.Batch.AppraisedOn) return new Outcome.Refused("ApprovedOn", "Nhập ngày phê duyệt, từ ngày thẩm định đến hôm nay.");
        if (string.IsNullOrWhiteSpace(document)) return new Outcome.Refused("ApprovalDocument", "Ghi số, ngày của văn bản phê duyệt.");
        if (view.Changed.Count > 0) return new Outcome.Refused("", $"Hồ sơ đã thay đổi sau thẩm định: {Names(view.Changed)}. Sở Nội vụ thẩm định lại trước khi phê duyệt.");
        if (!await heads.IsOneAsync(ct)) return new Outcome.Refused("", "Chỉ lãnh đạo Ủy ban nhân dân tỉnh phê duyệt danh sách.");
        return await MoveAsync(id, version, BatchState.Appraised, SeveranceProcesses.Approve, SeverancePermissions.Approve, null, batch =>
        {
            (batch.State, batch.ApprovedOn, batch.ApprovalDocument, batch.ApprovedBy) = (BatchState.Approved, on, document.Trim(), gate.ActorOrNull?.AccountId);
            return $"Phê duyệt {view.Cases.Count} người, {VnFormat.Money(view.Total)} ({document.Trim()}).";
        }, ct);
    }

    /// <summary>One draft for everybody approved and not yet decided.</summary>
    public async Task<(Outcome Outcome, Guid? DecisionId)> DecideAsync(Guid id, int version, CancellationToken ct)
    {
        var view = await reading.BatchAsync(id, ct);
        gate.Demand(SeverancePermissions.Prepare, view.Batch.UnitId);
        if (view.Batch.State != BatchState.Approved) return (new Outcome.Refused("", "Danh sách chưa được phê duyệt."), null);
        if (view.Batch.Version != version) return (new Outcome.Refused("", "Danh sách vừa thay đổi; có thể đã có người lập quyết định. Xem lại rồi làm lại."), null);
        if (view.Changed.Count > 0) return (new Outcome.Refused("", $"Hồ sơ đã thay đổi sau thẩm định: {Names(view.Changed)}. Đề nghị Sở Nội vụ thẩm định lại."), null);
        var ready = view.Undecided;
        if (ready.Count == 0) return (new Outcome.Refused("", "Mọi người trong danh sách đều đã có quyết định."), null);
        var own = ready.ToDictionary(c => c.Person.PersonId, c => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(c.Case.LeaveOn) });
        switch (await drafts.BeginAsync(SeveranceActions.Downsize, view.Batch.UnitId, [.. ready.Select(c => c.Person.PersonId)], null, own, ct))
        {
            case DraftStarted.NotPossible no:
                return (new Outcome.Refused("", no.Why), null);
            case DraftStarted.Done done:
                var ids = ready.Select(c => c.Id).ToArray();
                await using (var process = await processes.BeginAsync(SeveranceProcesses.Decide, "severance-batch", id, ct))
                {
                    var batch = await db.Set<Batch>().SingleAsync(b => b.Id == id, ct);
                    batch.Version++;
                    foreach (var row in await db.Set<SeveranceCase>().Where(c => ids.Contains(c.Id)).ToListAsync(ct)) row.DecisionId = done.DecisionId;
                    Step(id, $"Lập quyết định cho {ready.Count} người.");
                    await process.CommitAsync(ct, view.Batch.UnitId, ready.Count);
                }
                return (new Outcome.Done(done.LeftOut.Count == 0 ? "Đã lập bản soạn quyết định." : "Không đưa vào được: " + string.Join("; ", done.LeftOut)), done.DecisionId);
            default:
                return (new Outcome.Refused("", "Không lập được bản soạn."), null);
        }
    }

    private static void Keep(SeveranceCase row, CaseView view) => (row.Snapshot, row.AppraisedAmount) = (JsonSerializer.Serialize(view.Reckoning.Snapshot, Json.Options), view.Reckoning.Amount);

    private static string Names(IEnumerable<CaseView> views) => string.Join(", ", views.Take(5).Select(v => v.Person.FullName));

    private Task<Outcome> MoveAsync(Guid id, int version, BatchState from, ProcessKind kind, Permission permission, string? reason, Func<Batch, string> move, CancellationToken ct) => MoveAsync(id, version, from, kind, permission, reason, b => Task.FromResult(move(b)), ct);

    private async Task<Outcome> MoveAsync(Guid id, int version, BatchState from, ProcessKind kind, Permission permission, string? reason, Func<Batch, Task<string>> move, CancellationToken ct, Guid? evidence = null)
    {
        var batch = await db.Set<Batch>().SingleAsync(b => b.Id == id, ct);
        gate.Demand(permission, batch.UnitId);
        if (batch.State != from) return new Outcome.Refused("", "Danh sách không còn ở bước này; xem lại trạng thái mới.");
        if (batch.Version != version) return new Outcome.Refused("", "Người khác vừa sửa danh sách này. Xem lại nội dung mới rồi làm lại.");
        var me = gate.Actor.AccountId;
        if (permission == SeverancePermissions.Appraise && (me == batch.CreatedBy || me == batch.SubmittedBy)) return new Outcome.Refused("", "Người lập hoặc trình danh sách không tự thẩm định danh sách đó.");
        if (permission == SeverancePermissions.Approve && (me == batch.CreatedBy || me == batch.SubmittedBy || me == batch.AppraisedBy)) return new Outcome.Refused("", "Người lập, trình hoặc thẩm định danh sách không phê duyệt danh sách đó.");
        if (permission != SeverancePermissions.Prepare && gate.Actor.PersonId is { } self && await db.Set<SeveranceCase>().AnyAsync(c => c.BatchId == id && c.PersonId == self && c.State == CaseState.Open, ct)) return new Outcome.Refused("", "Bạn có tên trong danh sách này nên không được quyết định về danh sách.");
        await using var process = await processes.BeginAsync(kind, "severance-batch", id, ct, reason, evidence);
        var said = await move(batch);
        batch.Version++;
        Step(id, said);
        await process.CommitAsync(ct, batch.UnitId);
        return new Outcome.Done(said);
    }

    private void Step(Guid owner, string what) => db.Add(new Step { OwnerId = owner, At = clock.UtcNow(), AccountName = gate.Actor.DisplayName, What = what });
}
