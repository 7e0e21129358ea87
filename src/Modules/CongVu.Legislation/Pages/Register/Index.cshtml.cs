using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Domain;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.Register;

/// <summary>The register of instruments with their force on the day on screen.</summary>
[Requires(LegislationPermissions.ReadCode)]
internal sealed class IndexModel(LawInUse law, Gate gate, AsOfContext asOf) : PageModel
{
    public TablePage<InstrumentRow> Table { get; private set; } = null!;
    public IReadOnlyList<Choice> Kinds { get; } = Choice.From<InstrumentKind>(LawWords.Of);
    public IReadOnlyList<Choice> Forces { get; } = Choice.From<Force>(LawWords.Of);
    public IReadOnlyList<Choice> Issuers { get; private set; } = [];
    public IReadOnlyList<Choice> Areas { get; private set; } = [];
    public DateOnly On => asOf.Current.ValidOn;
    public bool MayKeep => asOf.IsNow && gate.May(LegislationPermissions.Keep);

    public void OnGet()
    {
        gate.Demand(LegislationPermissions.Read);
        var rows = RegisterRows.Of(law.KnownAt(asOf.Current.KnownAt), On);
        Issuers = Choice.From(rows.Select(r => r.Instrument.Issuer).Distinct().Order(StringComparer.Ordinal), i => i, i => i);
        Areas = Choice.From(rows.SelectMany(r => r.Areas).Distinct().OrderBy(LawWords.Area, StringComparer.Ordinal), a => a, LawWords.Area);
        var query = InstrumentRow.View.Read(HttpContext);
        Table = RegisterRows.Filtered(rows, query).ToTablePage(InstrumentRow.View, query);
    }
}
