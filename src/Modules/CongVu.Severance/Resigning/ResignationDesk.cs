using CongVu.Decisions.Contracts;
using CongVu.Law;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Resigning;

/// <summary>What is typed when a request comes in.</summary>
internal sealed record RequestText(Guid? PersonId, DateOnly? ReceivedOn, string? Document, DateOnly? LeaveOn, string? Why, Guid? FileId);

/// <summary>What is typed as the answer.</summary>
internal sealed record AnswerText(bool Agrees, DateOnly? On, string? Document, string? Reason, int? ServiceMonths, int? UnemploymentMonths, string? Debts);

/// <summary>Requests of civil servants to leave by their own wish: received, answered in time, decided (Nghị định 170/2025/NĐ-CP Điều 57, 58).</summary>
internal sealed class ResignationDesk(CongVuDb db, LawBook law, People people, DraftStart drafts, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<Outcome> ReceiveAsync(RequestText text, CancellationToken ct)
    {
        var today = clock.Today();
        if (text.PersonId is not { } id || await people.FindAsync(id, new AsOf(today), ct) is not { UnitId: { } unit } person) return new Outcome.Refused("nguoi", "Chọn người đang công tác có đơn xin thôi việc.");
        gate.Demand(SeverancePermissions.Prepare, unit);
        if (gate.IsSelf(id)) return new Outcome.Refused("nguoi", "Không tự nhận đơn của mình; đề nghị cán bộ tổ chức khác thực hiện.");
        if (person.Category != "civil-servant") return new Outcome.Refused("nguoi", "Thôi việc theo nguyện vọng ở đây áp dụng cho công chức; viên chức, người lao động chấm dứt hợp đồng theo quy định riêng.");
        if (text.ReceivedOn is not { } received || received > today) return new Outcome.Refused("ReceivedOn", "Nhập ngày nhận đơn, không muộn hơn hôm nay.");
        if (string.IsNullOrWhiteSpace(text.Document)) return new Outcome.Refused("Document", "Ghi đơn: ngày viết, số đến.");
        if (text.LeaveOn is not { } leave || leave <= received) return new Outcome.Refused("LeaveOn", "Nhập ngày xin nghỉ, sau ngày nhận đơn.");
        DateOnly due;
        try
        {
            if (law.Procedure("resignation").At(received).Value.Find("decision") is not { Within: { } within }) return new Outcome.Refused("ReceivedOn", "Dữ liệu pháp luật không có thời hạn trả lời đơn ở ngày này.");
            due = new Deadline(law.Calendar).After(received, within).Due;
        }
        catch (OutsideCoverageException e)
        {
            return new Outcome.Refused("ReceivedOn", e.Message);
        }
        var request = new Resignation
        {
            PersonId = id, UnitId = unit, ReceivedOn = received, Document = text.Document.Trim(), FileId = text.FileId, LeaveOn = leave, Why = text.Why?.Trim() ?? "", AnswerDue = due,
            ReceivedAt = clock.UtcNow(), ReceivedBy = gate.ActorOrNull?.AccountId, ReceivedByName = gate.Actor.DisplayName,
        };
        if (await db.Set<Resignation>().AnyAsync(r => r.PersonId == id && (r.State == ResignationState.Received || r.State == ResignationState.Agreed), ct)) return new Outcome.Refused("nguoi", $"{person.FullName} đã có một đơn đang giải quyết.");
        if (await db.Set<SeveranceCase>().AnyAsync(c => c.PersonId == id && c.State == CaseState.Open, ct)) return new Outcome.Refused("nguoi", $"{person.FullName} đang có trong một danh sách tinh giản biên chế.");
        await using var process = await processes.BeginAsync(SeveranceProcesses.ReceiveResignation, "severance-resignation", request.Id, ct, evidenceFileId: text.FileId);
        db.Add(request);
        Step(request.Id, $"Nhận đơn ({request.Document}); trả lời chậm nhất {VnFormat.Date(due)}.");
        try
        {
            await process.CommitAsync(ct, unit);
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            return new Outcome.Refused("nguoi", $"{person.FullName} vừa có một đơn khác được nhận.");
        }
        return new Outcome.Done($"Đã nhận đơn; trả lời chậm nhất {VnFormat.Date(due)}.", request.Id);
    }

    public Task<Outcome> AnswerAsync(Guid id, int version, AnswerText text, CancellationToken ct) => ActAsync(id, version, [ResignationState.Received], SeveranceProcesses.AnswerResignation, null, request =>
    {
        if (text.On is not { } on || on > clock.Today() || on < request.ReceivedOn) return new Outcome.Refused("AnsweredOn", "Nhập ngày trả lời, từ ngày nhận đơn đến hôm nay.");
        if (string.IsNullOrWhiteSpace(text.Document)) return new Outcome.Refused("AnswerDocument", "Ghi số, ngày của văn bản trả lời.");
        if (!text.Agrees && string.IsNullOrWhiteSpace(text.Reason)) return new Outcome.Refused("AnswerReason", "Không đồng ý thì phải nêu rõ lý do.");
        if (text.Agrees && text.ServiceMonths is not (>= 0 and <= 720)) return new Outcome.Refused("ServiceMonths", "Nhập tổng số tháng công tác được tính, từ 0 đến 720.");
        if (text.UnemploymentMonths is < 0 || text.UnemploymentMonths > (text.ServiceMonths ?? 0)) return new Outcome.Refused("UnemploymentMonths", "Số tháng đã đóng bảo hiểm thất nghiệp không vượt quá số tháng công tác.");
        (request.State, request.AnsweredOn, request.AnswerDocument, request.AnswerReason, request.AnsweredBy) = (text.Agrees ? ResignationState.Agreed : ResignationState.Refused, on, text.Document.Trim(), text.Reason?.Trim(), gate.ActorOrNull?.AccountId);
        if (text.Agrees) (request.ServiceMonths, request.UnemploymentMonths, request.Debts) = (text.ServiceMonths, text.UnemploymentMonths ?? 0, string.IsNullOrWhiteSpace(text.Debts) ? null : text.Debts.Trim());
        var late = on > request.AnswerDue ? $" (chậm so với hạn {VnFormat.Date(request.AnswerDue)})" : "";
        Step(id, $"{(text.Agrees ? "Đồng ý cho thôi việc" : $"Không đồng ý: {text.Reason!.Trim()}")}, {text.Document.Trim()}{late}.");
        return new Outcome.Done($"Đã ghi trả lời{late}.");
    }, ct);

    public Task<Outcome> WithdrawAsync(Guid id, int version, string? reason, CancellationToken ct) => string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Outcome>(new Outcome.Refused("LyDo", "Ghi lý do rút đơn.")) :
        ActAsync(id, version, [ResignationState.Received, ResignationState.Agreed], SeveranceProcesses.WithdrawResignation, reason, request =>
        {
            if (request.DecisionId is not null) return new Outcome.Refused("", "Đã lập quyết định thôi việc; bỏ hoặc thu hồi quyết định trước.");
            request.State = ResignationState.Withdrawn;
            Step(id, $"Rút đơn: {reason.Trim()}");
            return new Outcome.Done("Đã ghi việc rút đơn.");
        }, ct);

    public async Task<(Outcome Outcome, Guid? DecisionId)> DecideAsync(Guid id, int version, CancellationToken ct)
    {
        var request = await db.Set<Resignation>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException("Không có đơn này.");
        gate.Demand(SeverancePermissions.Prepare, request.UnitId);
        if (request.State != ResignationState.Agreed || request.Version != version) return (new Outcome.Refused("", "Đơn không còn ở bước này; xem lại trạng thái mới."), null);
        var own = new Dictionary<Guid, IReadOnlyDictionary<string, string>> { [request.PersonId] = new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(request.LeaveOn) } };
        switch (await drafts.BeginAsync(SeveranceActions.Resign, null, [request.PersonId], null, own, ct))
        {
            case DraftStarted.Done done:
                var tied = await ActAsync(id, version, [ResignationState.Agreed], SeveranceProcesses.DecideResignation, null, r =>
                {
                    r.DecisionId = done.DecisionId;
                    Step(id, "Lập quyết định thôi việc.");
                    return new Outcome.Done("Đã lập bản soạn quyết định thôi việc.");
                }, ct);
                return (tied, tied is Outcome.Done ? done.DecisionId : null);
            case DraftStarted.NotPossible no:
                return (new Outcome.Refused("", no.Why), null);
            default:
                return (new Outcome.Refused("", "Không lập được bản soạn."), null);
        }
    }

    private async Task<Outcome> ActAsync(Guid id, int version, ResignationState[] from, ProcessKind kind, string? reason, Func<Resignation, Outcome> change, CancellationToken ct)
    {
        var request = await db.Set<Resignation>().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFoundException("Không có đơn này.");
        gate.Demand(SeverancePermissions.Prepare, request.UnitId);
        if (gate.IsSelf(request.PersonId)) return new Outcome.Refused("", "Không tự giải quyết đơn của mình.");
        if (!from.Contains(request.State)) return new Outcome.Refused("", "Đơn không còn ở bước này; xem lại trạng thái mới.");
        if (request.Version != version) return new Outcome.Refused("", "Người khác vừa sửa đơn này. Xem lại nội dung mới rồi làm lại.");
        await using var process = await processes.BeginAsync(kind, "severance-resignation", id, ct, reason);
        var outcome = change(request);
        if (outcome is Outcome.Refused) return outcome;
        request.Version++;
        await process.CommitAsync(ct, request.UnitId);
        return outcome;
    }

    private void Step(Guid owner, string what) => db.Add(new Step { OwnerId = owner, At = clock.UtcNow(), AccountName = gate.Actor.DisplayName, What = what });
}
