using CongVu.Organisation.Contracts;
using CongVu.Personnel.Lists;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Contracts;

/// <summary>Understands what the list of people posts: chosen people, or everybody under a filter.</summary>
public sealed class PersonSelection
{
    private readonly People _people;
    private readonly UnitDirectory _units;

    internal PersonSelection(People people, UnitDirectory units) => (_people, _units) = (people, units);

    /// <summary>
    /// The people meant by a posted selection (<c>chon</c>, or <c>chon-tat-ca</c> with <c>loc</c>), in order of name, within the units on
    /// which the actor holds the permission; whoever is outside is left out. At most <paramref name="limit"/> and one more.
    /// </summary>
    public async Task<IReadOnlyList<PersonRow>> OfAsync(IFormCollection form, Permission permission, AsOf asOf, int limit, CancellationToken ct)
    {
        var rows = _people.ScopedOn(asOf, permission);
        if (form["chon-tat-ca"] == "true")
        {
            rows = _people.Where(rows, await FilterAsync(form["loc"].ToString(), asOf, ct), asOf.ValidOn);
        }
        else
        {
            var chosen = form["chon"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToArray();
            rows = rows.Where(r => chosen.Contains(r.PersonId));
        }
        return await People.InOrder(rows, PersonOrder.Name, false).Take(limit + 1).ToListAsync(ct);
    }

    /// <summary>The filter of a list's address (<c>?don-vi=…&amp;ngach=…</c>), its unit resolved to the subtree of the day.</summary>
    public async Task<PersonFilter> FilterAsync(string query, AsOf asOf, CancellationToken ct)
    {
        var values = QueryHelpers.ParseQuery(query);
        return PersonFilterQuery.Read(key => values.TryGetValue(key, out var value) ? value.ToString() : null, await _units.TreeAsync(asOf, ct));
    }
}
