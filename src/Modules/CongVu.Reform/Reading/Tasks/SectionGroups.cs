namespace CongVu.Reform.Reading;

/// <summary>Several sections of tasks without any group among them: then the sections are the groups.</summary>
internal static class SectionGroups
{
    public static void Promote(List<PlanEntry> entries)
    {
        var tasks = entries.Where(e => e.IsTask).ToList();
        var sections = tasks.Select(e => e.Section).Distinct().ToList();
        if (sections.Count < 2 || entries.Exists(e => e.IsGroup) || sections.Exists(s => s.Title.Length == 0 || s.Source is null))
        {
            return;
        }
        foreach (var section in sections)
        {
            var number = section.Label.Length > 0 ? ItemNumber.OfCell(section.Label) ?? new ItemNumber(NumberStyle.Opaque, [section.Label]) : null;
            var group = new PlanEntry(section, number, section.Source!) { IsHeading = number is null, IsGroup = true };
            group.AddTitle(section.Title);
            foreach (var task in tasks.Where(t => t.Section == section && t.Parent is null))
            {
                task.Parent = group;
                group.Children.Add(task);
            }
            entries.Insert(entries.FindIndex(e => e.Section == section), group);
        }
        // One section for all from here on, so that numbers are told apart by the group and not twice.
        var whole = new PlanSection("", "", null, null);
        foreach (var entry in entries.Where(e => !e.IsGroup))
        {
            entry.HeadingTime = entry.Section.Time;
            entry.HeadingYear = entry.Section.Year;
        }
        foreach (var entry in entries)
        {
            entry.Section = whole;
        }
    }
}
