using CongVu.Law;
using CongVu.Organisation.Contracts;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Severance.Contracts;
using CongVu.Severance.Retiring;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Severance.Pages.Retiring;

/// <summary>Retirements ahead by unit and post, what is late first.</summary>
[Requires(SeverancePermissions.ReadCode)]
internal sealed class IndexModel(RetirementListing listing, UnitDirectory units, Gate gate, AuditLog audit, AsOfContext asOf) : PageModel
{
    private const int UnitsShown = 12;

    public TablePage<RetirementRow> Table { get; private set; } = null!;
    public TableQuery Query { get; private set; } = null!;
    public RetirementFilter Filter { get; private set; } = null!;
    public IReadOnlyList<RetirementRow> All { get; private set; } = [];
    public string? UnitName { get; private set; }
    public string? Problem { get; private set; }
    public ChartModel ByTime { get; private set; } = null!;
    public ChartModel ByUnit { get; private set; } = null!;

    /// <summary>What to try when nobody is found: fewer conditions, or a longer time while there is one.</summary>
    public string Widen => Query.IsFiltered && (Filter.Text ?? Filter.Only) is not null || Filter.UnitId is not null ? "Không ai khớp với điều kiện lọc. Bỏ bớt điều kiện, hoặc chọn đơn vị khác."
        : Filter.Months < RetirementFilter.Windows[^1] ? "Chọn khoảng thời gian dài hơn ở trên." : "Đây là khoảng dài nhất; không có ai trong phạm vi của bạn đến tuổi nghỉ hưu.";

    public bool MayPrepare => asOf.IsNow && gate.May(SeverancePermissions.Prepare);
    public bool MayExport => gate.May(SeverancePermissions.Export);
    public static IReadOnlyList<Choice> Views { get; } = [new(RetirementFilter.ToDo, "Chậm và đến hạn")];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Query = RetirementTables.View.Read(HttpContext);
        Filter = RetirementFilter.Read(key => Query[key]);
        var tree = await units.TreeAsync(asOf.Current, ct);
        UnitName = Filter.UnitId is { } unit ? tree.FullName(unit) : Query[RetirementFilter.Unit + ".text"];
        try
        {
            All = await listing.OfAsync(Filter, asOf.Current, ct);
        }
        catch (OutsideCoverageException e)
        {
            Problem = e.Message;
        }
        Table = ((IReadOnlyCollection<RetirementRow>)All).ToTablePage(RetirementTables.View, Query);
        var (leading, others) = (All.Where(r => r.Person.PostCode is not null).ToList(), All.Where(r => r.Person.PostCode is null).ToList());
        var quarters = All.Select(r => (r.RetiresOn.Year, Quarter: (r.RetiresOn.Month + 2) / 3)).Distinct().Order().ToList();
        ByTime = new ChartModel(ChartKind.StackedBar, "Số người nghỉ hưu theo quý", "Quý", [.. quarters.Select(q => $"{q.Quarter}/{q.Year}")],
            [new("Giữ chức vụ lãnh đạo", [.. quarters.Select(q => (decimal?)leading.Count(r => (r.RetiresOn.Year, (r.RetiresOn.Month + 2) / 3) == q))]), new("Không giữ chức vụ", [.. quarters.Select(q => (decimal?)others.Count(r => (r.RetiresOn.Year, (r.RetiresOn.Month + 2) / 3) == q))])], "người");
        var byUnit = All.GroupBy(r => tree.Agency(r.Person.UnitId!.Value)?.Name ?? r.UnitName).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(UnitsShown).ToList();
        ByUnit = new ChartModel(ChartKind.Bar, "Số người nghỉ hưu theo cơ quan (nhiều nhất trước)", "Cơ quan", [.. byUnit.Select(g => g.Key)], [new("Nghỉ hưu", [.. byUnit.Select(g => (decimal?)g.Count())])], "người");
        await audit.ReadAsync(new AuditLine("severance.retirement.read", "unit", Filter.UnitId, Filter.UnitId, All.Count), ct);
    }
}
