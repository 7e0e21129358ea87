using CongVu.Host.Accounts;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Host.Pages.Administration;

/// <summary>One account: its grants with their history, and what can be done to it.</summary>
[Requires("platform.accounts.read")]
public sealed class AccountDetailModel(CongVuDb db, AccountDesk desk, UnitDirectory units, PersonLabels persons, Gate gate, AsOfContext asOf) : PageModel
{
    /// <summary>The account.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>Grants, those in force first.</summary>
    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];

    /// <summary>Units of today.</summary>
    public UnitTree Tree { get; private set; } = null!;

    /// <summary>Whether the actor may change anything here.</summary>
    public bool MayManage => gate.May(PlatformPermissions.ManageAccounts) && asOf.IsNow;

    /// <summary>First password, shown once.</summary>
    [TempData(Key = "Issued")]
    public string? Issued { get; set; }

    /// <summary>Reason of the act.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Role to give.</summary>
    [BindProperty]
    public string? Role { get; set; }

    /// <summary>Root of the unit subtree; empty is the province.</summary>
    [BindProperty]
    public Guid? UnitId { get; set; }

    /// <summary>First day.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>First day no longer in force.</summary>
    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>Person to tie the account to.</summary>
    [BindProperty]
    public Guid? PersonId { get; set; }

    /// <summary>What was typed in the search for a person.</summary>
    [BindProperty(Name = "PersonId.text")]
    public string? PersonText { get; set; }

    /// <summary>The person the account is tied to, in words; null when there is none.</summary>
    public string? Person { get; private set; }

    /// <summary>Roles to choose from.</summary>
    public static IReadOnlyList<Choice> RoleChoices { get; } = [.. Roles.All.Where(r => r.Key != Roles.Self).Select(r => new Choice(r.Key, r.Value.Name))];

    /// <summary>Units to choose from, in tree order.</summary>
    public IEnumerable<Choice> UnitChoices => Tree.All.OrderBy(u => u.Level).ThenBy(u => u.Code, StringComparer.Ordinal).Select(u => new Choice(u.Id.ToString(), Tree.FullName(u.Id)));

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct);

    /// <summary>Gives a role.</summary>
    public Task<IActionResult> OnPostGrantAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => desk.GrantAsync(id, Role ?? "", UnitId, From ?? asOf.Today, Until, Reason!, ct), ct);

    /// <summary>Takes a grant back.</summary>
    public Task<IActionResult> OnPostRevokeAsync(Guid id, Guid grant, CancellationToken ct) => DoAsync(id, () => desk.RevokeAsync(grant, Reason!, ct), ct);

    /// <summary>Closes the account.</summary>
    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct) => DoAsync(id, () => desk.CloseAsync(id, Reason!, ct), ct);

    /// <summary>Opens it again.</summary>
    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct) => DoAsync(id, () => desk.ReopenAsync(id, Reason!, ct), ct);

    /// <summary>Issues a new first password.</summary>
    public Task<IActionResult> OnPostResetAsync(Guid id, CancellationToken ct) => DoAsync(id, () => desk.ResetAsync(id, Reason!, ct), ct);

    /// <summary>Ties the account to a person.</summary>
    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(PlatformPermissions.ManageAccounts);
        var (person, problem) = await persons.ChosenAsync(PersonId, PersonText, ct);
        if (problem is not null) ModelState.AddModelError(nameof(PersonId), problem);
        return await DoAsync(id, () => desk.LinkAsync(id, person!.Value, Reason!, ct), ct);
    }

    /// <summary>Unties it.</summary>
    public Task<IActionResult> OnPostUnlinkAsync(Guid id, CancellationToken ct) => DoAsync(id, () => desk.UnlinkAsync(id, Reason!, ct), ct);

    /// <summary>State of a grant today.</summary>
    public string StateOf(RoleGrant grant) => grant.RevokedAt is not null ? "annulled" : grant.Valid.Until() is { } until && until <= asOf.Today ? "ended" : grant.Valid.LowerBound > asOf.Today ? "scheduled" : "active";

    private async Task<IActionResult> DoAsync(Guid id, Func<Task<AccountOutcome>> act, CancellationToken ct)
    {
        gate.Demand(PlatformPermissions.ManageAccounts);
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), "Nêu căn cứ của thay đổi này.");
        if (ModelState.IsValid)
        {
            var outcome = await act();
            if (outcome is AccountOutcome.Issued issued) Issued = issued.Password.Password;
            if (outcome is not AccountOutcome.Refused refused) return RedirectToPage(new { id });
            ModelState.AddModelError(refused.Field, refused.Message);
        }
        await LoadAsync(id, ct);
        return Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotFoundException("Không có tài khoản này.");
        Grants = await db.Set<RoleGrant>().AsNoTracking().Where(g => g.AccountId == id).OrderBy(g => g.RevokedAt != null).ThenByDescending(g => g.GrantedAt).ToListAsync(ct);
        Tree = await units.TreeAsync(new AsOf(asOf.Today), ct);
        Person = Account.PersonId is { } person ? await persons.OfAsync(person, ct) : null;
    }
}
