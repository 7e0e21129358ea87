using System.Globalization;
using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Units;

/// <summary>Answers unit pickers of any module.</summary>
[Requires(OrganisationPermissions.ReadCode)]
internal sealed class FindUnitsModel(UnitDirectory units, Gate gate, AsOfContext asOf) : PageModel
{
    private const int Most = 20;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? text, [FromQuery(Name = "ngay")] string? day, CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Read);
        var on = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? new AsOf(asked) : asOf.Current;
        var tree = await units.TreeAsync(on, ct);
        var folded = VietnameseText.Fold(text?.Length > 200 ? text[..200] : text);
        var found = folded.Length == 0 ? tree.Roots.SelectMany(r => tree.Children(r.Id).Prepend(r)) : UnitSearch.Find(tree.All, folded);
        return new JsonResult(found.Take(Most).Select(u => new Choice(u.Id.ToString(), u.Name, Note: string.Join(" › ", tree.Path(u.Id).SkipLast(1).Select(p => p.ShortName)))));
    }
}
