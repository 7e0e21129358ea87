using System.Diagnostics;
using CongVu.Platform.Security;
using Npgsql;

namespace CongVu.Organisation.Data;

/// <summary>
/// The counters that say whether what a node holds in memory is still what the database holds. Scoped: they come with the session of a
/// request, are read anew after a second in long jobs, and at every call once this scope itself changes something.
/// </summary>
internal sealed class Revisions(NpgsqlDataSource source, SessionReadings readings)
{
    public static readonly IReadOnlyList<SessionReading> WithSession =
        [new(UnitsKey, "(select no from organisation.revision where what = 'units')"), new(AuthorityKey, "(select no from organisation.revision where what = 'authority')")];

    private const string UnitsKey = "organisation.units";
    private const string AuthorityKey = "organisation.authority";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private (long Units, long Authority)? _seen;
    private long _seenAt;
    private bool _changing;

    public async ValueTask<long> UnitsAsync(CancellationToken ct) => (await SeenAsync(ct)).Units;

    public async ValueTask<long> AuthorityAsync(CancellationToken ct) => (await SeenAsync(ct)).Authority;

    /// <summary>This scope changes the organisation: what it saw before no longer counts.</summary>
    public void Changing() => _changing = true;

    private async ValueTask<(long Units, long Authority)> SeenAsync(CancellationToken ct)
    {
        if (!_changing && _seen is { } seen && Stopwatch.GetElapsedTime(_seenAt) < Fresh) return seen;
        if (!_changing && readings.Find(UnitsKey, Fresh) is { } units && readings.Find(AuthorityKey, Fresh) is { } authority) return (units, authority);
        await using var command = source.CreateCommand("select max(no) filter (where what = 'units'), max(no) filter (where what = 'authority') from organisation.revision");
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        (_seen, _seenAt) = ((row.GetInt64(0), row.GetInt64(1)), Stopwatch.GetTimestamp());
        return _seen.Value;
    }

    /// <summary>Bumps a counter in the transaction of a change; its row lock also makes such changes follow one another.</summary>
    internal static async Task BumpAsync(NpgsqlConnection connection, string what, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("update organisation.revision set no = no + 1 where what = $1", connection) { Parameters = { new() { Value = what } } };
        if (await command.ExecuteNonQueryAsync(ct) != 1) throw new InvalidOperationException($"No revision counter {what}.");
    }
}
