using CongVu.Decisions.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Work;

namespace CongVu.Decisions.Data.Queries;

/// <summary>Finds decisions by number, words of the title, or the name of a person they are about.</summary>
internal sealed class DecisionSearch(DecisionList list) : SearchSource
{
    public override string Kind => "Quyết định";

    public override async Task<IReadOnlyList<SearchHit>> FindAsync(string foldedQuery, Gate gate, AsOf asOf, int limit, CancellationToken ct)
    {
        if (foldedQuery.Length < 2 || !gate.May(Domain.DecisionPermissions.Read)) return [];
        var page = await list.PageAsync(new DecisionFilter { Text = foldedQuery, To = asOf.ValidOn }, null, null, limit, ct);
        return [.. page.Rows.Select(d => new SearchHit(Kind, d.NumberText is null ? d.Title : $"{d.NumberText} – {d.Title}", d.SignedOn is { } on ? $"{d.State.Name()}, ký ngày {VnFormat.Date(on)}" : d.State.Name(), DecisionLinks.Decision(d.Id), "file-certificate"))];
    }
}
