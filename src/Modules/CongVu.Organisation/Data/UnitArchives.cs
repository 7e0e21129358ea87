using System.Data;
using CongVu.Organisation.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Organisation.Data;

/// <summary>
/// Holds the archive of the newest revision for this node. Reads on its own connection, so that what an open transaction has not
/// committed never reaches other requests.
/// </summary>
internal sealed class UnitArchives(NpgsqlDataSource source) : IDisposable
{
    private const string VersionSql = """
        select unit_id, code, name, short_name, symbol, kind, level, parent_id, valid, recorded, label, decision_id from organisation.unit_version
        """;
    private readonly SemaphoreSlim _one = new(1, 1);
    private UnitArchive? _current;

    public async ValueTask<UnitArchive> AtAsync(long revision, CancellationToken ct)
    {
        if (Volatile.Read(ref _current) is { } held && held.Revision == revision) return held;
        await _one.WaitAsync(ct);
        try
        {
            if (_current is { } loaded && loaded.Revision == revision) return loaded;
            var archive = await LoadAsync(ct);
            Volatile.Write(ref _current, archive);
            return archive;
        }
        finally { _one.Release(); }
    }

    public void Dispose() => _one.Dispose();

    private async Task<UnitArchive> LoadAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        long revision;
        await using (var command = new NpgsqlCommand("select no from organisation.revision where what = 'units'", connection))
            revision = (long)(await command.ExecuteScalarAsync(ct))!;
        var versions = new List<ArchivedVersion>();
        await using (var command = new NpgsqlCommand(VersionSql, connection))
        await using (var row = await command.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct)) versions.Add(Version(row));
        var links = new List<ArchivedLink>();
        await using (var command = new NpgsqlCommand("select predecessor_id, successor_id, day, label, decision_id, recorded from organisation.unit_lineage", connection))
        await using (var row = await command.ExecuteReaderAsync(ct))
            while (await row.ReadAsync(ct))
            {
                var known = row.GetFieldValue<NpgsqlRange<DateTime>>(5);
                links.Add(new ArchivedLink(row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateOnly>(2), row.GetString(3),
                    row.IsDBNull(4) ? null : row.GetGuid(4), known.LowerBound, known.UpperBoundInfinite ? null : known.UpperBound));
            }
        await snapshot.CommitAsync(ct);
        return new UnitArchive(revision, versions, links);
    }

    private static ArchivedVersion Version(NpgsqlDataReader row)
    {
        var valid = row.GetFieldValue<NpgsqlRange<DateOnly>>(8);
        var known = row.GetFieldValue<NpgsqlRange<DateTime>>(9);
        var unit = new UnitView(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
            Enum.Parse<UnitKind>(row.GetString(5)), Enum.Parse<UnitLevel>(row.GetString(6)), row.IsDBNull(7) ? null : row.GetGuid(7),
            valid.LowerBound, valid.UpperBoundInfinite ? null : valid.UpperBound);
        return new ArchivedVersion(unit, known.LowerBound, known.UpperBoundInfinite ? null : known.UpperBound, row.GetString(10), row.IsDBNull(11) ? null : row.GetGuid(11));
    }
}
