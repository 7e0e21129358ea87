namespace CongVu.Reform.Reading;

/// <summary>
/// Gives groups and tasks codes that are unique in the file. The printed number stays as it is where it can; it is put behind the code of its group
/// where numbers start again in each group ("II.1"), and behind the label of its section where sections number alike ("2013.1.1", "B.5", "III.2").
/// </summary>
internal static class EntryCodes
{
    public static void Assign(IReadOnlyList<PlanEntry> entries)
    {
        var named = entries.Where(e => e.IsGroup || e.IsTask).ToList();
        var sections = named.GroupBy(e => e.Section).ToList();
        foreach (var section in sections)
        {
            AssignWithin([.. section]);
        }
        var shared = sections.SelectMany(s => s.Select(e => e.Code).Distinct()).GroupBy(c => c).Any(g => g.Count() > 1);
        if (shared)
        {
            var labels = Labels([.. sections.Select(s => s.Key)]);
            foreach (var entry in named)
            {
                entry.Code = labels[entry.Section] + "." + entry.Code;
            }
        }
        MakeUnique(named.Where(e => e.IsGroup));
        MakeUnique(named.Where(e => e.IsTask && !e.IsGroup));
        MakeUnique(named.Where(e => e.IsTask));
    }

    private static void AssignWithin(List<PlanEntry> entries)
    {
        var romans = entries.Exists(e => e.Number?.Style == NumberStyle.Roman);
        var headings = 0;
        var counters = new Dictionary<object, int>();
        var taken = new HashSet<string>();
        foreach (var entry in entries)
        {
            object owner = entry.Parent ?? (object)entry.Section;
            counters[owner] = counters.GetValueOrDefault(owner) + 1;
            if (entry.Number is { } number)
            {
                entry.Code = number.Style == NumberStyle.SmallLetter && entry.Parent is not null ? entry.Parent.Code + "." + number.Code : number.Code;
            }
            else if (entry.IsHeading)
            {
                headings++;
                var label = PlanSection.LabelOf(entry.Title);
                entry.Code = label.Length == 4 && taken.Add(label) ? label : romans ? Letter(headings) : ItemNumber.ToRoman(Math.Min(headings, 39));
            }
            else
            {
                entry.Code = entry.Parent is { } parent ? parent.Code + "." + counters[owner] : $"{counters[owner]}";
            }
        }
        // Numbers that start again in every group are told apart by the group's code.
        var again = entries.Where(e => e.IsTask || e.IsGroup).GroupBy(e => e.Code).Where(g => g.Count() > 1).SelectMany(g => g).Where(e => e.Parent is not null).ToList();
        if (again.Count == 0)
        {
            return;
        }
        var levels = again.Select(Level).ToHashSet();
        foreach (var entry in entries)
        {
            if (entry.Parent is { } parent && levels.Contains(Level(entry)) && !entry.Code.StartsWith(parent.Code + ".", StringComparison.Ordinal))
            {
                entry.Code = parent.Code + "." + entry.Code;
            }
        }
    }

    private static (NumberStyle?, int) Level(PlanEntry entry) => (entry.Number?.Style, entry.Number?.Depth ?? 0);

    private static Dictionary<PlanSection, string> Labels(List<PlanSection> sections)
    {
        var labels = sections.ToDictionary(s => s, s => s.Label);
        if (labels.Values.Distinct().Count() < sections.Count || labels.Values.Any(l => l.Length == 0))
        {
            labels = sections.ToDictionary(s => s, s => s.Path.Trim('.'));
        }
        var seen = new HashSet<string>();
        for (var i = 0; i < sections.Count; i++)
        {
            var label = labels[sections[i]];
            label = label.Length == 0 ? $"P{i + 1}" : label;
            while (!seen.Add(label))
            {
                label += "'";
            }
            labels[sections[i]] = label;
        }
        return labels;
    }

    private static void MakeUnique(IEnumerable<PlanEntry> entries)
    {
        var seen = new HashSet<string>();
        foreach (var entry in entries)
        {
            var code = entry.Code;
            for (var n = 2; !seen.Add(entry.Code); n++)
            {
                entry.Code = $"{code}-{n}";
            }
        }
    }

    private static string Letter(int n) => n <= 26 ? ((char)('A' + n - 1)).ToString() : $"A{n}";
}
