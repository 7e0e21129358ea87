using System.Globalization;
using System.Text;

namespace CongVu.Reform.Reading;

/// <summary>The reading as a text a person can check against the paper, in Vietnamese.</summary>
public static class PlanReadReport
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Writes head, groups with their tasks, targets, and what was not understood with its place.</summary>
    public static string Write(PlanReadResult plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder();
        WriteHead(text, plan);
        WriteTasks(text, plan);
        WriteTargets(text, plan);
        WriteUnread(text, plan);
        return text.ToString();
    }

    /// <summary>When a product is due, in words, as lists and pages show it.</summary>
    public static string InWords(PlanReadSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var yearly = schedule.Yearly is { } day ? $"trước ngày {day.Day:00}/{day.Month:00} hằng năm" : null;
        var often = schedule.MinPerYear is { } min && yearly is null ? $", tối thiểu {min} lần/năm" : "";
        var span = (schedule.From, schedule.To) switch
        {
            ({ } from, { } to) => $" từ {Day(from)} đến {Day(to)}",
            ({ } from, null) => $" từ {Day(from)}",
            (null, { } to) => $" đến {Day(to)}",
            _ => "",
        };
        return schedule.Kind switch
        {
            PlanScheduleKind.Period => span.Length > 0 ? span[1..] : "trong kỳ (chưa rõ ngày)",
            PlanScheduleKind.Ongoing => "thường xuyên" + often + span,
            PlanScheduleKind.Conditional => "khi đủ điều kiện" + span,
            PlanScheduleKind.OnDemand => "khi phát sinh" + span,
            PlanScheduleKind.Deadline => yearly ?? (schedule.To is { } due ? $"chậm nhất {Day(due)}" : "có thời hạn (chưa rõ ngày)"),
            _ => "chưa có thời gian",
        };
    }

    private static void WriteHead(StringBuilder text, PlanReadResult plan)
    {
        text.AppendLine(plan.Title ?? "(không tìm thấy tên kế hoạch)");
        text.AppendLine(Culture, $"  Số:           {plan.Number ?? "không thấy"}");
        text.AppendLine(Culture, $"  Cơ quan:      {plan.Issuer ?? "không thấy"}");
        text.AppendLine(Culture, $"  Ngày:         {(plan.Issued is { } issued ? Day(issued) : "không thấy")}");
        text.AppendLine(Culture, $"  Thời kỳ:      {Period(plan.Period)}");
        text.AppendLine(Culture, $"  Đọc được:     {plan.Groups.Count} nhóm, {plan.Tasks.Count} nhiệm vụ, {plan.Tasks.Sum(t => t.Products.Count)} sản phẩm, {plan.Targets.Count} chỉ tiêu; {plan.NotUnderstood.Count} chỗ chưa hiểu");
        text.AppendLine();
    }

    private static void WriteTasks(StringBuilder text, PlanReadResult plan)
    {
        text.AppendLine("NHIỆM VỤ");
        var groups = plan.Groups.ToDictionary(g => g.Code);
        string? section = null;
        string? open = null;
        foreach (var task in plan.Tasks)
        {
            if (task.Section != section)
            {
                section = task.Section;
                text.AppendLine().AppendLine(Culture, $"[{section}]");
            }
            if (task.Group is { } code && code != open && groups.TryGetValue(code, out var group))
            {
                text.AppendLine().AppendLine(Culture, $"{group.Code}. {group.Title}");
            }
            open = task.Group;
            text.AppendLine(Culture, $"  {task.Code}  {task.Title}  ({task.Source.Where})");
            foreach (var product in task.Products)
            {
                WriteProduct(text, product);
            }
        }
        var used = plan.Tasks.Select(t => t.Group).ToHashSet();
        foreach (var empty in plan.Groups.Where(g => !used.Contains(g.Code)))
        {
            text.AppendLine(Culture, $"{empty.Code}. {empty.Title}  (nhóm không có nhiệm vụ trực tiếp, {empty.Source.Where})");
        }
        text.AppendLine();
    }

    private static void WriteProduct(StringBuilder text, PlanReadProduct product)
    {
        text.AppendLine(Culture, $"      Sản phẩm:  {(product.Text.Length > 0 ? product.Text : "(không nêu)")}");
        text.AppendLine(Culture, $"      Chủ trì:   {Units(product.Lead)}");
        if (product.Support.Count > 0)
        {
            text.AppendLine(Culture, $"      Phối hợp:  {Units(product.Support)}");
        }
        var words = product.Schedule.Text.Length > 0 ? $" (“{product.Schedule.Text}”)" : "";
        text.AppendLine(Culture, $"      Thời gian: {InWords(product.Schedule)}{words}");
    }

    private static void WriteTargets(StringBuilder text, PlanReadResult plan)
    {
        if (plan.Targets.Count == 0)
        {
            return;
        }
        text.AppendLine("CHỈ TIÊU");
        foreach (var target in plan.Targets)
        {
            var sign = target.Comparison switch
            {
                PlanComparison.AtLeast => "≥",
                PlanComparison.AtMost => "≤",
                PlanComparison.MoreThan => ">",
                PlanComparison.LessThan => "<",
                _ => "=",
            };
            var unit = target.Unit == PlanTargetUnit.Percent ? "%" : "";
            var by = target.By is { } day ? $", đến {Day(day)}" : "";
            text.AppendLine(Culture, $"  {sign} {target.Value:0.##}{unit}{by}: {target.Text}  ({target.Source.Where})");
        }
        text.AppendLine();
    }

    private static void WriteUnread(StringBuilder text, PlanReadResult plan)
    {
        if (plan.NotUnderstood.Count == 0)
        {
            text.AppendLine("Mọi dòng của bảng nhiệm vụ đều đã được hiểu.");
            return;
        }
        text.AppendLine("CHƯA HIỂU, cần xem lại");
        foreach (var line in plan.NotUnderstood)
        {
            text.AppendLine(Culture, $"  {line.Where}: {line.Text}");
        }
    }

    private static string Units(IReadOnlyList<PlanReadUnit> units) =>
        units.Count == 0 ? "(không nêu)" : string.Join("; ", units.Select(u => u.Kind == PlanUnitKind.Group ? u.Text + " [nhóm]" : u.Text));

    private static string Period(PlanReadPeriod period) => (period.From, period.To) switch
    {
        ({ } from, { } to) => $"{Day(from)} – {Day(to)}",
        ({ } from, null) => $"từ {Day(from)}",
        (null, { } to) => $"đến {Day(to)}",
        _ => "không thấy",
    };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
