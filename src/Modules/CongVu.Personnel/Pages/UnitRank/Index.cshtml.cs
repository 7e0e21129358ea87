using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;
using CongVu.Personnel.Lists;
using CongVu.Platform.Audit;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Personnel.Pages.UnitRank;

/// <summary>Headcount by unit and rank on the day on screen.</summary>
[Requires("personnel.report")]
internal sealed class IndexModel(People people, UnitDirectory units, StaffCodes codes, Gate gate, AsOfContext asOf, AuditLog audit) : PageModel
{
    private UnitTree _tree = null!;

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public Guid? UnitId { get; set; }

    public RankCrosstab Report { get; private set; } = null!;

    /// <summary>The unit looked into; null: the top of what the actor may see.</summary>
    public UnitView? Unit { get; private set; }

    public DateOnly Day => asOf.Current.ValidOn;

    public IReadOnlyList<Crumb> Crumbs => Unit is null ? [] :
    [
        new("Đơn vị và ngạch", PersonnelLinks.UnitByRank),
        .. _tree.Path(Unit.Id).Where(u => gate.May(PersonnelPermissions.Report, u.Id)).Select(u => new Crumb(u.ShortName, u.Id == Unit.Id ? null : PersonnelLinks.UnitByRankOf(u.Id))),
    ];

    public bool MayList => gate.May(PersonnelPermissions.Read);

    public string RankName(string? rank) => rank is null ? "Chưa xếp ngạch" : codes.RankName(rank);

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    /// <summary>The report as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var view = new TableView<RankLine>("don-vi-ngach", "Số lượng theo đơn vị và ngạch", l => l.Label).Column("don-vi", "Đơn vị", l => l.Label, fixedColumn: true);
        for (var i = 0; i < Report.Ranks.Count; i++)
        {
            var column = i;
            view.Column($"ngach-{i}", Report.Ranks[i] is { } code ? $"{RankName(code)} ({code})" : RankName(null), l => l.Counts[column], CellKind.Count, fixedColumn: true);
        }
        view.Column("tong", "Tổng số", l => l.Total, CellKind.Count, fixedColumn: true);
        return new TableExport<RankLine>(view, view.Read(HttpContext), Report.Lines.Append(new RankLine(null, "Tổng số", Report.Totals, Report.Total, false)).ToAsyncEnumerable());
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        _tree = await units.TreeAsync(asOf.Current, ct);
        if (UnitId is { } asked)
        {
            gate.Demand(PersonnelPermissions.Report, asked);
            Unit = _tree.Find(asked) ?? throw new Platform.Web.Pipeline.NotFoundException("Đơn vị này không có vào ngày đang xem.");
        }
        var counts = await people.CountByUnitAndRankAsync(asOf.Current, PersonnelPermissions.Report, ct);
        var top = Unit ?? (Tops() is [var only] ? only : null);
        var heads = top is not null ? _tree.Children(top.Id) : Tops();
        if (Unit is not null) { var within = _tree.Subtree(Unit.Id); counts = [.. counts.Where(c => within.Contains(c.UnitId))]; }
        Report = RankCrosstab.Of(counts, _tree, heads, top, codes.RankOrder);
        await audit.ReadAsync(new AuditLine("personnel.report.read", "unit", Unit?.Id, Unit?.Id, Count: Report.Lines.Count), ct);
    }

    /// <summary>The highest units the actor may report on.</summary>
    private IReadOnlyList<UnitView> Tops()
    {
        var scope = gate.Scope(PersonnelPermissions.Report);
        return scope.IsAll ? _tree.Roots : [.. _tree.All.Where(u => scope.Has(u.Id) && (u.ParentId is not { } parent || !scope.Has(parent))).OrderBy(u => u.Name, StringComparer.CurrentCulture)];
    }
}
