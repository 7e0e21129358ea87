using CongVu.Examinations.Data;

namespace CongVu.Examinations.Room;

/// <summary>What a log comes to in the end. The order of machines and of entries decides, never the order in which they came.</summary>
internal static class Answers
{
    /// <summary>The last counted answer to each question.</summary>
    public static IReadOnlyDictionary<int, string> Final(IEnumerable<SeatEntry> entries) => Last(entries, EntryKinds.Answer);

    /// <summary>Questions the candidate marked to come back to.</summary>
    public static IReadOnlyList<int> Flagged(IEnumerable<SeatEntry> entries) => [.. Last(entries, EntryKinds.Flag).Where(f => f.Value == "1").Select(f => f.Key).Order()];

    private static Dictionary<int, string> Last(IEnumerable<SeatEntry> entries, string kind)
    {
        var last = new Dictionary<int, string>();
        foreach (var e in entries.Where(e => e.Counts && e.Kind == kind && e.Question is not null && e.Body is not null).OrderBy(e => e.Epoch).ThenBy(e => e.Sequence)) last[e.Question!.Value] = e.Body!;
        return last;
    }
}
