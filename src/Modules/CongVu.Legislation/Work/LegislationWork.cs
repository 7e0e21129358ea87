using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Legislation.Work;

/// <summary>What waits on the home page: comparisons for the legal officer, changes for who approves.</summary>
internal sealed class LegislationWork(CongVuDb db, ToDoList list) : WorkItemSource
{
    public override async Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct)
    {
        var items = new List<WorkItem>();
        if (gate.May(LegislationPermissions.Keep))
        {
            var open = list.On(today, null).Where(l => l.InUse).ToList();
            items.Add(new WorkItem("Giá trị pháp luật cần đối chiếu", open.Count, open.Count == 0 ? null : open.Min(l => l.Since), Urgency.Due, LegislationLinks.ToDo, "scale"));
        }
        if (!gate.Scope(LegislationPermissions.Approve).IsAll) return items;
        var me = gate.Actor.AccountId;
        var waiting = await db.Set<LawChange>().Where(c => c.State == ChangeState.Submitted && c.SubmittedBy != me && c.DraftedBy != me).Select(c => c.SubmittedAt).ToListAsync(ct);
        if (waiting.Count > 0) items.Add(new WorkItem("Cập nhật pháp luật chờ duyệt", waiting.Count, VietnamTime.DayOf(waiting.Min()!.Value), Urgency.Due, LegislationLinks.Changes + "?tt=Submitted", "gavel"));
        return items;
    }
}

/// <summary>Finds instruments and parameters.</summary>
internal sealed class LawSearch(LawInUse law) : SearchSource
{
    public override string Kind => "Pháp luật";

    public override Task<IReadOnlyList<SearchHit>> FindAsync(string foldedQuery, Gate gate, AsOf asOf, int limit, CancellationToken ct)
    {
        if (foldedQuery.Length == 0 || !gate.May(LegislationPermissions.Read)) return Task.FromResult<IReadOnlyList<SearchHit>>([]);
        var book = law.KnownAt(asOf.KnownAt);
        var instruments = book.Instruments.Values.Where(i => VietnameseText.Fold($"{i.ShortName} {i.Title}").Contains(foldedQuery, StringComparison.Ordinal)).OrderByDescending(i => i.InForce)
            .Select(i => new SearchHit(Kind, i.ShortName, i.Title, LegislationLinks.Instrument(i.Number), "gavel"));
        var parameters = book.Parameters.Values.Where(p => VietnameseText.Fold(p.Name.Name).Contains(foldedQuery, StringComparison.Ordinal)).OrderBy(p => p.Name.Name, StringComparer.Ordinal)
            .Select(p => new SearchHit(Kind, p.Name.Name, LawWords.Area(p.Name.Key), LegislationLinks.Value(p.Name.Key), "scale"));
        return Task.FromResult<IReadOnlyList<SearchHit>>([.. parameters.Concat(instruments).Take(limit)]);
    }
}
