using CongVu.Decisions.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Processes;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Severance.Contracts;
using CongVu.Severance.Data;
using CongVu.Severance.Domain;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Severance.Retiring;

/// <summary>Records notices of retirement and begins the decisions.</summary>
internal sealed class RetirementNoticing(CongVuDb db, DraftStart drafts, ProcessLog processes, Gate gate, TimeProvider clock)
{
    /// <summary>Notes the notice given to some people; all or none.</summary>
    public async Task<Outcome> NoteAsync(IReadOnlyList<RetirementRow> rows, DateOnly? on, string? document, CancellationToken ct)
    {
        var today = clock.Today();
        if (rows.Count == 0) return new Outcome.Refused("chon", "Chưa chọn ai. Đánh dấu vào ô đầu dòng rồi bấm lại.");
        if (on is not { } day || day > today || day < today.AddYears(-2)) return new Outcome.Refused("NoticedOn", "Nhập ngày của thông báo, không muộn hơn hôm nay.");
        if (string.IsNullOrWhiteSpace(document)) return new Outcome.Refused("Document", "Ghi số, ký hiệu của thông báo.");
        foreach (var row in rows)
        {
            gate.Demand(SeverancePermissions.Prepare, row.Person.UnitId!.Value);
            if (gate.IsSelf(row.PersonId)) return new Outcome.Refused("chon", "Không tự ghi thông báo cho mình; đề nghị cán bộ tổ chức khác thực hiện.");
            if (row.Notice is not null) return new Outcome.Refused("chon", $"{row.Person.FullName} đã có thông báo {row.Notice.Document} ngày {VnFormat.Date(row.Notice.NoticedOn)}. Rút thông báo cũ trước khi ghi lại.");
            if (day >= row.RetiresOn) return new Outcome.Refused("NoticedOn", $"Ngày thông báo phải trước ngày nghỉ hưu {VnFormat.Date(row.RetiresOn)} của {row.Person.FullName}.");
        }
        await using var process = await processes.BeginAsync(SeveranceProcesses.NoteNotice, "person", rows[0].PersonId, ct);
        foreach (var row in rows)
            db.Add(new RetirementNotice { PersonId = row.PersonId, RetiresOn = row.RetiresOn, NoticedOn = day, Document = document.Trim(), NotedAt = clock.UtcNow(), NotedBy = gate.ActorOrNull?.AccountId, NotedByName = gate.Actor.DisplayName });
        try
        {
            await process.CommitAsync(ct, rows[0].Person.UnitId, rows.Count);
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            return new Outcome.Refused("chon", "Người khác vừa ghi thông báo cho một trong những người này. Mở lại danh sách rồi làm lại.");
        }
        return new Outcome.Done($"Đã ghi thông báo nghỉ hưu cho {rows.Count} người.");
    }

    public async Task<Outcome> WithdrawAsync(RetirementRow row, string? reason, CancellationToken ct)
    {
        gate.Demand(SeverancePermissions.Prepare, row.Person.UnitId!.Value);
        if (string.IsNullOrWhiteSpace(reason)) return new Outcome.Refused("LyDo", "Ghi lý do rút thông báo.");
        if (gate.IsSelf(row.PersonId)) return new Outcome.Refused("LyDo", "Không tự rút thông báo của mình.");
        if (row.Act is not null) return new Outcome.Refused("LyDo", "Đã có quyết định hoặc bản soạn nghỉ hưu; bỏ hoặc thu hồi trước.");
        if (await db.Set<RetirementNotice>().SingleOrDefaultAsync(n => n.PersonId == row.PersonId && n.WithdrawnAt == null, ct) is not { } notice) return new Outcome.Refused("LyDo", "Thông báo này không còn; có thể người khác vừa rút.");
        await using var process = await processes.BeginAsync(SeveranceProcesses.WithdrawNotice, "person", row.PersonId, ct, reason);
        (notice.WithdrawnAt, notice.WithdrawnReason) = (clock.UtcNow(), reason.Trim());
        await process.CommitAsync(ct, row.Person.UnitId);
        return new Outcome.Done("Đã rút thông báo.");
    }

    /// <summary>One draft of retirement for all of them, each with the day and the notice.</summary>
    public async Task<(Outcome Outcome, Guid? DecisionId)> DecideAsync(IReadOnlyList<RetirementRow> rows, CancellationToken ct)
    {
        var ready = rows.Where(r => r.Act is null && r.Notice is not null).ToList();
        if (rows.Count == 0) return (new Outcome.Refused("", "Chưa chọn ai. Đánh dấu vào ô đầu dòng rồi bấm lại."), null);
        if (ready.Count == 0) return (new Outcome.Refused("", "Những người đã chọn chưa có thông báo nghỉ hưu, hoặc đã có quyết định. Ghi thông báo trước."), null);
        foreach (var row in ready) gate.Demand(SeverancePermissions.Prepare, row.Person.UnitId!.Value);
        var own = ready.ToDictionary(r => r.PersonId, r => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { [ActionInput.FromKey] = VnFormat.Date(r.RetiresOn), ["notice"] = VnFormat.Date(r.Notice!.NoticedOn) });
        return await drafts.BeginAsync(ActionCodes.Retire, null, [.. ready.Select(r => r.PersonId)], null, own, ct) switch
        {
            DraftStarted.Done done => (new Outcome.Done(string.Join("; ", done.LeftOut.Concat(rows.Except(ready).Select(r => $"{r.Person.FullName}: {r.Badge.Word.ToLowerInvariant()}, chưa có thông báo hoặc đã có quyết định")))), done.DecisionId),
            DraftStarted.NotPossible no => (new Outcome.Refused("", no.Why), null),
            _ => (new Outcome.Refused("", "Không lập được bản soạn."), null),
        };
    }
}
