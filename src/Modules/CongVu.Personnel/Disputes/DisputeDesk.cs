using CongVu.Personnel.Contracts;
using CongVu.Personnel.Data;
using CongVu.Personnel.Domain;
using CongVu.Personnel.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Disputes;

/// <summary>How an act on a dispute ended.</summary>
internal abstract record DisputeOutcome
{
    /// <summary>Done.</summary>
    internal sealed record Done(Dispute Dispute, string Said) : DisputeOutcome;

    /// <summary>Something is missing; nothing changed.</summary>
    internal sealed record Invalid(string Field, string Message) : DisputeOutcome;

    /// <summary>Not in this state.</summary>
    internal sealed record NotPossible(string Why) : DisputeOutcome;
}

/// <summary>What is held to be wrong, as the record shows it.</summary>
/// <param name="EffectId">Null: something is missing.</param>
internal sealed record DisputedFact(Guid? EffectId, string About, string Stated);

/// <summary>Raising, taking back and answering disputes.</summary>
internal sealed class DisputeDesk(CongVuDb db, People people, CaseNumbers numbers, SelfServiceNotices notices, Settings settings, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>Setting: days within which a dispute is answered.</summary>
    public const string DaysSetting = "personnel.dispute-days";

    private const int DefaultDays = 15;

    /// <summary>Raises one about the own record. Asked twice about the same fact, the one that is open is gone on with.</summary>
    public async Task<DisputeOutcome> RaiseAsync(Guid id, DisputedFact fact, string? wanted, string? reason, (Guid Id, string Name)? file, CancellationToken ct)
    {
        gate.Demand(PersonnelPermissions.RaiseDisputes);
        var person = gate.Actor.PersonId ?? throw new ForbiddenException("Tài khoản này chưa gắn với hồ sơ nào.");
        if (string.IsNullOrWhiteSpace(wanted)) return new DisputeOutcome.Invalid("Wanted", "Ghi nội dung đúng theo giấy tờ của bạn.");
        if (string.IsNullOrWhiteSpace(reason)) return new DisputeOutcome.Invalid("Reason", "Nêu vì sao nội dung đang ghi là sai, theo giấy tờ nào.");
        await using var process = await processes.BeginAsync(PersonnelProcesses.Raise, "dispute", id, ct, reason, file?.Id);
        await db.LockPersonAsync(person, ct);
        if (await db.Set<Dispute>().FirstOrDefaultAsync(d => d.PersonId == person && d.State == DisputeState.Open && d.EffectId == fact.EffectId && d.About == fact.About, ct) is { } open)
            return new DisputeOutcome.NotPossible($"Nội dung này đang có đề nghị {open.Label} chờ trả lời. Rút đề nghị đó nếu muốn gửi lại.");
        var state = await people.StateAsync(person, new AsOf(clock.Today()), ct) ?? throw new NotFoundException("Tài khoản này gắn với hồ sơ chưa có nội dung.");
        var (year, number) = await numbers.NextAsync("dispute", ct);
        var dispute = new Dispute
        {
            Id = id,
            PersonId = person,
            PersonName = state.Identity?.Value.FullName ?? gate.Actor.DisplayName,
            Number = number,
            Year = year,
            EffectId = fact.EffectId,
            About = fact.About,
            Stated = fact.Stated,
            Wanted = wanted.Trim(),
            Reason = reason.Trim(),
            FileId = file?.Id,
            FileName = file?.Name,
            AccountId = gate.Actor.AccountId,
            RaisedAt = process.Run.At,
            DueOn = await DueAsync(ct),
        };
        db.Add(dispute);
        await notices.RaisedAsync(dispute, state.FileUnitId, ct);
        await process.CommitAsync(ct, state.FileUnitId);
        return new DisputeOutcome.Done(dispute, $"Đã gửi đề nghị đính chính {dispute.Label}. Trả lời trước hết ngày {VnFormat.Date(dispute.DueOn)}.");
    }

    /// <summary>The person takes it back.</summary>
    public async Task<DisputeOutcome> TakeBackAsync(Guid id, CancellationToken ct)
    {
        await using var process = await processes.BeginAsync(PersonnelProcesses.TakeBack, "dispute", id, ct);
        var (dispute, unit) = await LockAsync(id, ct);
        if (!gate.IsSelf(dispute.PersonId)) throw new ForbiddenException("Chỉ người gửi rút được đề nghị của mình.");
        if (dispute.State != DisputeState.Open) return Closed(dispute);
        dispute.State = DisputeState.Withdrawn;
        dispute.Version++;
        await process.CommitAsync(ct, unit);
        return new DisputeOutcome.Done(dispute, $"Đã rút đề nghị {dispute.Label}.");
    }

    /// <summary>The officer answers: upheld (a correcting decision follows) or refused.</summary>
    public async Task<DisputeOutcome> AnswerAsync(Guid id, int version, bool? upheld, string? answer, CancellationToken ct)
    {
        if (upheld is null) return new DisputeOutcome.Invalid("Upheld", "Chọn kết luận: đề nghị đúng hay hồ sơ ghi đúng.");
        if (string.IsNullOrWhiteSpace(answer)) return new DisputeOutcome.Invalid("Answer", "Ghi nội dung trả lời để người đề nghị biết lý do.");
        await using var process = await processes.BeginAsync(PersonnelProcesses.Answer, "dispute", id, ct, answer);
        var (dispute, unit) = await LockAsync(id, ct);
        if (gate.IsSelf(dispute.PersonId)) throw new ForbiddenException("Không ai tự trả lời đề nghị của mình. Người khác ở đơn vị hoặc Sở Nội vụ trả lời.");
        if (!MayAnswer(dispute, unit)) throw new ForbiddenException("Tài khoản của bạn không được giao trả lời đề nghị của đơn vị này.");
        if (dispute.State != DisputeState.Open || dispute.Version != version)
            throw new StaleEditException($"Đề nghị đính chính {dispute.Label}", [new FieldDifference("Kết luận", (upheld.Value ? DisputeState.Upheld : DisputeState.Refused).Name(), dispute.State.Name()), new FieldDifference("Trả lời", answer.Trim(), dispute.Answer)]);
        dispute.State = upheld.Value ? DisputeState.Upheld : DisputeState.Refused;
        (dispute.Answer, dispute.AnsweredAt, dispute.AnswererId, dispute.AnswererName) = (answer.Trim(), process.Run.At, gate.Actor.AccountId, gate.Actor.DisplayName);
        dispute.Version++;
        await notices.AnsweredAsync(dispute, ct);
        await process.CommitAsync(ct, unit);
        return new DisputeOutcome.Done(dispute, "Đã trả lời. Người đề nghị đã được báo.");
    }

    /// <summary>For reading; with the unit that keeps the person's file today. To outsiders it does not exist.</summary>
    public async Task<(Dispute Dispute, Guid? Unit)> ReadAsync(Guid id, CancellationToken ct) =>
        await SeenAsync(await db.Set<Dispute>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct), ct);

    /// <summary>Whether the actor may answer it: never the own one.</summary>
    public bool MayAnswer(Dispute dispute, Guid? unit) => !gate.IsSelf(dispute.PersonId) && InScope(PersonnelPermissions.AnswerDisputes, unit);

    private async Task<(Dispute Dispute, Guid? Unit)> LockAsync(Guid id, CancellationToken ct)
    {
        var found = await db.Set<Dispute>().FromSql($"select * from personnel.dispute where id = {id} for update").ToListAsync(ct);
        if (found.SingleOrDefault() is { } dispute) await db.Entry(dispute).ReloadAsync(ct);
        return await SeenAsync(found.SingleOrDefault(), ct);
    }

    private async Task<(Dispute, Guid?)> SeenAsync(Dispute? dispute, CancellationToken ct)
    {
        var unit = dispute is null ? null : (await people.FindAsync(dispute.PersonId, new AsOf(clock.Today()), ct))?.FileUnitId;
        return dispute is not null && (gate.IsSelf(dispute.PersonId) || InScope(PersonnelPermissions.ReadRequests, unit)) ? (dispute, unit)
            : throw new NotFoundException("Không có đề nghị này, hoặc bạn không được xem.");
    }

    private bool InScope(Permission permission, Guid? unit)
    {
        var scope = gate.Scope(permission);
        return scope.IsAll || unit is { } id && scope.Has(id);
    }

    private async Task<DateOnly> DueAsync(CancellationToken ct)
    {
        var days = int.TryParse(await settings.GetAsync(DaysSetting, ct), out var set) && set > 0 ? set : DefaultDays;
        var due = clock.Today().AddDays(days);
        return due.DayOfWeek switch { DayOfWeek.Saturday => due.AddDays(2), DayOfWeek.Sunday => due.AddDays(1), _ => due };
    }

    private static DisputeOutcome.NotPossible Closed(Dispute dispute) => new($"Đề nghị {dispute.Label} đang ở trạng thái “{dispute.State.Name()}” nên không làm được việc này nữa.");
}
