using CongVu.Pay.Contracts;
using CongVu.Pay.Data;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Pay.Due;

/// <summary>What pay puts on the home page of those who prepare raises.</summary>
internal sealed class PayWork(RaiseReckoning reckoning, CongVuDb db) : WorkItemSource
{
    private const int DaysAhead = 60;

    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        if (!gate.May(PayPermissions.Prepare)) return [];
        var items = new List<WorkItem>();
        var until = today.AddDays(DaysAhead);
        var (raises, awards) = await reckoning.CountAsync(today, until, new AsOf(today), ct);
        if (raises > 0) items.Add(new WorkItem($"Đến hạn nâng bậc lương trước ngày {VnFormat.Date(until)}", raises, null, Urgency.Coming, PayLinks.Due, "stairs-up"));
        if (awards > 0) items.Add(new WorkItem($"Đến hạn phụ cấp vượt khung trước ngày {VnFormat.Date(until)}", awards, null, Urgency.Coming, PayLinks.OverScale, "trending-up"));
        var scope = gate.Scope(PayPermissions.Prepare);
        var seen = scope.IsAll ? [] : scope.Ids;
        var open = await db.Set<EarlyRound>().Where(r => (scope.IsAll || seen.Contains(r.UnitId)) && r.State == RoundState.Published && r.ObjectionsUntil < today).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(r => r.ObjectionsUntil) }).FirstOrDefaultAsync(ct);
        if (open is not null) items.Add(new WorkItem("Kỳ xét nâng bậc trước thời hạn chờ thông qua", open.Count, open.Oldest, Urgency.Due, PayLinks.Rounds, "medal"));
        return items;
    }
}
