using CongVu.Platform.Text;
using CongVu.Platform.Web;
using CongVu.Reform.Contracts;
using CongVu.Reform.Data;
using CongVu.Reform.Domain;

namespace CongVu.Reform.Pages.OnePlan;

/// <summary>A task in a list.</summary>
internal sealed record TaskRow(Guid Id, int Ord, string Code, string Title, string Group, string Lead, string Support, string Schedule, string Products, int Owed, int Done, TaskColour Colour, DateOnly? Due, string DueWords, string SearchKey)
{
    public static readonly TableView<TaskRow> View = new TableView<TaskRow>("nhiem-vu", "Nhiệm vụ của kế hoạch", r => r.Id.ToString()) { DefaultSort = "ma", RowTone = r => r.Colour == TaskColour.Overdue ? "bad" : null }
        .Column("ma", "Mã", r => r.Code, sort: r => r.Ord, fixedColumn: true)
        .Column("nhiem-vu", "Nhiệm vụ", r => r.Title, fixedColumn: true, url: r => ReformLinks.Task(r.Id))
        .Column("nhom", "Nhóm", r => r.Group, shown: false, wide: true)
        .Column("chu-tri", "Chủ trì", r => r.Lead)
        .Column("phoi-hop", "Phối hợp", r => r.Support, shown: false, wide: true)
        .Column("san-pham", "Sản phẩm", r => r.Products, shown: false, wide: true)
        .Column("thoi-gian", "Thời gian", r => r.Schedule, wide: true)
        .Column("han", "Hạn gần nhất", r => r.DueWords, sort: r => r.Due ?? DateOnly.MaxValue)
        .Column("ky", "Kỳ đã xong", r => $"{r.Done}/{r.Owed}", hint: "Số kỳ đã được công nhận trên số kỳ phải thực hiện của mọi đơn vị")
        .Column("tt", "Trạng thái", r => BadgeStates.Of(Colours.State(r.Colour)).Word, sort: r => -(int)r.Colour, show: r => Markup.Badge(Colours.State(r.Colour)));

    /// <summary>The rows of a plan; with a year only what falls into it counts.</summary>
    public static async Task<IReadOnlyList<TaskRow>> OfAsync(TrackedPlan plan, int? year, UnitLabels labels, DateOnly today, CancellationToken ct)
    {
        var rows = new List<TaskRow>();
        foreach (var task in plan.Tasks)
        {
            var owed = year is { } y ? [.. task.Standings.Where(s => s.Obligation.DueFrom.Year <= y && s.Obligation.DueOn.Year >= y)] : task.Standings;
            if (year is not null && owed.Count == 0) continue;
            var units = task.Products.SelectMany(p => task.Units[p.Id]).ToList();
            var colour = year is null || plan.Plan.Status != PlanStatus.Active ? task.Colour : Colours.Of([.. owed.Select(s => s.Colour)]);
            var next = owed.Where(s => s.Colour != TaskColour.Done).OrderBy(s => s.Obligation.DueOn).FirstOrDefault();
            rows.Add(new TaskRow(task.Task.Id, task.Task.Ord, task.Task.Code, task.Task.Title, task.Group is { } g ? $"{g.Code}. {g.Title}" : "", await labels.LeadAsync(units, ct),
                string.Join("; ", units.Where(u => u.Role == UnitRole.Support).Select(u => u.Text).Distinct()), string.Join("; ", task.Products.Select(ScheduleWords.Of).Distinct()),
                string.Join("; ", task.Products.Select(p => p.Text).Where(t => t.Length > 0)), owed.Count, owed.Count(s => s.Colour == TaskColour.Done), colour, next?.Obligation.DueOn,
                WordsOfDue(task, owed, next, today), task.Task.SearchKey));
        }
        return rows;
    }

    private static string WordsOfDue(TrackedTask task, IReadOnlyList<Standing> owed, Standing? next, DateOnly today)
    {
        if (next is null) return owed.Count > 0 ? "đã xong" : task.Products.Any(p => DuePeriods.Sleeps(p.ScheduleKind)) ? "chờ điều kiện" : "chưa xác định đơn vị";
        if (next.Obligation.MinCount > 1) return $"{ScheduleWords.Period(next.Obligation)}: {next.RoundsDone}/{next.Obligation.MinCount} đợt, {VnFormat.Due(next.Obligation.DueOn, today)}";
        return VnFormat.Due(next.Obligation.DueOn, today);
    }
}
