using CongVu.Personnel.Contracts;
using CongVu.Personnel.Lists;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.PeopleList;

/// <summary>The list of people.</summary>
[Requires("personnel.read")]
internal sealed class IndexModel(PersonListing listing, People people, LongLists longLists, FilterChoices choices, Gate gate, AsOfContext asOf, AuditLog audit, IEnumerable<PersonListAction> actions) : PageModel
{
    private ListRequest _asked = null!;

    public TablePage<PersonLine> Table { get; private set; } = null!;

    public TableQuery Query => _asked.Query;

    public FilterChoices Choices => choices;

    public DateOnly Day => asOf.Current.ValidOn;

    public bool MayExport => gate.May(PersonnelPermissions.Export);

    public bool SeesParty => ReferenceEquals(_asked.View, PersonTable.View);

    /// <summary>Some of the rarer filters is set: the drawer stands open.</summary>
    public bool MoreFilters => Query[PersonFilterQuery.Post] is not null || Query[PersonFilterQuery.AgeFrom] is not null || Query[PersonFilterQuery.AgeTo] is not null
        || Query[PersonFilterQuery.Sex] is not null || Query[PersonFilterQuery.Ethnicity] is not null || Query[PersonFilterQuery.Party] is not null || Query[PersonFilterQuery.Level] is not null;

    /// <summary>What may be done with chosen people; nothing while another day is on screen.</summary>
    public IReadOnlyList<PersonListAction> Actions => asOf.IsNow ? [.. actions.Where(a => gate.May(a.Requires)).OrderBy(a => a.Order)] : [];

    public string? UnitName => _asked.Filter.Units is { Count: > 0 } && Guid.TryParse(Query[PersonFilterQuery.Unit], out var unit) ? _asked.Units.FullName(unit) : Query[PersonFilterQuery.Unit + ".text"];

    public async Task OnGetAsync(CancellationToken ct)
    {
        _asked = await listing.ReadAsync(HttpContext, PersonnelPermissions.Read, ct);
        var (page, total) = await PageAsync(ct);
        Table = new TablePage<PersonLine>(_asked.View, Query, [.. page.Rows.Select(_asked.Lines.Of)], total) { Next = page.Next, Previous = page.Previous };
        await audit.ReadAsync(new AuditLine("personnel.list.read", "person", Count: page.Rows.Count, Detail: new { filter = Request.QueryString.Value }), ct);
    }

    private async Task<(PersonPage Page, int Total)> PageAsync(CancellationToken ct)
    {
        var order = PersonTable.OrderOf(Query.Sort);
        var list = $"{gate.Actor.AccountId}{asOf.Current}{Query.UrlAt("")}";
        if (!longLists.Knows(list))
        {
            if (await people.CountedPageAsync(_asked.Within, _asked.Rows, order, Query.Descending, Query.After, Query.Before, TableQuery.PageSize, ct) is { } counted) return counted;
            longLists.Remember(list);
        }
        var page = await People.PageAsync(_asked.Rows, order, Query.Descending, Query.After, Query.Before, TableQuery.PageSize, ct);
        return (page, page.Next is null && page.Previous is null ? page.Rows.Count : TablePage.CountLimit + 1);
    }
}
