namespace CongVu.Reform.Reading;

/// <summary>From the document model to the result: tables first, running text where there are none.</summary>
internal static class PlanReading
{
    public static PlanReadResult Read(PlanDocument document)
    {
        var parts = TaskTables.Find(document);
        var outline = Outline.Of(parts);
        var tables = parts.OfType<TablePart>().Where(t => !t.OfGoals).ToList();
        var entries = FromTables(tables, outline);
        if (!entries.Exists(e => e.IsTask))
        {
            entries = NarrativeTasks.Read(outline);
        }
        if (!entries.Exists(e => e.IsTask))
        {
            throw new PlanReadException(PlanReadError.NoPlan,
                "Không tìm thấy nhiệm vụ nào trong tệp: không có bảng với các cột như “Nhiệm vụ”, “Cơ quan chủ trì”, “Thời gian thực hiện”, cũng không có mục “Nhiệm vụ” nào. "
                + "Kiểm tra lại tệp, hoặc thêm hàng tiêu đề cột vào bảng nhiệm vụ rồi đọc lại.");
        }
        EntryCodes.Assign(entries);
        var head = DocumentHead.Of(parts);
        var several = entries.Where(e => e.IsTask).Select(e => e.Section).Distinct().Count() > 1;
        var assembly = new PlanAssembly(head.Period, head.Issued, several);
        var groups = entries.Where(e => e.IsGroup).Select(assembly.Group).ToList();
        var tasks = entries.Where(e => e.IsTask).Select(assembly.Task).ToList();
        int? year = head.Period is { From: { } from, To: { } to } && from.Year == to.Year ? from.Year : null;
        var targets = TargetReader.Read(outline, year).Concat(GoalTables.Read(parts)).Concat(tasks.SelectMany(TargetReader.OfTask)).ToList();
        var account = LineAccount.Of(parts, outline);
        var unread = account.NotUnderstood.Concat(assembly.Unread).OrderBy(u => u.Line).ToList();
        return new PlanReadResult(document.Format, head.Title, head.Number, head.Issuer, head.Issued, head.Period, groups, tasks, targets, unread, account.Lines);
    }

    private static List<PlanEntry> FromTables(List<TablePart> tables, Outline outline)
    {
        var collectors = new Dictionary<OutlineNode, EntryCollector>();
        foreach (var table in tables)
        {
            var heading = outline.HeadingOf(table);
            if (!collectors.TryGetValue(heading, out var collector))
            {
                var parent = heading.Parent is { Block: not null } above ? PlanSection.Of(above, null) : null;
                collector = new EntryCollector(PlanSection.Of(heading, parent));
                collectors.Add(heading, collector);
            }
            foreach (var row in table.Rows)
            {
                collector.Take(row);
            }
        }
        List<PlanEntry> entries = [];
        foreach (var collector in collectors.Values)
        {
            EntryTree.Build(collector.Entries);
            entries.AddRange(collector.Entries);
        }
        SectionGroups.Promote(entries);
        return entries;
    }
}
