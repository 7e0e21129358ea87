using CongVu.Law;
using CongVu.Legislation.Contracts;
using CongVu.Legislation.Data;
using CongVu.Legislation.Domain;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Legislation.Pages.Register;

/// <summary>One instrument: dates, force, relations both ways, values that cite it, what in the product depends on these.</summary>
[Requires(LegislationPermissions.ReadCode)]
internal sealed class InstrumentModel(LawInUse law, IEnumerable<LawUseSource> uses, Gate gate, AsOfContext asOf) : PageModel
{
    private LawBook book = null!;

    public Instrument Instrument { get; private set; } = null!;
    public Force Force { get; private set; }
    public bool Amended { get; private set; }
    public IReadOnlyList<ActedOn> ActedOn { get; private set; } = [];
    public IReadOnlyList<CitedBy> Cited { get; private set; } = [];
    public Standing Standing { get; private set; } = null!;
    public IReadOnlyList<SourceCheck> Comparisons { get; private set; } = [];
    public IReadOnlyList<LawUse> Uses { get; private set; } = [];
    public DateOnly On => asOf.Current.ValidOn;
    public bool MayKeep => asOf.IsNow && gate.May(LegislationPermissions.Keep);

    public string Name(string number) => book.Instruments.GetValueOrDefault(number)?.ShortName ?? number;

    public void OnGet(string number)
    {
        gate.Demand(LegislationPermissions.Read);
        var knownAt = asOf.Current.KnownAt;
        book = law.KnownAt(knownAt);
        Instrument = book.Instruments.GetValueOrDefault(number) ?? throw new NotFoundException($"Không có văn bản số {number} trong danh mục.");
        var states = new InstrumentStates(book);
        Force = states.On(Instrument, On);
        Amended = states.IsAmended(Instrument, On);
        ActedOn = states.ActsOn(Instrument.Number);
        Cited = [.. Citations.Of(book)[Instrument.Number]];
        Standing = law.Comparisons.Of(Instrument, knownAt);
        Comparisons = law.Comparisons.Of(Instrument.Number, null, knownAt);
        var keys = Cited.Select(c => c.Parameter.Name.Key).Distinct().ToList();
        Uses = [.. uses.SelectMany(s => s.Uses).Where(u => u.Instruments.Contains(Instrument.Number) || keys.Any(u.Uses)).OrderBy(u => u.Kind).ThenBy(u => u.Name, StringComparer.Ordinal)];
    }
}
