using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Checks;

/// <summary>
/// Other acts on the same subjects that the record does not show yet: signed and waiting for their day, or still on the way.
/// </summary>
internal sealed class PendingActs(CongVuDb db)
{
    private sealed record Row(Guid SubjectId, Guid DecisionId, string ActionCode, DecisionState State, string Title, string? NumberText, DateOnly? EffectiveOn);

    /// <summary>Checks by subject.</summary>
    public async Task<ILookup<Guid, Check>> OfAsync(Guid decisionId, string actionCode, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var ids = subjects.ToArray();
        var rows = await (from item in db.Set<DecisionItem>()
                          join decision in db.Set<Decision>() on item.DecisionId equals decision.Id
                          where ids.Contains(item.SubjectId) && item.State == ItemState.Kept && decision.Id != decisionId
                              && (decision.State == DecisionState.Draft || decision.State == DecisionState.Submitted || decision.State == DecisionState.Verified || decision.State == DecisionState.Signed)
                          select new Row(item.SubjectId, decision.Id, decision.ActionCode, decision.State, decision.Title, decision.NumberText, decision.EffectiveOn)).ToListAsync(ct);
        return rows.Select(r => (r.SubjectId, Check: Judge(r, actionCode))).Where(r => r.Check is not null).ToLookup(r => r.SubjectId, r => r.Check!);
    }

    private static Check? Judge(Row other, string actionCode)
    {
        const string title = "Không có quyết định khác đang chờ cho cùng đối tượng";
        var undo = actionCode is ActionCodes.Annul or ActionCodes.Correct;
        var same = other.ActionCode == actionCode;
        if (other is { State: DecisionState.Signed, ActionCode: ActionCodes.Retire } && !undo)
            return new("pending", title, Standing.Blocks, $"Quyết định nghỉ hưu {other.NumberText} đã ký, có hiệu lực từ {VnFormat.Date(other.EffectiveOn)}.", null, "Bỏ dòng này, hoặc thu hồi quyết định nghỉ hưu trước.");
        if (other.State == DecisionState.Signed && !undo)
            return new("pending", title, same ? Standing.Blocks : Standing.Unknown,
                $"Quyết định {other.NumberText} đã ký, có hiệu lực từ {VnFormat.Date(other.EffectiveOn)}, chưa thể hiện trong hồ sơ.", null,
                same ? "Bỏ dòng này, hoặc thu hồi quyết định đã ký trước." : "Xem quyết định đã ký có làm thay đổi căn cứ của quyết định này không.");
        if (same && other.State is DecisionState.Submitted or DecisionState.Verified && !undo)
            return new("pending", title, Standing.Blocks, $"“{other.Title}” cùng nghiệp vụ đang ở trạng thái {other.State.Name().ToLowerInvariant()}.", null, "Xử lý xong một trong hai quyết định.");
        return same && !undo ? new("pending", title, Standing.Unknown, $"Còn một bản soạn khác cùng nghiệp vụ: “{other.Title}”.", null, "Bỏ bản soạn thừa.") : null;
    }
}
