using CongVu.Personnel.Domain;
using CongVu.Platform.Acts;
using CongVu.Platform.Data;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CongVu.Personnel.Data;

/// <summary>A version of an effect with what became of it.</summary>
internal sealed record LoggedVersion(LoggedEffect Effect, DateTime? VoidedAt, string? VoidedAs, Guid? VoidedByDecision, string? VoidedLabel)
{
    public bool Stands(DateTime? knownAt) => VoidedAt is not { } gone || knownAt is { } at && at < gone;
}

/// <summary>
/// Reads one person's log. A record page asks everything about one person: the few dozen lines of the log, folded here,
/// answer it all in one query, on whatever day and as known whenever.
/// </summary>
internal sealed class RecordArchive(CongVuDb db, EffectRegistry registry)
{
    private const string Select = """
        select id, version, seq, from_day, type, payload::text, decision_id, declaration_id, label, recorded_at, voided_at, voided_as, voided_by_decision, voided_label
        from personnel.effect_log where person_id = $1 and ($2 is null or recorded_at <= $2) order by from_day, seq, version
        """;

    /// <summary>All versions of the effects on a person that were known at an instant (null: now), in order.</summary>
    public async Task<IReadOnlyList<LoggedVersion>> OfAsync(Guid personId, AsOf asOf, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(Select, (NpgsqlConnection)db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction);
            command.Parameters.AddWithValue(personId);
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)asOf.KnownAt ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
            await using var rows = await command.ExecuteReaderAsync(ct);
            var versions = new List<LoggedVersion>();
            while (await rows.ReadAsync(ct)) versions.Add(Read(personId, rows));
            return versions;
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }

    private LoggedVersion Read(Guid personId, NpgsqlDataReader row) => new(
        new LoggedEffect(row.GetGuid(0), row.GetInt32(1), personId, row.GetInt64(2), row.GetFieldValue<DateOnly>(3), registry.Read(row.GetString(4), row.GetString(5)),
            Id(row, 6), Id(row, 7), row.GetString(8), row.GetDateTime(9)),
        row.IsDBNull(10) ? null : row.GetDateTime(10), Words(row, 11), Id(row, 12), Words(row, 13));

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static string? Words(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
