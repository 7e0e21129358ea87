namespace CongVu.Reform.Reading;

/// <summary>Tasks of a plan written as running text: sections about tasks, numbered groups, bulleted items.</summary>
internal static class NarrativeTasks
{
    private static readonly string[] First = ["nhiem vu"];
    private static readonly string[] Second = ["noi dung thuc hien", "noi dung cong viec", "cong viec", "hoat dong", "giai phap", "noi dung", "ke hoach thuc hien"];
    private static readonly string[] Never = ["phan cong", "trach nhiem", "to chuc thuc hien", "tinh hinh", "ket qua thuc hien", "danh gia", "can cu", "muc dich", "kinh phi", "quan diem", "yeu cau", "thoi gian"];

    /// <summary>Entries with their group and task flags set; empty when no section is about tasks.</summary>
    public static List<PlanEntry> Read(Outline outline)
    {
        var sections = Sections(outline.Root, First);
        if (sections.Count == 0)
        {
            sections = Sections(outline.Root, Second);
        }
        List<PlanEntry> entries = [];
        foreach (var node in sections)
        {
            var section = PlanSection.Of(node, null);
            var before = entries.Count;
            foreach (var child in node.Children)
            {
                Add(child, null, section, entries, 1);
            }
            if (entries.Count == before && Assigned(node) is { } own)
            {
                own.IsTask = true;
                entries.Add(own);
            }
        }
        if (!entries.Exists(e => e.IsTask))
        {
            entries = AssignedAnywhere(outline.Root);
        }
        FlagBesideGroups(entries);
        return entries;
    }

    private static List<OutlineNode> Sections(OutlineNode root, string[] words)
    {
        List<OutlineNode> found = [];
        var waiting = new Stack<OutlineNode>([root]);
        while (waiting.TryPop(out var node))
        {
            if (node.Parent is not null && IsAbout(node, words) && (node.Children.Count > 0 || node.Body.Count > 0) && !Deeper(node, words))
            {
                found.Add(node);
                continue;
            }
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                if (node.Children[i].Rank < OutlineNode.RankOfLetter)
                {
                    waiting.Push(node.Children[i]);
                }
            }
        }
        return found;
    }

    private static bool IsAbout(OutlineNode node, string[] words)
    {
        if (!node.IsHeading || node.Title.Length > 200)
        {
            return false;
        }
        var folded = Vietnamese.Fold(node.Title);
        var at = words.Select(w => Vietnamese.IndexOfPhrase(folded, w)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        return at >= 0 && (node.Rank < 13 || at <= 20) && !Never.Any(n => Vietnamese.IndexOfPhrase(folded, n) is >= 0 and var k && k < at);
    }

    /// <summary>True for a title page or a heading that also covers goals, when the sections proper stand below it.</summary>
    private static bool Deeper(OutlineNode node, string[] words)
    {
        var mixed = node.Number is null || Vietnamese.HasAny(Vietnamese.Fold(node.Title), ["muc tieu", "quan diem", "muc dich"]);
        return mixed && node.SelfAndBelow().Skip(1).Any(n => n.Rank < OutlineNode.RankOfLetter && IsAbout(n, words));
    }

    private static void Add(OutlineNode node, PlanEntry? parent, PlanSection section, List<PlanEntry> entries, int depth)
    {
        if (node.Title.Length == 0 && node.Children.Count == 0)
        {
            return;
        }
        var items = node.Children.Where(c => !Labels.IsDetail(c.Title)).ToList();
        var entry = new PlanEntry(section, node.Number, node.Block!.Source) { Parent = parent };
        parent?.Children.Add(entry);
        if (items.Count > 0 && IsGroup(node, items, depth))
        {
            entry.IsGroup = true;
            entry.AddTitle(node.Title);
            entries.Add(entry);
            var facts = Assignment.Of(string.Join(". ", node.Children.Except(items).Select(c => c.Title).Prepend("")));
            AddDetails(entry, facts with { Title = "" }, node);
            foreach (var item in items)
            {
                Add(item, entry, section, entries, depth + 1);
            }
            return;
        }
        var assignment = Assignment.Of(WholeText(node, items));
        entry.IsTask = true;
        entry.AddTitle(assignment.Title);
        AddDetails(entry, assignment, node);
        entries.Add(entry);
    }

    /// <summary>An item with items under it: at the first level a group; deeper only when it announces them or they are numbered or assigned to someone.</summary>
    private static bool IsGroup(OutlineNode node, List<OutlineNode> items, int depth) =>
        depth == 1
        || (node.Rank < OutlineNode.RankOfLetter && items.TrueForAll(i => i.Number is not null) && node.IsHeading)
        || node.Title.TrimEnd().EndsWith(':')
        || items.Count(i => Assignment.Of(i.Title).Lead.Length > 0) * 2 > items.Count;

    /// <summary>The item with its body, labelled facts and the small print of its sub-items.</summary>
    private static string WholeText(OutlineNode node, List<OutlineNode> items)
    {
        var pieces = new List<string> { node.Title };
        pieces.AddRange(node.Body.Where(b => node.Block is null || b.Source.Line > node.Block.Source.Line).Select(b => b.Text));
        foreach (var child in node.Children)
        {
            pieces.AddRange(items.Contains(child) ? child.SelfAndBelow().Select(n => n.Title) : [child.Title]);
        }
        return string.Join(" ", pieces.Select(p => Vietnamese.OneLine(p)).Where(p => p.Length > 0).Select((p, i) => i + 1 < pieces.Count && !".;:,".Contains(p[^1], StringComparison.Ordinal) ? p + "." : p));
    }

    private static void AddDetails(PlanEntry entry, Assignment a, OutlineNode node)
    {
        var details = new EntryDetails(node.Block!.Source) { Lead = a.Lead, Support = a.Support, Time = a.Time, Product = a.Product };
        if (!details.IsEmpty)
        {
            entry.Details.Add(details);
        }
    }

    private static PlanEntry? Assigned(OutlineNode node)
    {
        var assignment = Assignment.Of(string.Join(" ", node.Body.Select(b => b.Text).Prepend(node.Title)));
        if (assignment.Lead.Length == 0)
        {
            return null;
        }
        var entry = new PlanEntry(PlanSection.Of(node.Parent!, null), node.Number, node.Block!.Source);
        entry.AddTitle(assignment.Title);
        AddDetails(entry, assignment, node);
        return entry;
    }

    /// <summary>A file without a section on tasks: items that name a lead unit are tasks all the same.</summary>
    private static List<PlanEntry> AssignedAnywhere(OutlineNode root)
    {
        List<PlanEntry> entries = [];
        foreach (var node in root.SelfAndBelow().Where(n => n.Block is not null && n.Children.Count == 0))
        {
            var assignment = Assignment.Of(node.Title);
            if (assignment.Lead.Length > 0 && assignment.Title.Length > 0)
            {
                var entry = new PlanEntry(PlanSection.Of(root, null), node.Number, node.Block!.Source) { IsTask = true, IsItem = node.Number is null };
                entry.AddTitle(assignment.Title);
                AddDetails(entry, assignment, node);
                entries.Add(entry);
            }
        }
        return entries;
    }

    /// <summary>An item without sub-items among groups is a group and a task at once.</summary>
    private static void FlagBesideGroups(List<PlanEntry> entries)
    {
        var groups = entries.Where(e => e.Parent is null && e.Children.Count > 0).Select(e => (e.Section, e.Number?.Style)).ToHashSet();
        foreach (var entry in entries.Where(e => e.Parent is null && e.Children.Count == 0))
        {
            entry.IsGroup = groups.Contains((entry.Section, entry.Number?.Style));
        }
    }
}
