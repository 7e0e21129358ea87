using CongVu.Communes.Contracts;
using CongVu.Communes.Data;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Communes.Domain;

/// <summary>What communes put on the home page: resolutions to approve, part-time people whom the law ended.</summary>
internal sealed class CommuneWork(CongVuDb db) : WorkItemSource
{
    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (gate.May(CommunePermissions.Approve))
        {
            var account = gate.Actor.AccountId;
            var waiting = await db.Set<Resolution>().Where(r => r.State == ResolutionState.Submitted && r.CreatedBy != account).Select(r => r.CreatedAt).ToListAsync(ct);
            if (waiting.Count > 0) items.Add(new WorkItem("Nghị quyết về phụ cấp cấp xã chờ duyệt", waiting.Count, VietnamTime.DayOf(waiting.Min()), Urgency.Due, CommuneLinks.Resolutions, "list-details"));
        }
        if (gate.May(CommunePermissions.Keep) && today >= TwoTierGovernment.From)
        {
            var scope = gate.Scope(CommunePermissions.Keep);
            var seen = scope.IsAll ? [] : scope.Ids;
            var staying = await db.Set<Holding>().Where(h => h.WithdrawnAt == null && h.Level == TitleLevel.Commune && h.FromDay <= today && (h.UntilDay == null || h.UntilDay > today) && (scope.IsAll || seen.Contains(h.UnitId))).Select(h => h.HolderId).Distinct().CountAsync(ct);
            if (staying > 0) items.Add(new WorkItem("Người không chuyên trách cấp xã chưa có quyết định nghỉ", staying, null, Urgency.Late, $"{CommuneLinks.Communes}?xem=vuong", "door-exit"));
        }
        return items;
    }
}
