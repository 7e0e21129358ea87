using CongVu.Organisation.Data;
using CongVu.Platform.Data;
using NpgsqlTypes;

namespace CongVu.Organisation.Domain;

/// <summary>
/// Brings the stored rows of one unit to what the fold says: rows that still hold stay untouched, others are closed at the
/// instant of the act, new ones are known from then on. Used by the applier and by the bulk import alike.
/// </summary>
internal static class RecordDiff
{
    /// <summary>What to do with rows that are open now.</summary>
    /// <param name="Close">Set their recorded end to <see cref="At"/>.</param>
    /// <param name="Forget">Remove: they were made at the very same instant, so nobody ever knew them.</param>
    /// <param name="Add">Insert.</param>
    internal sealed record Changes<T>(DateTime At, IReadOnlyList<T> Close, IReadOnlyList<T> Forget, IReadOnlyList<T> Add);

    public static Changes<UnitVersion> Versions(IReadOnlyCollection<UnitVersion> open, FoldedUnit folded, DateTime at) =>
        Diff(open, [.. folded.Spans.Select(s => UnitVersion.Of(folded.UnitId, s))], at, v => v.Recorded, v => v.Content);

    public static Changes<UnitLineage> Lineage(IReadOnlyCollection<UnitLineage> open, FoldedUnit folded, DateTime at) =>
        Diff(open, [.. folded.Links.Select(l => UnitLineage.Of(folded.UnitId, l))], at, l => l.Recorded, l => l.Content);

    private static Changes<T> Diff<T>(IReadOnlyCollection<T> open, IReadOnlyList<T> wanted, DateTime at,
        Func<T, NpgsqlRange<DateTime>> recorded, Func<T, object> content) where T : class, IRecorded
    {
        at = InMicroseconds(at);
        var kept = open.Select(content).ToHashSet();
        var wantedContent = wanted.Select(content).ToHashSet();
        var gone = open.Where(o => !wantedContent.Contains(content(o))).ToList();
        // Clocks of two nodes may differ a little; a row is never closed before it was known.
        var newest = gone.Count == 0 ? at : gone.Max(o => recorded(o).LowerBound);
        if (newest > at) at = newest.AddMicroseconds(1);
        var added = wanted.Where(w => !kept.Contains(content(w))).ToList();
        foreach (var row in added) row.Recorded = Span.KnownSince(at);
        return new Changes<T>(at, [.. gone.Where(o => recorded(o).LowerBound < at)], [.. gone.Where(o => recorded(o).LowerBound == at)], added);
    }

    /// <summary>PostgreSQL keeps microseconds; comparing instants needs the same grain.</summary>
    internal static DateTime InMicroseconds(DateTime at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
