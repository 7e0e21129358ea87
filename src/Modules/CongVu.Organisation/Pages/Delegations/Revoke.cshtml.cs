using CongVu.Organisation.Contracts;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Delegations;

/// <summary>Ending a delegation before its last day.</summary>
[Requires(OrganisationPermissions.DelegateCode)]
internal sealed class RevokeModel(DelegationEditing editing, AuthorityRules rules, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DelegationView Delegation { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Day = asOf.Today;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Day is null) ModelState.AddModelError(nameof(Day), "Ghi ngày đầu tiên không còn được ký.");
        if (string.IsNullOrWhiteSpace(Reason)) ModelState.AddModelError(nameof(Reason), "Ghi lý do chấm dứt.");
        if (!ModelState.IsValid) return Page();
        if (await editing.RevokeAsync(id, Day!.Value, Reason!, ct) is DelegationEntry.Refused(var problems))
        {
            foreach (var problem in problems) ModelState.AddModelError(problem.Field, problem.Message);
            return Page();
        }
        TempData.Say($"Đã chấm dứt ủy quyền cho {Delegation.ToName}.");
        return Redirect(OrganisationLinks.Delegations);
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        Delegation = (await rules.BookAsync(ct)).Delegations.FirstOrDefault(d => d.Id == id) ?? throw new NotFoundException("Không có ủy quyền này.");
        gate.Demand(OrganisationPermissions.Delegate, Delegation.FromUnitId);
    }
}
