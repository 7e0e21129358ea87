using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Organisation.Pages.Delegations;

/// <summary>Answers pickers of accounts: open ones that hold a grant beyond the own record, by name.</summary>
[Requires(OrganisationPermissions.DelegateCode)]
internal sealed class FindAccountsModel(CongVuDb db, Gate gate) : PageModel
{
    private const int Most = 20;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? text, CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Delegate);
        var words = VietnameseText.Fold(text?.Length > 200 ? text[..200] : text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Accounts with duties are some hundreds; names fold in memory.
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => a.DisabledAt == null && db.Set<RoleGrant>().Any(g => g.AccountId == a.Id && g.RevokedAt == null && g.Role != Roles.Self))
            .Select(a => new { a.Id, a.DisplayName, a.UnitLabel }).ToListAsync(ct);
        return new JsonResult(accounts.Where(a => words.All(w => VietnameseText.Fold($"{a.DisplayName} {a.UnitLabel}").Contains(w, StringComparison.Ordinal)))
            .OrderBy(a => VietnameseText.NameSortKey(a.DisplayName), StringComparer.Ordinal).Take(Most).Select(a => new Choice(a.Id.ToString(), a.DisplayName, Note: a.UnitLabel)));
    }
}
