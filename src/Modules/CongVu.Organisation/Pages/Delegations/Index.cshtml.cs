using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Delegations;

/// <summary>Delegations to sign: those in force on the day on screen, and all others on request.</summary>
[Requires(OrganisationPermissions.ReadCode)]
internal sealed class IndexModel(AuthorityRules rules, UnitDirectory units, Gate gate, AsOfContext asOf) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tat-ca")]
    public bool All { get; set; }

    public IReadOnlyList<DelegationView> Delegations { get; private set; } = [];
    public int Total { get; private set; }
    public AuthorityRules Rules => rules;
    public UnitTree Tree { get; private set; } = new([]);
    public DateOnly On => asOf.Current.ValidOn;
    public bool MayEnter => asOf.IsNow && gate.May(OrganisationPermissions.Delegate);

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Read);
        Tree = await units.TreeAsync(asOf.Current, ct);
        var all = (await rules.BookAsync(ct)).Delegations;
        Total = all.Count;
        Delegations = [.. all.Where(d => All || (d.From <= On && On < d.Until)).OrderByDescending(d => d.From)];
    }

    public bool MayEnd(DelegationView delegation) => asOf.IsNow && !delegation.Revoked && On < delegation.Until && gate.May(OrganisationPermissions.Delegate, delegation.FromUnitId);

    /// <summary>State and its word.</summary>
    public (string State, string Word) StateOf(DelegationView d) =>
        d.Revoked && d.Until <= On ? ("annulled", "Đã chấm dứt") : On >= d.Until ? ("ended", "Đã hết hạn") : On < d.From ? ("scheduled", "Chưa đến ngày") : ("effective", "Đang hiệu lực");

    public string ActionsOf(DelegationView d) => d.Actions.Contains("*") ? "Mọi nghiệp vụ thuộc thẩm quyền" : string.Join(", ", d.Actions.Select(rules.ActionName));

    public string UnitName(Guid id) => Tree.Find(id)?.Name ?? "đơn vị không còn vào ngày này";
}
