using CongVu.Organisation.Contracts;
using CongVu.Organisation.Data;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Organisation.Pages.Units;

/// <summary>All units on the day on screen, as a tree or as a list.</summary>
[Requires(OrganisationPermissions.ReadCode)]
internal sealed class IndexModel(UnitDirectory units, IEnumerable<HeadcountSource> counters, IEnumerable<UnitPageActs> acts, AuditLog audit, Gate gate, AsOfContext asOf) : PageModel
{
    private const int Unfolded = 150;
    private const int Ungrouped = 15;

    private UnitArchive _archive = null!;

    public UnitTree Tree { get; private set; } = new([]);
    public Headcounts People { get; private set; } = null!;
    public TableQuery Query { get; private set; } = null!;
    public TablePage<UnitRow>? Table { get; private set; }
    public IReadOnlyList<UnitAct> Acts { get; private set; } = [];
    public AsOf On => asOf.Current;

    /// <summary>Units the search found, with the units above them; null when nothing was searched for.</summary>
    public IReadOnlySet<Guid>? Shown { get; private set; }
    public int Found { get; private set; }
    public bool ShowsList => Query["xem"] == "danh-sach";
    public bool AllOpen => Query["mo"] == "het" || Shown is not null || Tree.All.Count <= Unfolded;
    public IReadOnlyList<TreeNode> Nodes => [.. Tree.Roots.Where(r => r.ParentId is null && IsShown(r)).Select(Node)];

    /// <summary>Units whose unit above ended without them.</summary>
    public IReadOnlyList<TreeNode> Astray => [.. Tree.Roots.Where(r => r.ParentId is not null && IsShown(r)).Select(Node)];

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.From<UnitKind>(OrganisationWords.Kind);
    public static IReadOnlyList<Choice> Levels { get; } = Choice.From<UnitLevel>(OrganisationWords.LevelTitle);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (asOf.IsNow) Acts = [.. acts.SelectMany(a => a.For(gate, null)).OrderBy(a => a.Order)];
        if (ShowsList) Table = Rows().ToTablePage(UnitRow.View, Query);
        else if (Matches(Tree.All) is { } found)
        {
            Found = found.Count;
            Shown = found.SelectMany(u => Tree.Path(u.Id)).Select(u => u.Id).ToHashSet();
        }
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var rows = Rows().AsQueryable().Sorted(UnitRow.View, Query).ToList();
        await audit.ReadAsync(new AuditLine("organisation.units.export", Count: rows.Count), ct);
        return new TableExport<UnitRow>(UnitRow.View, Query, rows.ToAsyncEnumerable());
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        gate.Demand(OrganisationPermissions.Read);
        Query = UnitRow.View.Read(HttpContext);
        _archive = await units.ArchiveAsync(ct);
        Tree = _archive.Tree(asOf.Current);
        People = await Headcounts.OnAsync(Tree, counters, asOf.Current, ct);
    }

    private List<UnitRow> Rows()
    {
        var ended = Query["tt"] == "ket-thuc";
        var all = ended ? _archive.Ended(asOf.Current) : Tree.All;
        return [.. (Matches(all) ?? all).Select(u => new UnitRow(u, u.ParentId is { } p ? _archive.Nearest(p, asOf.Current)?.Name ?? "" : "", ended ? null : People.Own(u.Id), ended ? null : People.WithBelow(u.Id)))];
    }

    /// <summary>The units that fit search and filters; null when there is neither.</summary>
    private List<UnitView>? Matches(IReadOnlyCollection<UnitView> all)
    {
        var text = VietnameseText.Fold(Query.Search);
        var kind = Enum.TryParse<UnitKind>(Query["loai-don-vi"], out var k) ? k : (UnitKind?)null;
        var level = Enum.TryParse<UnitLevel>(Query["cap"], out var l) ? l : (UnitLevel?)null;
        if (text.Length == 0 && kind is null && level is null) return null;
        var found = text.Length == 0 ? all : UnitSearch.Find(all, text);
        return [.. found.Where(u => (kind is null || u.Kind == kind) && (level is null || u.Level == level))];
    }

    private bool IsShown(UnitView unit) => Shown?.Contains(unit.Id) ?? true;

    private TreeNode Node(UnitView unit)
    {
        var children = Tree.Children(unit.Id).Where(IsShown).ToList();
        return new TreeNode(unit.Name, OrganisationLinks.Unit(unit.Id), People.WithBelow(unit.Id) is { } n ? $"{VnFormat.Count(n)} người" : null, AllOpen || unit.ParentId is null, Children: Below(children));
    }

    // Many kinds below one unit are told apart by headings; a department's few divisions need none.
    private IReadOnlyList<TreeNode> Below(List<UnitView> children)
    {
        var groups = children.GroupBy(OrganisationWords.KindAndLevel).ToList();
        return children.Count <= Ungrouped || groups.Count == 1 ? [.. children.Select(Node)]
            : [.. groups.Select(g => new TreeNode(g.Key, null, $"{VnFormat.Count(g.Count())} đơn vị", true, Children: [.. g.Select(Node)]))];
    }
}
