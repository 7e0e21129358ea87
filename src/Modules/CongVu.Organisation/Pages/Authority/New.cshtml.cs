using CongVu.Organisation.Contracts;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>Entering an authority rule.</summary>
[Requires(OrganisationPermissions.EditAuthorityCode)]
internal sealed class NewModel(AuthorityEditing editing, AuthorityRules rules, UnitDirectory units, Gate gate, AsOfContext asOf) : RuleFormPage(rules, units, asOf)
{
    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.EditAuthority);
        Input.From = AsOf.Today;
        await PrepareAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.EditAuthority);
        if (Complete()) return await AnswerAsync(await editing.EnterAsync(Input.Text(), Input.From!.Value, Input.LastDay?.AddDays(1), Input.Reason!, ct), "Đã nhập quy định phân cấp.", ct);
        await PrepareAsync(ct);
        return Page();
    }
}
