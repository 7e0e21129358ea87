using CongVu.Organisation.Contracts;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>Giving a rule another wording from a day on.</summary>
[Requires(OrganisationPermissions.EditAuthorityCode)]
internal sealed class SupersedeModel(AuthorityEditing editing, AuthorityRules rules, UnitDirectory units, Gate gate, AsOfContext asOf) : RuleFormPage(rules, units, asOf)
{
    public AuthorityRule Old { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        Input = RuleForm.Of(Old);
        Input.From = Old.From > AsOf.Today ? Old.From : AsOf.Today;
        await PrepareAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(id, ct);
        if (Complete()) return await AnswerAsync(await editing.SupersedeAsync(id, Input.Text(), Input.From!.Value, Input.Reason!, ct), "Đã thay quy định phân cấp. Bản cũ vẫn xem được trong các lần nhập, sửa.", ct);
        await PrepareAsync(ct);
        return Page();
    }

    private async Task LoadAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.EditAuthority);
        Old = await Rules.FindAsync(id, ct) ?? throw new NotFoundException("Không có quy định phân cấp này.");
    }
}
