using CongVu.Organisation.Data;
using CongVu.Platform.Time;

namespace CongVu.Organisation.Contracts;

/// <summary>
/// Units as they are, were and came to be. Answers come from memory of the newest committed revision; one cheap query per
/// request asks whether that is still the newest. What an open transaction has changed is not seen here before its commit.
/// </summary>
public sealed class UnitDirectory
{
    private readonly Revisions _revisions;
    private readonly UnitArchives _archives;
    private readonly UnitChronicle _chronicle;

    internal UnitDirectory(Revisions revisions, UnitArchives archives, UnitChronicle chronicle) =>
        (_revisions, _archives, _chronicle) = (revisions, archives, chronicle);

    /// <summary>All units on a date, as known at an instant. The tree is immutable and may be kept for the request.</summary>
    public async ValueTask<UnitTree> TreeAsync(AsOf asOf, CancellationToken ct) => (await ArchiveAsync(ct)).Tree(asOf);

    /// <summary>The unit on the date, else as it last was before it, else as it first was; null when it is unknown altogether.</summary>
    public async ValueTask<UnitView?> NearestAsync(Guid unitId, AsOf asOf, CancellationToken ct) => (await ArchiveAsync(ct)).Nearest(unitId, asOf);

    /// <summary>
    /// The units that stand for this one on the date: itself while it exists, else its successors, their successors and so on.
    /// Empty when it ended without successor.
    /// </summary>
    public async ValueTask<IReadOnlyList<UnitView>> StandInsAsync(Guid unitId, AsOf asOf, CancellationToken ct)
    {
        var archive = await ArchiveAsync(ct);
        return StandIns(archive, unitId, asOf);
    }

    /// <summary>What happened to a unit, as known at an instant (null: now); null when it is unknown.</summary>
    public async Task<UnitHistory?> HistoryAsync(Guid unitId, CancellationToken ct, DateTime? knownAt = null) =>
        await _chronicle.OfAsync(await ArchiveAsync(ct), unitId, knownAt, ct);

    internal static IReadOnlyList<UnitView> StandIns(UnitArchive archive, Guid unitId, AsOf asOf)
    {
        var tree = archive.Tree(asOf);
        var found = new List<UnitView>();
        var seen = new HashSet<Guid>();
        var open = new Queue<Guid>([unitId]);
        while (open.TryDequeue(out var id))
        {
            if (!seen.Add(id)) continue;
            if (tree.Find(id) is { } unit) { found.Add(unit); continue; }
            foreach (var link in archive.Links.Where(l => l.PredecessorId == id && l.Day <= asOf.ValidOn && l.KnownAt(asOf.KnownAt))) open.Enqueue(link.SuccessorId);
        }
        return found;
    }

    internal async ValueTask<UnitArchive> ArchiveAsync(CancellationToken ct) => await _archives.AtAsync(await _revisions.UnitsAsync(ct), ct);
}
