using CongVu.Host.Accounts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.Administration;

/// <summary>Answers the picker of people in the administration of accounts; every search is logged.</summary>
[Requires("platform.accounts.manage")]
public sealed class FindPersonModel(PersonLabels persons, AuditLog audit) : PageModel
{
    /// <summary>People that fit.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? text, CancellationToken ct)
    {
        var found = await persons.FindAsync(text, ct);
        await audit.ReadAsync(new AuditLine("personnel.list.read", "person", Count: found.Count, Detail: new { search = text }), ct);
        return new JsonResult(found);
    }
}
