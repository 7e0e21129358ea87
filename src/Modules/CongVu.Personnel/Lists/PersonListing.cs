using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace CongVu.Personnel.Lists;

/// <summary>What one address asks of the list: the same for screen, export and print.</summary>
internal sealed record ListRequest(TableView<PersonLine> View, TableQuery Query, PersonFilter Filter, PersonLines Lines, IQueryable<PersonRow> Within, IQueryable<PersonRow> Rows, UnitTree Units);

/// <summary>Reads the address of the list of people.</summary>
internal sealed class PersonListing(People people, UnitDirectory units, StaffCodes codes, Gate gate, AsOfContext asOf)
{
    public async Task<ListRequest> ReadAsync(HttpContext http, Permission permission, CancellationToken ct)
    {
        var party = gate.ScopeOf(DataClass.Party);
        var view = party.IsEmpty ? PersonTable.ViewWithoutParty : PersonTable.View;
        var query = view.Read(http);
        var tree = await units.TreeAsync(asOf.Current, ct);
        var filter = PersonFilterQuery.Read(key => key == PersonFilterQuery.Text ? query.Search : query[key], tree);
        if (party.IsEmpty) filter = filter with { Party = null };
        var within = people.ScopedOn(asOf.Current, permission);
        var rows = people.Where(within, filter, asOf.Current.ValidOn);
        return new ListRequest(view, query, filter, new PersonLines(tree, codes, party, asOf.Current.ValidOn), within, rows, tree);
    }
}
