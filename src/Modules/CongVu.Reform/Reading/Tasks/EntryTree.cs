namespace CongVu.Reform.Reading;

/// <summary>Puts entries under one another by their numbers and tells groups from tasks.</summary>
internal static class EntryTree
{
    /// <summary>Links the entries, moves those under a heading inside the table (a year, a part) into a section of their own, and flags groups and tasks.</summary>
    public static void Build(IReadOnlyList<PlanEntry> entries)
    {
        Link(entries);
        var sections = new Dictionary<PlanEntry, PlanSection>();
        foreach (var entry in entries)
        {
            if (entry.Parent is { } parent && sections.TryGetValue(parent, out var inside))
            {
                entry.Section = inside;
                entry.Parent = null;
            }
            else if (entry.Parent is not null)
            {
                entry.Section = entry.Parent.Section;
            }
            if (entry.IsHeading && entry.Children.Exists(c => c.Children.Count > 0))
            {
                sections[entry] = new PlanSection(PlanSection.LabelOf(entry.Title), entry.Title, entry.Source, entry.Section);
            }
        }
        var groupStyles = entries.Where(e => e.Parent is null && e.Children.Count > 0 && !e.IsHeading).Select(Style).ToHashSet();
        var plainTasks = entries.Any(e => !e.IsBare && e.Number?.Style == NumberStyle.Arabic);
        foreach (var entry in entries)
        {
            if (sections.ContainsKey(entry))
            {
                Use(entry, PlanLineUseKind.Section);
            }
            else
            {
                Decide(entry, groupStyles, plainTasks);
            }
        }
    }

    private static void Link(IReadOnlyList<PlanEntry> entries)
    {
        var lettersOutside = entries.FirstOrDefault(e => e.Number?.Style is NumberStyle.Letter or NumberStyle.Roman)?.Number!.Style == NumberStyle.Letter;
        var above = new Stack<(PlanEntry Entry, int Rank)>();
        PlanEntry? anchor = null;
        foreach (var entry in entries)
        {
            if (entry.IsItem)
            {
                var parent = anchor is null ? null : anchor.IsBare ? anchor : anchor.Parent;
                SetParent(entry, parent);
                continue;
            }
            var rank = Rank(entry, lettersOutside, above);
            while (above.Count > 0 && (above.Peek().Rank >= rank || IsForeign(entry, above.Peek().Entry)))
            {
                above.Pop();
            }
            SetParent(entry, above.Count > 0 ? above.Peek().Entry : null);
            above.Push((entry, rank));
            anchor = entry;
        }
    }

    /// <summary>"2.1" is not under "1", whatever came before it.</summary>
    private static bool IsForeign(PlanEntry entry, PlanEntry above) =>
        entry.Number is { Depth: > 1 } number && above.Number is { } other && other.Style == number.Style && other.Depth < number.Depth && !number.IsUnder(other);

    private static void SetParent(PlanEntry entry, PlanEntry? parent)
    {
        entry.Parent = parent;
        parent?.Children.Add(entry);
    }

    private static int Rank(PlanEntry entry, bool lettersOutside, Stack<(PlanEntry Entry, int Rank)> above) => entry.Number switch
    {
        null => 0,
        { Style: NumberStyle.Letter } n => (lettersOutside ? 10 : 20) + n.Depth,
        { Style: NumberStyle.Roman } n => (lettersOutside ? 20 : 10) + n.Depth,
        { Style: NumberStyle.Arabic } n => 30 + n.Depth,
        { Style: NumberStyle.SmallLetter } => 45,
        // "5a" inserted after "5" stands beside it.
        _ => above.Count > 0 && !above.Peek().Entry.IsBare ? above.Peek().Rank : 44,
    };

    /// <param name="entry">The entry.</param>
    /// <param name="groupStyles">Styles of number that top-level groups have, by section.</param>
    /// <param name="plainTasks">Whether any entry with a plain number names units or time.</param>
    private static void Decide(PlanEntry entry, HashSet<(PlanSection, NumberStyle?, int)> groupStyles, bool plainTasks)
    {
        if (entry.IsHeading)
        {
            entry.IsGroup = entry.Children.Count > 0;
            if (entry.IsGroup || PlanSection.LabelOf(entry.Title).Length > 0 || Vietnamese.IsCapitals(entry.Title))
            {
                Use(entry, entry.IsGroup ? PlanLineUseKind.Group : PlanLineUseKind.Section);
            }
            return;
        }
        if (entry.Children.Count > 0)
        {
            entry.IsGroup = true;
            entry.IsTask = !entry.IsBare && !entry.Children.Exists(c => Takes(c, entry));
        }
        else
        {
            var besideGroups = entry.Parent is null && groupStyles.Contains(Style(entry));
            var named = entry.Number?.Style is NumberStyle.Roman or NumberStyle.Letter;
            entry.IsTask = !entry.IsBare || !(besideGroups || (named && plainTasks));
            entry.IsGroup = besideGroups || !entry.IsTask;
        }
        Use(entry, entry.IsTask ? PlanLineUseKind.Task : PlanLineUseKind.Group);
    }

    /// <summary>True when the child lacks something the group's row gives.</summary>
    private static bool Takes(PlanEntry child, PlanEntry group)
    {
        var (units, time) = (group.Details.Exists(d => d.HasUnits), group.Details.Exists(d => d.Time.Length > 0));
        return child.Children.Count == 0 && !group.Details.Exists(d => d.Product.Length > 0)
            && ((units && !child.Details.Exists(d => d.HasUnits)) || (time && !child.Details.Exists(d => d.Time.Length > 0)));
    }

    private static (PlanSection, NumberStyle?, int) Style(PlanEntry entry) => (entry.Section, entry.Number?.Style, entry.Number?.Depth ?? 0);

    private static void Use(PlanEntry entry, PlanLineUseKind use)
    {
        foreach (var row in entry.Rows)
        {
            row.Use(use);
        }
    }
}
