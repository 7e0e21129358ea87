using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Pages.Judging;

/// <summary>An obligation in the list of a unit.</summary>
internal sealed record OwedRow(Guid Id, string Task, string Unit, string Period, DateOnly Due, DateOnly Today, TaskColour Colour, bool Waits)
{
    public static readonly TableView<OwedRow> View = new TableView<OwedRow>("ky-thuc-hien", "Các kỳ phải thực hiện của đơn vị", r => r.Id.ToString()) { DefaultSort = "han", RowTone = r => r.Colour == TaskColour.Overdue ? "bad" : null }
        .Column("nhiem-vu", "Nhiệm vụ", r => r.Task, fixedColumn: true, url: r => ReformLinks.Report(r.Id))
        .Column("don-vi", "Đơn vị", r => r.Unit, sort: r => r.Unit)
        .Column("ky", "Kỳ", r => r.Period, wide: true)
        .Column("han", "Hạn", r => r.Due, CellKind.Date, sort: r => r.Due, show: r => Markup.Due(r.Due, r.Today))
        .Column("tt", "Trạng thái", r => BadgeStates.Of(Colours.State(r.Colour)).Word, sort: r => -(int)r.Colour, show: r => r.Waits ? Markup.Badge("waiting") : Markup.Badge(Colours.State(r.Colour)));
}

/// <summary>What the actor's units owe and have not finished: late, and due within the year.</summary>
[Requires(ReformPermissions.ReportCode)]
internal sealed class MineModel(CongVuDb db, Tracking tracking, UnitLabels labels, Gate gate, AsOfContext asOf) : PageModel
{
    public TablePage<OwedRow> Table { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Report);
        var query = OwedRow.View.Read(HttpContext);
        var scope = gate.Scope(ReformPermissions.Report);
        var units = scope.IsAll ? [] : scope.Ids;
        var on = asOf.Current.ValidOn;
        var horizon = new DateOnly(on.Year, 12, 31);
        var active = db.Set<Plan>().Where(p => p.Status == PlanStatus.Active).Select(p => p.Id);
        var owed = db.Set<Obligation>().Where(o => active.Contains(o.PlanId) && o.DueOn <= horizon && (scope.IsAll || units.Contains(o.UnitId)));
        var standings = (await tracking.StandingsAsync(owed, on, ct)).Where(s => s.Colour != TaskColour.Done).ToList();
        var ids = standings.Select(s => s.Obligation.TaskId).Distinct().ToList();
        var tasks = await db.Set<PlanTask>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var names = await labels.OfAsync(standings.Select(s => s.Obligation.UnitId), ct);
        var text = VietnameseText.Fold(query.Search);
        Table = standings.Where(s => (query["tt"] is not { } state || Colours.State(s.Colour) == state) && tasks[s.Obligation.TaskId].SearchKey.Contains(text, StringComparison.Ordinal))
            .Select(s => new OwedRow(s.Obligation.Id, $"{tasks[s.Obligation.TaskId].Code} {tasks[s.Obligation.TaskId].Title}", names[s.Obligation.UnitId], ScheduleWords.Period(s.Obligation), s.Obligation.DueOn, on, s.Colour, s.WaitsForJudgement))
            .ToList().ToTablePage(OwedRow.View, query);
    }
}
