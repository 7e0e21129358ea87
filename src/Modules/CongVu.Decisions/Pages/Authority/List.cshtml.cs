using CongVu.Decisions.Authority;
using CongVu.Decisions.Checks;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Decisions.Pages.Authority;

/// <summary>Decisions whose signer was not competent, newest first.</summary>
[Requires("decisions.authority.read")]
internal sealed class ListModel(FindingTable findings, WrongAuthorityList list, ActionCatalogue catalogue, AuditLog audit) : PageModel
{
    /// <summary>The table.</summary>
    public TablePage<FindingLine> Table { get; private set; } = null!;

    /// <summary>States to filter by.</summary>
    public static IReadOnlyList<Choice> States { get; } = Choice.From<FindingState>(s => s.Name());

    /// <summary>Actions to filter by.</summary>
    public IReadOnlyList<Choice> Actions => [.. catalogue.All.Select(a => new Choice(a.Code, a.Name))];

    /// <summary>Years of signing that have findings.</summary>
    public IReadOnlyList<Choice> Years { get; private set; } = [];

    /// <summary>Units to filter by.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Lists.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var view = findings.View();
        var (query, rows, tree) = await findings.ReadAsync(HttpContext, view, ct);
        Units = AgencyChoices.Of(tree.All);
        Years = [.. (await list.YearsAsync(ct)).Select(y => new Choice($"{y}", $"{y}"))];
        Table = await rows.ToTablePageAsync(view, query, ct);
        await audit.ReadAsync(new AuditLine("decisions.authority.read", Count: Table.Count), ct);
    }
}
