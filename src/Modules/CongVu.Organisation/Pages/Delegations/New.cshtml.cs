using CongVu.Organisation.Contracts;
using CongVu.Organisation.UseCases;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Organisation.Pages.Delegations;

/// <summary>The fields of a delegation.</summary>
internal sealed class DelegationForm
{
    public Guid? FromUnitId { get; set; }
    public string? FromPost { get; set; }
    public Guid? FromAccountId { get; set; }
    public Guid? ToUnitId { get; set; }
    public string? ToPost { get; set; }
    public Guid? ToAccountId { get; set; }
    public SignsAs SignsAs { get; set; }
    public string[] Actions { get; set; } = [];
    public DateOnly? FirstDay { get; set; }
    public DateOnly? LastDay { get; set; }
    public string? Source { get; set; }
    public string? Reason { get; set; }
}

/// <summary>Entering a delegation to sign.</summary>
[Requires(OrganisationPermissions.DelegateCode)]
internal sealed class NewModel(DelegationEditing editing, AuthorityRules rules, UnitDirectory units, CongVuDb db, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty]
    public DelegationForm Input { get; set; } = new();

    public string? FromUnit { get; private set; }
    public string? ToUnit { get; private set; }
    public string? FromAccount { get; private set; }
    public string? ToAccount { get; private set; }
    public IReadOnlyList<Choice> Actions => [new("*", "Mọi nghiệp vụ thuộc thẩm quyền"), .. Choice.From(rules.Actions, a => a.Code, a => a.Name)];
    public static IReadOnlyList<Choice> Posts { get; } = Choice.From(LeadershipPosts.All, p => p.Code, p => p.Name);
    public static IReadOnlyList<Choice> Manners { get; } = [new(nameof(SignsAs.TUQ), "Thừa ủy quyền (TUQ.)"), new(nameof(SignsAs.TL), "Thừa lệnh (TL.)", Note: "Chỉ cho người thuộc cơ quan mình")];

    public void OnGet()
    {
        gate.Demand(OrganisationPermissions.Delegate);
        Input.FirstDay = asOf.Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Delegate);
        Need(Input.FromUnitId, "FromUnitId", "Chọn cơ quan của người ủy quyền.");
        Need(Input.FromPost, "FromPost", "Chọn chức vụ của người ủy quyền.");
        Need(Input.FromAccountId, "FromAccountId", "Chọn người ủy quyền trong danh sách gợi ý.");
        Need(Input.ToUnitId, "ToUnitId", "Chọn đơn vị của người được ủy quyền.");
        Need(Input.ToPost, "ToPost", "Chọn chức vụ của người được ủy quyền.");
        Need(Input.ToAccountId, "ToAccountId", "Chọn người được ủy quyền trong danh sách gợi ý.");
        Need(Input.FirstDay, "FirstDay", "Ghi ngày bắt đầu.");
        Need(Input.LastDay, "LastDay", "Ủy quyền phải có thời hạn; ghi ngày cuối.");
        Need(Input.Reason, "Reason", "Ghi lý do.");
        if (ModelState.IsValid)
        {
            var text = new DelegationText(Input.FromUnitId!.Value, Input.FromPost!, Input.FromAccountId!.Value, Input.ToUnitId!.Value, Input.ToPost!, Input.ToAccountId!.Value,
                Input.SignsAs, Input.Actions, Input.FirstDay!.Value, Input.LastDay!.Value, Input.Source ?? "");
            switch (await editing.EnterAsync(text, Input.Reason!, ct))
            {
                case DelegationEntry.Entered:
                    TempData.Say("Đã nhập ủy quyền ký.");
                    return Redirect(OrganisationLinks.Delegations + (Input.FirstDay > asOf.Today ? "?tat-ca=true" : ""));
                case DelegationEntry.Refused(var problems):
                    foreach (var problem in problems) ModelState.AddModelError($"Input.{problem.Field}", problem.Message);
                    break;
            }
        }
        await NameAsync(ct);
        return Page();
    }

    // What was chosen comes back as ids; the fields show words.
    private async Task NameAsync(CancellationToken ct)
    {
        var tree = await units.TreeAsync(new(Input.FirstDay ?? asOf.Today), ct);
        FromUnit = Input.FromUnitId is { } from ? tree.Find(from)?.Name : null;
        ToUnit = Input.ToUnitId is { } to ? tree.Find(to)?.Name : null;
        Guid?[] chosen = [Input.FromAccountId, Input.ToAccountId];
        var ids = chosen.OfType<Guid>().ToArray();
        var names = await db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        FromAccount = Input.FromAccountId is { } f ? names.GetValueOrDefault(f) : null;
        ToAccount = Input.ToAccountId is { } t ? names.GetValueOrDefault(t) : null;
    }

    private void Need(object? value, string field, string message)
    {
        if (value is null or "" && ModelState[$"Input.{field}"]?.Errors.Count is null or 0) ModelState.AddModelError($"Input.{field}", message);
    }
}
