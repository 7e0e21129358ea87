using CongVu.Personnel.Contracts;
using CongVu.Personnel.Lists;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Personnel.Pages.PeopleList;

/// <summary>The list as a file: what is filtered, in the order and with the columns on screen.</summary>
[Requires("personnel.export")]
internal sealed class ExportModel(PersonListing listing, AuditLog audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var asked = await listing.ReadAsync(HttpContext, PersonnelPermissions.Export, ct);
        // Written before the first byte leaves: a file that was begun has been taken out.
        var rows = await asked.Rows.CountAsync(ct);
        await audit.ReadAsync(new AuditLine("personnel.list.exported", "person", Count: rows, Detail: new { filter = Request.QueryString.Value }), ct);
        var ordered = People.InOrder(asked.Rows, PersonTable.OrderOf(asked.Query.Sort), asked.Query.Descending);
        return new TableExport<PersonLine>(asked.View, asked.Query, LinesAsync(ordered.AsAsyncEnumerable(), asked.Lines));
    }

    private static async IAsyncEnumerable<PersonLine> LinesAsync(IAsyncEnumerable<PersonRow> rows, PersonLines lines)
    {
        await foreach (var row in rows) yield return lines.Of(row);
    }
}
