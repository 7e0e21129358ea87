using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using CongVu.Platform.Web;
using CongVu.Platform.Web.Pipeline;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;
using CongVu.Reform.Indicators;
using CongVu.Reform.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CongVu.Reform.Pages.OnePlan;

/// <summary>One plan: tasks as list and board, time line, targets, reports, difficulties.</summary>
[Requires(ReformPermissions.ReadCode)]
internal sealed class PlanModel(CongVuDb db, Tracking tracking, UnitLabels labels, TargetStates targets, PlanLaunching launching, Gate gate, AsOfContext asOf) : PageModel
{
    public TrackedPlan Plan { get; private set; } = null!;
    public TableQuery Query { get; private set; } = null!;
    public TablePage<TaskRow>? Table { get; private set; }
    public IReadOnlyList<TaskRow> Rows { get; private set; } = [];
    public IReadOnlyList<TargetState> Targets { get; private set; } = [];
    public IReadOnlyList<Difficulty> Difficulties { get; private set; } = [];
    public IReadOnlyList<ProgressReport> Reports { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Units { get; private set; } = new Dictionary<Guid, string>();
    public GanttModel? Gantt { get; private set; }
    public ChartModel? YearChart { get; private set; }
    public string Tab { get; private set; } = "nhiem-vu";
    public DateOnly On => asOf.Current.ValidOn;
    public bool MayManage => gate.May(ReformPermissions.Manage) && asOf.IsNow;
    public bool MayAnswer => gate.May(ReformPermissions.Accept) && asOf.IsNow;
    public IReadOnlyList<int> Years => [.. Enumerable.Range(Plan.Plan.PeriodFrom?.Year ?? On.Year, Math.Clamp((Plan.Plan.PeriodTo?.Year ?? On.Year) - (Plan.Plan.PeriodFrom?.Year ?? On.Year) + 1, 1, 60))];
    public IReadOnlyList<Choice> YearChoices => [.. Years.Select(y => new Choice($"{y}", $"Năm {y}"))];
    public IReadOnlyList<Choice> GroupChoices => [.. Plan.Groups.Select(g => new Choice(g.Id.ToString(), $"{g.Code}. {g.Title}"))];
    public IReadOnlyList<Choice> LeadChoices { get; private set; } = [];
    public static IReadOnlyList<Choice> ColourChoices { get; } = [.. Colours.Order.Select(c => new Choice(Colours.State(c), BadgeStates.Of(Colours.State(c)).Word))];
    [BindProperty] public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Read);
        Plan = await tracking.PlanAsync(id, On, ct) ?? throw new NotFoundException("Không có kế hoạch này.");
        if (Plan.Plan.Status == PlanStatus.Draft) return Redirect(ReformLinks.Draft(id));
        Query = TaskRow.View.Read(HttpContext);
        Tab = Query["muc"] ?? "nhiem-vu";
        Difficulties = await db.Set<Difficulty>().AsNoTracking().Where(d => d.PlanId == id).OrderBy(d => d.AnsweredAt != null).ThenByDescending(d => d.RaisedAt).ToListAsync(ct);
        if (Tab is "nhiem-vu" or "bang")
        {
            var all = await TaskRow.OfAsync(Plan, int.TryParse(Query["nam"], out var year) ? year : null, labels, On, ct);
            LeadChoices = [.. all.SelectMany(r => r.Lead.Split("; ")).Where(l => l.Length > 0).Distinct().Order(StringComparer.Ordinal).Select(l => new Choice(l, l))];
            Rows = Filter(Plan, all, Query);
            Table = Rows.ToTablePage(TaskRow.View, Query);
        }
        if (Tab == "tien-do") Gantt = DrawGantt();
        if (Tab == "chi-tieu") Targets = await targets.OfAsync(id, asOf.Current, ct);
        if (Tab == "bao-cao")
        {
            Reports = await db.Set<ProgressReport>().AsNoTracking().Where(r => r.PlanId == id).OrderByDescending(r => r.ReportedAt).Take(50).ToListAsync(ct);
            YearChart = ChartByYear();
        }
        Units = await labels.OfAsync(Difficulties.Select(d => d.UnitId).Concat(Reports.Select(r => r.UnitId)), ct);
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct)
    {
        gate.Demand(ReformPermissions.Manage);
        if (string.IsNullOrWhiteSpace(Reason)) TempData.SayRefused("Nêu căn cứ kết thúc theo dõi kế hoạch.");
        else { await launching.CloseAsync(id, Reason, ct); TempData.Say("Đã kết thúc theo dõi kế hoạch."); }
        return Redirect(ReformLinks.Plan(id));
    }

    public static IReadOnlyList<TaskRow> Filter(TrackedPlan plan, IReadOnlyList<TaskRow> rows, TableQuery query)
    {
        var text = VietnameseText.Fold(query.Search);
        var group = Guid.TryParse(query["nhom"], out var g) ? plan.Tasks.Where(t => t.Group?.Id == g).Select(t => t.Task.Id).ToHashSet() : null;
        return [.. rows.Where(r => (text.Length == 0 || r.SearchKey.Contains(text, StringComparison.Ordinal)) && (group is null || group.Contains(r.Id))
            && (query["chu-tri"] is not { } lead || r.Lead.Split("; ").Contains(lead)) && (query["tt"] is not { } state || Colours.State(r.Colour) == state)).OrderBy(r => r.Ord)];
    }

    public TrackedTask TaskOf(Guid taskId) => Plan.Tasks.First(t => t.Task.Id == taskId);

    private GanttModel DrawGantt()
    {
        var from = Plan.Plan.PeriodFrom ?? On;
        var to = Plan.Plan.PeriodTo ?? On;
        var rows = Plan.Tasks.Select(t => new GanttRow($"{t.Task.Code} {Short(t.Task.Title)}", Bars(t), ReformLinks.Task(t.Task.Id), t.Group is { } g ? $"{g.Code}. {g.Title}" : null)).ToList();
        return new GanttModel($"Tiến độ {Plan.Plan.Title}", from, to < from ? from : to, On, rows);
    }

    // One bar per period: all units together, in the worst of their lights.
    private static IReadOnlyList<GanttBar> Bars(TrackedTask task) =>
        [.. task.Standings.GroupBy(s => (s.Obligation.DueFrom, s.Obligation.DueOn)).OrderBy(g => g.Key.DueFrom)
            .Select(g => new GanttBar(g.Key.DueFrom, g.Key.DueOn, Colours.State(Colours.Of([.. g.Select(s => s.Colour)])), $"{g.Count(s => s.Colour == TaskColour.Done)}/{g.Count()} đơn vị đã xong"))];

    private ChartModel ChartByYear()
    {
        var years = Years.Where(y => y <= On.Year + 1).ToList();
        ChartSeries Series(TaskColour colour) => new(BadgeStates.Of(Colours.State(colour)).Word, [.. years.Select(y => (decimal?)Plan.Tasks.Count(t => t.Standings.Where(s => s.Obligation.DueOn.Year == y).Select(s => s.Colour).ToList() is { Count: > 0 } owed && Colours.Of(owed) == colour))]);
        return new ChartModel(ChartKind.StackedBar, $"Nhiệm vụ đến hạn theo năm, tính đến {VnFormat.Date(On)}", "Năm", [.. years.Select(y => $"{y}")], [.. Colours.Order.Select(Series)], "nhiệm vụ");
    }

    private static string Short(string text) => text.Length <= 70 ? text : text[..text.LastIndexOf(' ', 70)] + "…";
}
