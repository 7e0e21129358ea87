using CongVu.Organisation.Contracts;
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

namespace CongVu.Severance.Inspections;

/// <summary>What is typed when a round is planned.</summary>
internal sealed record PlanText(Guid? UnitId, DateOnly? From, DateOnly? To, string? Document, string? Scope, string? Team);

/// <summary>What is typed when a round was held.</summary>
internal sealed record ResultText(DateOnly? On, string? LookedAt, string? Findings, string? Document, string? FollowUp, DateOnly? FollowUpBy, Guid? FileId);

/// <summary>Rounds of inspection by Sở Nội vụ: planned, held, followed up.</summary>
internal sealed class InspectionDesk(CongVuDb db, UnitDirectory units, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<Outcome> PlanAsync(PlanText text, CancellationToken ct)
    {
        if (text.UnitId is not { } unit || (await units.TreeAsync(new AsOf(clock.Today()), ct)).Find(unit) is not { } agency) return new Outcome.Refused("UnitId", "Chọn cơ quan, đơn vị được kiểm tra.");
        gate.Demand(SeverancePermissions.Appraise, unit);
        if (text.From is not { } from) return new Outcome.Refused("From", "Nhập ngày bắt đầu theo kế hoạch, ví dụ 15/03/2027.");
        if (text.To is not { } to || to < from) return new Outcome.Refused("To", $"Nhập ngày kết thúc, từ {VnFormat.Date(from)} trở đi.");
        if (to.Year != from.Year) return new Outcome.Refused("To", $"Một cuộc kiểm tra nằm trong kế hoạch của một năm; chọn ngày trong năm {from.Year}.");
        if (string.IsNullOrWhiteSpace(text.Document)) return new Outcome.Refused("Document", "Ghi số, ngày của kế hoạch hoặc quyết định kiểm tra.");
        if (string.IsNullOrWhiteSpace(text.Scope)) return new Outcome.Refused("Scope", "Ghi nội dung kiểm tra.");
        if (await db.Set<Inspection>().AnyAsync(i => i.UnitId == unit && i.State == InspectionState.Planned && i.PlannedFrom <= to && i.PlannedTo >= from, ct)) return new Outcome.Refused("From", $"{agency.Name} đã có một cuộc kiểm tra theo kế hoạch trong thời gian này.");
        var round = new Inspection
        {
            UnitId = unit, Year = from.Year, PlannedFrom = from, PlannedTo = to, PlanDocument = text.Document.Trim(), Scope = text.Scope.Trim(), Team = text.Team?.Trim() ?? "", State = InspectionState.Planned,
            CreatedAt = clock.UtcNow(), CreatedBy = gate.ActorOrNull?.AccountId, CreatedByName = gate.Actor.DisplayName,
        };
        await using var process = await processes.BeginAsync(SeveranceProcesses.PlanInspection, "severance-inspection", round.Id, ct);
        db.Add(round);
        Step(round.Id, $"Đưa vào kế hoạch kiểm tra năm {round.Year}: {VnFormat.Span(from, to)} ({round.PlanDocument}).");
        await process.CommitAsync(ct, unit);
        return new Outcome.Done("Đã đưa cuộc kiểm tra vào kế hoạch.", round.Id);
    }

    public Task<Outcome> HoldAsync(Guid id, int version, ResultText text, CancellationToken ct) => ActAsync(id, version, InspectionState.Planned, SeveranceProcesses.HoldInspection, null, round =>
    {
        if (text.On is not { } on || on > clock.Today() || on.Year != round.Year) return new Outcome.Refused("HeldOn", $"Nhập ngày kết thúc kiểm tra trong năm {round.Year}, không muộn hơn hôm nay.");
        if (string.IsNullOrWhiteSpace(text.LookedAt)) return new Outcome.Refused("LookedAt", "Ghi hồ sơ, nội dung đã xem.");
        if (string.IsNullOrWhiteSpace(text.Findings)) return new Outcome.Refused("Findings", "Ghi kết quả; nếu không có sai sót thì ghi rõ là không phát hiện sai sót.");
        if (string.IsNullOrWhiteSpace(text.Document)) return new Outcome.Refused("ConclusionDocument", "Ghi số, ngày của thông báo kết luận.");
        var follows = !string.IsNullOrWhiteSpace(text.FollowUp);
        if (follows && (text.FollowUpBy is not { } by || by < on)) return new Outcome.Refused("FollowUpBy", "Nhập hạn thực hiện kiến nghị, không sớm hơn ngày kiểm tra.");
        (round.State, round.HeldOn, round.LookedAt, round.Findings, round.ConclusionDocument, round.ConclusionFileId) = (InspectionState.Held, on, text.LookedAt.Trim(), text.Findings.Trim(), text.Document.Trim(), text.FileId);
        (round.FollowUp, round.FollowUpBy) = follows ? (text.FollowUp!.Trim(), text.FollowUpBy) : (null, null);
        Step(id, $"Đã kiểm tra ngày {VnFormat.Date(on)} ({round.ConclusionDocument}){(follows ? $"; kiến nghị thực hiện trước {VnFormat.Date(text.FollowUpBy)}" : "")}.");
        return new Outcome.Done("Đã ghi kết quả kiểm tra.");
    }, ct, text.FileId);

    public Task<Outcome> FollowUpAsync(Guid id, int version, DateOnly? on, string? result, CancellationToken ct) => ActAsync(id, version, InspectionState.Held, SeveranceProcesses.FollowUpInspection, null, round =>
    {
        if (!round.IsOpen) return new Outcome.Refused("", "Cuộc kiểm tra này không có kiến nghị nào đang mở.");
        if (on is not { } day || day > clock.Today() || day < round.HeldOn) return new Outcome.Refused("FollowedUpOn", "Nhập ngày hoàn thành kiến nghị, từ ngày kiểm tra đến hôm nay.");
        if (string.IsNullOrWhiteSpace(result)) return new Outcome.Refused("FollowUpResult", "Ghi kết quả thực hiện kiến nghị và văn bản báo cáo.");
        (round.FollowedUpOn, round.FollowUpResult) = (day, result.Trim());
        var late = day > round.FollowUpBy ? $", chậm so với hạn {VnFormat.Date(round.FollowUpBy)}" : "";
        Step(id, $"Hoàn thành kiến nghị ngày {VnFormat.Date(day)}{late}.");
        return new Outcome.Done($"Đã ghi kết quả thực hiện kiến nghị{late}.");
    }, ct);

    public Task<Outcome> CancelAsync(Guid id, int version, string? reason, CancellationToken ct) => string.IsNullOrWhiteSpace(reason) ? Task.FromResult<Outcome>(new Outcome.Refused("LyDo", "Ghi lý do bỏ cuộc kiểm tra.")) :
        ActAsync(id, version, InspectionState.Planned, SeveranceProcesses.CancelInspection, reason, round =>
        {
            (round.State, round.CancelledReason) = (InspectionState.Cancelled, reason.Trim());
            Step(id, $"Bỏ khỏi kế hoạch: {reason.Trim()}");
            return new Outcome.Done("Đã bỏ cuộc kiểm tra khỏi kế hoạch.");
        }, ct);

    private async Task<Outcome> ActAsync(Guid id, int version, InspectionState from, ProcessKind kind, string? reason, Func<Inspection, Outcome> change, CancellationToken ct, Guid? evidence = null)
    {
        var round = await db.Set<Inspection>().SingleOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotFoundException("Không có cuộc kiểm tra này.");
        gate.Demand(SeverancePermissions.Appraise, round.UnitId);
        if (round.State != from) return new Outcome.Refused("", "Cuộc kiểm tra không còn ở bước này; xem lại trạng thái mới.");
        if (round.Version != version) return new Outcome.Refused("", "Người khác vừa sửa cuộc kiểm tra này. Xem lại nội dung mới rồi làm lại.");
        await using var process = await processes.BeginAsync(kind, "severance-inspection", id, ct, reason, evidence);
        var outcome = change(round);
        if (outcome is Outcome.Refused) return outcome;
        round.Version++;
        await process.CommitAsync(ct, round.UnitId);
        return outcome;
    }

    private void Step(Guid owner, string what) => db.Add(new Step { OwnerId = owner, At = clock.UtcNow(), AccountName = gate.Actor.DisplayName, What = what });
}
