using CongVu.Organisation.Contracts;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>Ending a rule on a day.</summary>
[Requires(OrganisationPermissions.EditAuthorityCode)]
internal sealed class CloseModel(AuthorityEditing editing, AuthorityRules rules, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AuthorityRule Rule { get; private set; } = null!;
    public AuthorityRules Rules => rules;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Day = asOf.Today;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Day is null) ModelState.AddModelError(nameof(Day), "Ghi ngày đầu tiên không còn áp dụng.");
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), "Ghi lý do kết thúc.");
        if (!ModelState.IsValid) return Page();
        if (await editing.CloseAsync(id, Day!.Value, Reason!, ct) is RuleEntry.Incomplete(var problems))
        {
            foreach (var problem in problems) ModelState.AddModelError(problem.Field, problem.Message);
            return Page();
        }
        TempData.Say($"Đã kết thúc {Rule.Article} {Rule.Instrument}.");
        return Redirect(OrganisationLinks.Authority);
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.EditAuthority);
        Rule = await rules.FindAsync(id, ct) ?? throw new NotFoundException("Không có quy định phân cấp này.");
    }
}
