using CongVu.Decisions.Contracts;
using CongVu.Decisions.Domain;
using CongVu.Platform.Security;
using CongVu.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Decisions.Data.Queries;

/// <summary>What decisions put on the home page.</summary>
internal sealed class DecisionWork(WaitingForMe waiting) : WorkItemSource
{
    private const int DaysAhead = 60;
    private const int LateAfter = 5;

    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        async Task Add(string title, IQueryable<Decision> rows, Urgency urgency, string href, string icon)
        {
            var found = await rows.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Oldest = g.Min(d => d.ListedOn) }).FirstOrDefaultAsync(ct);
            if (found is null) return;
            var late = urgency == Urgency.Due && found.Oldest <= today.AddDays(-LateAfter);
            items.Add(new WorkItem(title, found.Count, found.Oldest, late ? Urgency.Late : urgency, href, icon));
        }
        await Add("Quyết định chờ ký", await waiting.ToSignAsync(ct), Urgency.Due, DecisionLinks.Waiting("cho-ky"), "signature");
        await Add("Quyết định chờ thẩm định", waiting.ToVerify(), Urgency.Due, DecisionLinks.Waiting("cho-tham-dinh"), "checklist");
        await Add("Bản soạn bị trả lại", waiting.Returned(), Urgency.Due, DecisionLinks.Waiting("bi-tra-lai"), "arrow-back-up");
        await Add("Bản soạn của tôi", waiting.MyDrafts(), Urgency.Coming, DecisionLinks.Waiting("cua-toi"), "pencil");
        await Add("Quyết định sắp có hiệu lực", waiting.Scheduled(DaysAhead), Urgency.Coming, DecisionLinks.Waiting("sap-hieu-luc"), "calendar-time");
        return items;
    }
}
