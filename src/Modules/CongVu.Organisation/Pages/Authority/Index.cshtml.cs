using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Authority;

/// <summary>Who decides what on the day on screen: a matrix per category of staff, and the rules behind it.</summary>
[Requires(OrganisationPermissions.ReadCode)]
internal sealed class IndexModel(AuthorityRules rules, UnitDirectory units, Gate gate, AsOfContext asOf) : PageModel
{
    public const string Units = "don-vi";
    public const string List = "quy-dinh";

    /// <summary>A staff category, or one of the two words above.</summary>
    [BindProperty(SupportsGet = true, Name = "muc")]
    public string? Part { get; set; }

    public string Chosen { get; private set; } = "";
    public UnitTree Tree { get; private set; } = new([]);
    public IReadOnlyList<AuthorityRule> InForce { get; private set; } = [];
    public IReadOnlyList<MatrixColumn> Columns { get; private set; } = [];
    public IReadOnlyList<MatrixRow> Rows { get; private set; } = [];
    public AuthorityRules Rules => rules;
    public DateOnly On => asOf.Current.ValidOn;
    public bool MayEdit => asOf.IsNow && gate.May(OrganisationPermissions.EditAuthority);

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Read);
        Chosen = Part is Units or List || OrganisationWords.Categories.Contains(Part) ? Part! : "civil-servant";
        Tree = await units.TreeAsync(asOf.Current, ct);
        var book = await rules.BookAsync(ct);
        InForce = await rules.InForceAsync(On, ct);
        Columns = Matrix.Columns(Tree, On, Chosen == Units);
        Rows = Chosen == List ? [] : Chosen == Units ? Matrix.OnUnits(book, rules.Actions, Columns, On) : Matrix.OnPeople(book, rules.Actions, Chosen, Columns, On);
    }
}
