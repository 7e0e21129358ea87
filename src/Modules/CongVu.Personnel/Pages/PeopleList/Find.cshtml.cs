using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Pages.PeopleList;

/// <summary>Answers pickers of people in any module: those whose records the actor may read.</summary>
[Requires("personnel.read")]
internal sealed class FindModel(People people, UnitDirectory units, AsOfContext asOf, AuditLog audit) : PageModel
{
    private const int Most = 20;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? text, CancellationToken ct)
    {
        if (text is null || text.Trim().Length < 2) return new JsonResult(Array.Empty<Choice>());
        var rows = people.Where(people.ScopedOn(asOf.Current, PersonnelPermissions.Read), new PersonFilter { Text = text.Length > 200 ? text[..200] : text, Standing = PersonStanding.All }, asOf.Current.ValidOn);
        var found = await People.InOrder(rows, PersonOrder.Name, false).Take(Most).ToListAsync(ct);
        await audit.ReadAsync(new AuditLine("personnel.list.read", "person", Count: found.Count, Detail: new { search = text }), ct);
        var tree = await units.TreeAsync(asOf.Current, ct);
        return new JsonResult(found.Select(r => new Choice(r.PersonId.ToString(), r.FullName,
            Note: $"{new BirthDate(r.BirthDate, r.BirthPrecision)} · {(r.UnitId is { } unit ? tree.FullName(unit) : "đã thôi công tác")}")));
    }
}
