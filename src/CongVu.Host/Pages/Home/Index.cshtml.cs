using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Work;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Host.Pages.Home;

/// <summary>"Việc của tôi": what waits, what is late, what is coming, then what the modules show at a glance.</summary>
[SignedIn]
public sealed class IndexModel(IEnumerable<WorkItemSource> sources, IEnumerable<HomePanel> panels, Gate gate, AsOfContext asOf) : PageModel
{
    /// <summary>Everything that concerns the actor, most pressing first.</summary>
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];

    /// <summary>Panels for this actor, in order.</summary>
    public IReadOnlyList<HomePanel> Panels { get; private set; } = [];

    /// <summary>Who is greeted.</summary>
    public Actor Actor => gate.Actor;

    /// <summary>Collects.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var items = new List<WorkItem>();
        foreach (var source in sources) items.AddRange(await source.ForAsync(gate, asOf.Today, ct));
        Items = [.. items.Where(i => i.Count > 0).OrderByDescending(i => i.Urgency).ThenBy(i => i.Oldest ?? DateOnly.MaxValue)];
        Panels = [.. panels.Where(p => p.IsFor(gate)).OrderBy(p => p.Order)];
    }
}
