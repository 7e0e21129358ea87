using CongVu.Organisation.Contracts;
using CongVu.Platform.Acts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Units;

/// <summary>One unit on the day on screen: what it is, what belongs to it, how it came to be; with the panels of other modules.</summary>
[Requires(OrganisationPermissions.ReadCode)]
internal sealed class UnitModel(UnitDirectory units, IEnumerable<HeadcountSource> counters, IEnumerable<UnitPanel> panels, IEnumerable<UnitPageActs> acts,
    IEnumerable<DecisionAddress> decisions, Gate gate, AsOfContext asOf) : PageModel
{
    public UnitView Unit { get; private set; } = null!;
    public UnitTree Tree { get; private set; } = null!;
    public UnitHistory History { get; private set; } = null!;
    public Headcounts People { get; private set; } = null!;
    public IReadOnlyList<UnitView> StandIns { get; private set; } = [];
    public IReadOnlyList<UnitPanel> Panels { get; private set; } = [];
    public IReadOnlyList<UnitAct> Acts { get; private set; } = [];
    public IReadOnlyList<TimelineEntry> Events { get; private set; } = [];
    public AsOf AsOf => asOf.Current;

    /// <summary>True when the unit exists on the day on screen.</summary>
    public bool Lives => Tree.Find(Unit.Id) is not null;

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Read);
        Unit = await units.NearestAsync(id, asOf.Current, ct) ?? throw new NotFoundException("Không có đơn vị này, hoặc vào thời điểm đang xem hệ thống chưa ghi nhận.");
        Tree = await units.TreeAsync(asOf.Current, ct);
        History = (await units.HistoryAsync(id, ct, asOf.Current.KnownAt))!;
        People = await Headcounts.OnAsync(Tree, counters, asOf.Current, ct);
        Panels = [.. panels.Where(p => p.ShownTo(gate, Unit, asOf.Current)).OrderBy(p => p.Order)];
        if (asOf.IsNow && Lives) Acts = [.. acts.SelectMany(a => a.For(gate, Unit)).OrderBy(a => a.Order)];
        if (!Lives) StandIns = await units.StandInsAsync(id, asOf.Current, ct);
        Events = [.. History.Events.Select(e => new TimelineEntry(e.Day, e.What, Source: e.Label, SourceUrl: Address(e.DecisionId), Icon: "building"))];
    }

    /// <summary>Where the decision behind something is shown, when a module shows decisions.</summary>
    public string? Address(Guid? decisionId) => decisionId is { } id ? decisions.FirstOrDefault()?.Of(id) : null;

    /// <summary>The way from the top to the unit, on the day or as it last was.</summary>
    public IReadOnlyList<UnitView> Above => Unit.ParentId is { } parent ? Tree.Path(parent) : [];
}
