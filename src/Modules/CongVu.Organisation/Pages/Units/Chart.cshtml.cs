using CongVu.Organisation.Contracts;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Units;

/// <summary>One column of a chart: a unit with what is below it, or many of a kind.</summary>
internal sealed record ChartColumn(string? Title, IReadOnlyList<UnitView> Units)
{
    /// <summary>How many boxes stand side by side in it.</summary>
    public int Width => Units.Count switch { <= 14 => 1, <= 28 => 2, <= 60 => 3, _ => 4 };
}

/// <summary>The organisation chart below one unit on the day on screen, made to be printed.</summary>
[Requires(OrganisationPermissions.ReadCode)]
internal sealed class ChartModel(UnitDirectory units, IEnumerable<LeaderSource> leaders, Gate gate, AsOfContext asOf) : PageModel
{
    private const int Columns = 6;

    /// <summary>Where the chart starts; the top when nothing is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public Guid? From { get; set; }

    public UnitTree Tree { get; private set; } = new([]);
    public UnitView? Top { get; private set; }
    public IReadOnlyDictionary<Guid, IReadOnlyList<UnitLeader>>? Leaders { get; private set; }
    public AsOf On => asOf.Current;

    /// <summary>The units right below the top, in columns: each its own, or by kind when they are many.</summary>
    public IReadOnlyList<ChartColumn> Below { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Read);
        Tree = await units.TreeAsync(asOf.Current, ct);
        Top = From is { } id ? Tree.Find(id) ?? throw new NotFoundException("Đơn vị này không tồn tại vào ngày đang xem.") : Tree.Roots.FirstOrDefault(r => r.ParentId is null);
        if (Top is null) return;
        if (leaders.FirstOrDefault() is { } source) Leaders = await source.OnAsync(asOf.Current, ct);
        var children = Tree.Children(Top.Id);
        Below = children.Count <= Columns ? [.. children.Select(c => new ChartColumn(null, [c]))]
            : [.. children.GroupBy(OrganisationWords.KindAndLevel).Select(g => new ChartColumn(g.Key, [.. g]))];
    }

    /// <summary>Boxes are narrow: committees are abbreviated as everybody does.</summary>
    public static string Short(UnitView unit) => unit.Name.Replace("Ủy ban nhân dân", "UBND", StringComparison.Ordinal);

    /// <summary>Who leads a unit, as a chart writes it; null when nobody tells.</summary>
    public IReadOnlyList<string>? LeadersOf(UnitView unit)
    {
        if (Leaders is null || LeadershipPosts.HeadOf(unit) is not { } head) return null;
        var own = Leaders.GetValueOrDefault(unit.Id) ?? [];
        var lines = own.Where(l => l.PostCode == head).Select(l => l.Name + (l.Acting ? " (phụ trách)" : "") + (l.Concurrent ? " (kiêm nhiệm)" : "")).ToList();
        return lines.Count > 0 ? lines : ["Khuyết người đứng đầu"];
    }
}
