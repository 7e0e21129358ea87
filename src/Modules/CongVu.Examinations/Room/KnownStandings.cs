using System.Collections.Concurrent;

namespace CongVu.Examinations.Room;

/// <summary>
/// What this node last read of seats whose candidates work. A message needs no more of it than that neither its seat nor its room changed since, which the versions
/// of the two rows tell, whoever changed them on whatever node. Everything that is not plain work is read anew.
/// </summary>
internal sealed class KnownStandings
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<Guid, (SeatStanding Standing, RowVersions Versions)> _known = new();

    /// <summary>
    /// The standing, when it says all that this message needs: it is the candidate's only machine, heard a moment ago, time is not over, and the entries follow on what
    /// is stored. Then all of them count, whenever they were typed. What is stored may be more than is known here (another node took it), never less.
    /// </summary>
    public SeatStanding? For(Append append, RowVersions versions, DateTime now) =>
        append is { Epoch: 1, Source: Data.EntrySource.Live } && _known.TryGetValue(append.SeatId, out var known) && known.Versions == versions && IsPlain(known.Standing, now)
        && (append.Entries.Count == 0 || append.Entries[0].S <= known.Standing.Stored + 1) ? known.Standing : null;

    public void Keep(SeatStanding standing, RowVersions versions, DateTime now)
    {
        if (standing.Epoch != 1 || !IsPlain(standing, now)) { _known.TryRemove(standing.SeatId, out _); return; }
        if (_known.Count > Most) _known.Clear();
        _known[standing.SeatId] = (standing, versions);
    }

    public void Clear() => _known.Clear();

    private static bool IsPlain(SeatStanding standing, DateTime now) =>
        standing is { MayWrite: true, LaterOpenedAt: null, Time.Room: Data.RoomState.Running } && !standing.Time.IsOver(now) && now - standing.LastSeenAt < EntryBatch.Silence;
}

/// <summary>Transactions that last wrote the rows of a seat and of its room.</summary>
internal readonly record struct RowVersions(uint Seat, uint Room);
