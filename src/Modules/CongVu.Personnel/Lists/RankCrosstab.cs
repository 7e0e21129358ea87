using CongVu.Organisation.Contracts;
using CongVu.Personnel.Contracts;

namespace CongVu.Personnel.Lists;

/// <summary>One line of the report: a unit with all units below it, or what is left over.</summary>
/// <param name="Unit">Null for people in units that no longer exist on the day.</param>
/// <param name="Opens">There are units below to look into.</param>
internal sealed record RankLine(UnitView? Unit, string Label, int[] Counts, int Total, bool Opens);

/// <summary>Headcount by unit and rank: counted once in the database by single unit, summed here along the tree of the day.</summary>
internal sealed class RankCrosstab
{
    private RankCrosstab(IReadOnlyList<string?> ranks, IReadOnlyList<RankLine> lines, int[] totals, int total) => (Ranks, Lines, Totals, Total) = (ranks, lines, totals, total);

    /// <summary>Rank codes that somebody holds, in the order of the catalogue; null, last, for people without one.</summary>
    public IReadOnlyList<string?> Ranks { get; }

    public IReadOnlyList<RankLine> Lines { get; }

    public int[] Totals { get; }

    public int Total { get; }

    /// <param name="counts">By single unit, within the actor's scope.</param>
    /// <param name="heads">Units that get a line; people go to the nearest of them above.</param>
    /// <param name="self">The unit whose direct staff (not in any unit below) has a line of its own, or null.</param>
    /// <param name="order">Place of a rank among the columns.</param>
    public static RankCrosstab Of(IReadOnlyList<UnitRankCount> counts, UnitTree tree, IReadOnlyList<UnitView> heads, UnitView? self, Func<string, int> order)
    {
        var ranks = counts.Select(c => c.RankCode).Distinct().OrderBy(r => r is null ? int.MaxValue : order(r)).ThenBy(r => r, StringComparer.Ordinal).ToList();
        var column = ranks.Select((r, i) => (Key: r ?? "", i)).ToDictionary(r => r.Key, r => r.i, StringComparer.Ordinal);
        var lines = heads.ToDictionary(h => h.Id, _ => new int[ranks.Count]);
        var own = new int[ranks.Count];
        var lost = new int[ranks.Count];
        foreach (var count in counts)
        {
            var target = count.UnitId == self?.Id ? own : Above(count.UnitId, tree, lines) is { } head ? lines[head] : tree.Find(count.UnitId) is null && self is null ? lost : null;
            if (target is not null) target[column[count.RankCode ?? ""]] += count.Count;
        }
        var told = new List<RankLine>();
        if (self is not null && own.Sum() > 0) told.Add(new RankLine(self, $"{self.Name} (không kể đơn vị bên dưới)", own, own.Sum(), false));
        told.AddRange(heads.Select(h => new RankLine(h, h.Name, lines[h.Id], lines[h.Id].Sum(), tree.Children(h.Id).Count > 0)).Where(l => l.Total > 0));
        if (lost.Sum() > 0) told.Add(new RankLine(null, "Đơn vị không còn vào ngày này", lost, lost.Sum(), false));
        var totals = Enumerable.Range(0, ranks.Count).Select(i => told.Sum(l => l.Counts[i])).ToArray();
        return new RankCrosstab(ranks, told, totals, totals.Sum());
    }

    private static Guid? Above(Guid unit, UnitTree tree, Dictionary<Guid, int[]> heads)
    {
        var steps = 0;
        for (Guid? at = unit; at is { } id && steps < 20; at = tree.Find(id)?.ParentId, steps++)
            if (heads.ContainsKey(id)) return id;
        return null;
    }
}
