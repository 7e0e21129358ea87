using System.Text.Json;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Platform.Audit;

/// <summary>One line of the audit log: who did what to whom. Reading is logged as well as changing.</summary>
/// <param name="Action">Dotted name of the act, e.g. <c>personnel.record.read</c>.</param>
/// <param name="SubjectType">Kind of thing, e.g. <c>person</c>.</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="UnitId">Unit concerned.</param>
/// <param name="Count">Rows shown, exported or changed.</param>
/// <param name="Detail">Anything that serialises; never secrets.</param>
/// <param name="AccountId">Who asked for it, where a job acts and nobody is at the gate.</param>
public sealed record AuditLine(string Action, string? SubjectType = null, Guid? SubjectId = null, Guid? UnitId = null, int Count = 1, object? Detail = null, Guid? ProcessId = null, Guid? AccountId = null);

/// <summary>
/// Writes the audit log. A line about a change goes into the caller's transaction; a line about a reading is
/// committed at once, without waiting for the disk (at most the last fraction of a second is lost in a power cut).
/// </summary>
public sealed class AuditLog(NpgsqlDataSource source, Gate gate, TimeProvider clock)
{
    private const string Insert = """
        insert into platform.audit_entry(id, at, account_id, session_ref, address, action, subject_type, subject_id, unit_id, count, process_id, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    // The setting holds for this one statement, which is a transaction of its own.
    private const string InsertUnhurried = """
        with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
        insert into platform.audit_entry(id, at, account_id, session_ref, address, action, subject_type, subject_id, unit_id, count, process_id, detail)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from unhurried
        """;

    /// <summary>Records a reading, before the answer is sent.</summary>
    public async Task ReadAsync(AuditLine line, CancellationToken ct)
    {
        await using var command = source.CreateCommand(InsertUnhurried);
        Fill(command.Parameters, line);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Records a change inside the transaction that makes it.</summary>
    public async Task ChangeAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, AuditLine line, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Insert, connection, transaction);
        Fill(command.Parameters, line);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The same, to be sent together with other commands of that transaction.</summary>
    internal NpgsqlBatchCommand Change(AuditLine line)
    {
        var command = new NpgsqlBatchCommand(Insert);
        Fill(command.Parameters, line);
        return command;
    }

    private void Fill(NpgsqlParameterCollection p, AuditLine line)
    {
        var actor = gate.ActorOrNull;
        void Add(object? value, NpgsqlDbType type) => p.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        Add(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
        Add(clock.UtcNow(), NpgsqlDbType.TimestampTz);
        Add(actor?.AccountId ?? line.AccountId, NpgsqlDbType.Uuid);
        Add(actor?.SessionRef, NpgsqlDbType.Text);
        Add(actor?.Address, NpgsqlDbType.Text);
        Add(line.Action, NpgsqlDbType.Text);
        Add(line.SubjectType, NpgsqlDbType.Text);
        Add(line.SubjectId, NpgsqlDbType.Uuid);
        Add(line.UnitId, NpgsqlDbType.Uuid);
        Add(line.Count, NpgsqlDbType.Integer);
        Add(line.ProcessId, NpgsqlDbType.Uuid);
        Add(line.Detail is null ? null : JsonSerializer.Serialize(line.Detail, Data.Json.Options), NpgsqlDbType.Jsonb);
    }
}
