using CongVu.Legislation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.Register;

/// <summary>The register as a file: what is filtered, in the same order and columns.</summary>
[Requires(LegislationPermissions.ReadCode)]
internal sealed class ExportModel(LawInUse law, Gate gate, AsOfContext asOf) : PageModel
{
    public IActionResult OnGet()
    {
        gate.Demand(LegislationPermissions.Read);
        var query = InstrumentRow.View.Read(HttpContext);
        var rows = RegisterRows.Filtered(RegisterRows.Of(law.KnownAt(asOf.Current.KnownAt), asOf.Current.ValidOn), query).AsQueryable().Sorted(InstrumentRow.View, query).ToList();
        return new TableExport<InstrumentRow>(InstrumentRow.View, query, rows.ToAsyncEnumerable());
    }
}
