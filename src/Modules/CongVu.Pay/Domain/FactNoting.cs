using CongVu.Law;
using CongVu.Pay.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Domain;

/// <summary>What is typed about a fact that puts a raise off.</summary>
internal sealed record FactText(RaiseFactKind Kind, string? Form, DateOnly? Day, int? Year, int? Months, string? Document, Guid? FileId);

/// <summary>Notes and withdraws what puts a raise off.</summary>
internal sealed class FactNoting(CongVuDb db, ProcessLog processes, Gate gate, TimeProvider clock)
{
    public async Task<Outcome> NoteAsync(Guid personId, Guid unitId, FactText text, CancellationToken ct)
    {
        gate.Demand(Contracts.PayPermissions.Prepare, unitId);
        if (gate.IsSelf(personId)) return new Outcome.Refused("Kind", "Không tự ghi nhận cho hồ sơ của mình; đề nghị cán bộ tổ chức khác thực hiện.");
        if (Wrong(text) is { } wrong) return wrong;
        var day = text.Kind == RaiseFactKind.NotCompleted ? LawDay.LastOfYear(text.Year!.Value) : text.Day!.Value;
        var fact = new RaiseFact
        {
            PersonId = personId, Kind = text.Kind, Form = text.Kind == RaiseFactKind.Discipline ? text.Form : null, Day = day, Months = text.Kind == RaiseFactKind.NotCounted ? text.Months!.Value : 0,
            Document = text.Document!.Trim(), FileId = text.FileId, NotedAt = clock.UtcNow(), NotedBy = gate.Actor.AccountId, NotedByName = gate.Actor.DisplayName,
        };
        if (await db.Set<RaiseFact>().AnyAsync(f => f.PersonId == personId && f.Kind == fact.Kind && f.Day == day && f.Form == fact.Form && f.WithdrawnAt == null, ct))
            return new Outcome.Refused("Kind", "Việc này đã được ghi nhận; rút ghi nhận cũ trước khi ghi lại.");
        await using var process = await processes.BeginAsync(PayProcesses.NoteFact, "person", personId, ct, evidenceFileId: text.FileId);
        db.Add(fact);
        await process.CommitAsync(ct, unitId);
        return new Outcome.Done("Đã ghi nhận; ngày đến hạn được tính lại.", fact.Id);
    }

    public async Task<Outcome> WithdrawAsync(Guid personId, Guid unitId, Guid factId, string? reason, CancellationToken ct)
    {
        gate.Demand(Contracts.PayPermissions.Prepare, unitId);
        if (gate.IsSelf(personId)) return new Outcome.Refused("LyDo", "Không tự rút ghi nhận của hồ sơ mình.");
        if (string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("LyDo", "Ghi lý do rút ghi nhận.");
        if (await db.Set<RaiseFact>().SingleOrDefaultAsync(f => f.Id == factId && f.PersonId == personId && f.WithdrawnAt == null, ct) is not { } fact)
            return new Outcome.Refused("LyDo", "Ghi nhận này không còn; có thể người khác vừa rút.");
        await using var process = await processes.BeginAsync(PayProcesses.WithdrawFact, "person", personId, ct, reason);
        (fact.WithdrawnAt, fact.WithdrawnByName, fact.WithdrawnReason) = (clock.UtcNow(), gate.Actor.DisplayName, reason.Trim());
        await process.CommitAsync(ct, unitId);
        return new Outcome.Done("Đã rút ghi nhận; ngày đến hạn được tính lại.");
    }

    private Outcome.Refused? Wrong(FactText text)
    {
        var today = clock.Today();
        return text switch
        {
            { Kind: RaiseFactKind.Discipline, Form: null or "" } => new("Form", "Chọn hình thức kỷ luật."),
            { Kind: RaiseFactKind.Discipline } when DisciplineForms.Find(text.Form!) is null => new("Form", "Chọn hình thức kỷ luật trong danh mục."),
            { Kind: RaiseFactKind.NotCompleted, Year: null } => new("Year", "Nhập năm không hoàn thành nhiệm vụ, ví dụ 2025."),
            { Kind: RaiseFactKind.NotCompleted, Year: var year } when year < 2004 || year > today.Year => new("Year", $"Năm phải từ 2004 đến {today.Year}."),
            { Kind: not RaiseFactKind.NotCompleted, Day: null } => new("Day", text.Kind == RaiseFactKind.Discipline ? "Nhập ngày quyết định kỷ luật có hiệu lực." : "Nhập ngày bắt đầu thời gian không được tính."),
            { Kind: not RaiseFactKind.NotCompleted, Day: var day } when day > today => new("Day", "Ngày này ở tương lai; chỉ ghi nhận việc đã xảy ra."),
            { Kind: RaiseFactKind.NotCounted, Months: null or < 1 or > 240 } => new("Months", "Nhập số tháng không được tính, từ 1 đến 240 (lẻ dưới 11 ngày làm việc không tính, từ 11 ngày tính 1 tháng)."),
            _ when string.IsNullOrWhiteSpace(text.Document) => new("Document", "Ghi số, ngày của văn bản làm căn cứ."),
            _ => null,
        };
    }
}
