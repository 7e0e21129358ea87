namespace CongVu.Pay.Early;

/// <summary>
/// The order in which those who meet the conditions are taken: highest achievement, then how many achievements count, then the unit's own rule. Equals that no rule
/// parts are said to be equal, never parted silently.
/// </summary>
internal static class Ranking
{
    public static IReadOnlyList<Ranked> Of(IEnumerable<CandidateView> views)
    {
        var ordered = views.Where(v => v.Verdict == Verdict.Met).OrderBy(v => v.Height).ThenByDescending(v => v.Counting.Count).ThenBy(v => v.Candidate.UnitPriority ?? int.MaxValue).ThenBy(v => v.Person.SortKey, StringComparer.Ordinal).ToList();
        return [.. ordered.Select((v, i) =>
        {
            var tied = ordered.Any(o => o != v && SameRank(o, v));
            // Equals share the place of the first of them.
            return new Ranked(ordered.FindIndex(o => SameRank(o, v)) + 1, v, Words(v, tied), tied);
        })];
    }

    private static bool SameRank(CandidateView a, CandidateView b) => a.Height == b.Height && a.Counting.Count == b.Counting.Count && a.Candidate.UnitPriority == b.Candidate.UnitPriority;

    private static string Words(CandidateView view, bool tied)
    {
        var words = $"Thành tích cao nhất: {AchievementLevels.Name(view.Counting[0].Level)}; {view.Counting.Count} thành tích được tính";
        if (view.Candidate.UnitPriority is { } priority) words += $"; ưu tiên {priority} theo quy chế đơn vị ({view.Candidate.PriorityReason})";
        return tied ? words + ". Bằng người khác: nhập thứ tự ưu tiên theo quy chế đơn vị." : words + ".";
    }
}
