using CongVu.Platform.Audit;
using CongVu.Platform.Data;
using CongVu.Platform.Security;
using CongVu.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace CongVu.Platform.Processes;

/// <summary>Opens named processes. One process is one database transaction with its actor, time, reason and evidence.</summary>
public sealed class ProcessLog(CongVuDb db, Gate gate, AuditLog audit, TimeProvider clock)
{
    /// <summary>
    /// Begins a process: opens the transaction and notes who, when and why. Dispose without
    /// <see cref="ProcessScope.CommitAsync"/> rolls everything back.
    /// </summary>
    /// <param name="onBehalfOf">For a job: the account that asked for it.</param>
    /// <exception cref="ArgumentException">The kind needs a reason or evidence and none was given.</exception>
    public async Task<ProcessScope> BeginAsync(ProcessKind kind, string? subjectType, Guid? subjectId, CancellationToken ct, string? reason = null, Guid? evidenceFileId = null, Guid? onBehalfOf = null)
    {
        if (kind.NeedsReason && string.IsNullOrWhiteSpace(reason)) throw new ArgumentException($"{kind.Code} needs a reason.", nameof(reason));
        if (kind.NeedsEvidence && evidenceFileId is null) throw new ArgumentException($"{kind.Code} needs evidence.", nameof(evidenceFileId));
        var run = new ProcessRun(Guid.CreateVersion7(), kind, gate.ActorOrNull?.AccountId ?? onBehalfOf, clock.UtcNow(), reason?.Trim(), evidenceFileId);
        db.Database.AutoSavepointsEnabled = false; // a process is committed whole or not at all; nothing goes on after a save that failed
        var transaction = await db.Database.BeginTransactionAsync(ct);
        return new ProcessScope(db, audit, run, transaction, subjectType, subjectId);
    }
}

/// <summary>A process under way.</summary>
public sealed class ProcessScope : IAsyncDisposable
{
    private readonly CongVuDb _db;
    private readonly AuditLog _audit;
    private readonly IDbContextTransaction _transaction;
    private readonly string? _subjectType;
    private readonly Guid? _subjectId;

    internal ProcessScope(CongVuDb db, AuditLog audit, ProcessRun run, IDbContextTransaction transaction, string? subjectType, Guid? subjectId)
    {
        (_db, _audit, Run, _transaction, _subjectType, _subjectId) = (db, audit, run, transaction, subjectType, subjectId);
    }

    /// <summary>Who, when, why.</summary>
    public ProcessRun Run { get; }

    /// <summary>The open connection, for SQL beside EF in the same transaction.</summary>
    public NpgsqlConnection Connection => (NpgsqlConnection)_db.Database.GetDbConnection();

    /// <summary>Adds an audit line about this change, in the same transaction.</summary>
    public Task AuditAsync(AuditLine line, CancellationToken ct) =>
        _audit.ChangeAsync(Connection, (NpgsqlTransaction)_transaction.GetDbTransaction(), line with { ProcessId = Run.Id, AccountId = Run.AccountId }, ct);

    /// <summary>Saves what the context tracks, writes the process and its audit line and commits: the three in one message to the database.</summary>
    /// <param name="with">Commands sent in that message, before the process is written.</param>
    public async Task CommitAsync(CancellationToken ct, Guid? unitId = null, int count = 1, object? detail = null, IReadOnlyList<NpgsqlBatchCommand>? with = null)
    {
        await _db.SaveChangesAsync(ct);
        await using var batch = new NpgsqlBatch(Connection);
        foreach (var command in with ?? []) batch.BatchCommands.Add(command);
        batch.BatchCommands.Add(Recorded());
        batch.BatchCommands.Add(_audit.Change(new AuditLine(Run.Kind.Code, _subjectType, _subjectId, unitId, count, detail, Run.Id, Run.AccountId)));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlBatchCommand Recorded()
    {
        var command = new NpgsqlBatchCommand("""
            insert into platform.process_run(id, kind, account_id, at, reason, evidence_file_id, subject_type, subject_id) values ($1, $2, $3, $4, $5, $6, $7, $8)
            """);
        void Add(object? value, NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        Add(Run.Id, NpgsqlDbType.Uuid);
        Add(Run.Kind.Code, NpgsqlDbType.Text);
        Add(Run.AccountId, NpgsqlDbType.Uuid);
        Add(Run.At, NpgsqlDbType.TimestampTz);
        Add(Run.Reason, NpgsqlDbType.Text);
        Add(Run.EvidenceFileId, NpgsqlDbType.Uuid);
        Add(_subjectType, NpgsqlDbType.Text);
        Add(_subjectId, NpgsqlDbType.Uuid);
        return command;
    }

    /// <summary>Ends the transaction; without a commit nothing of the process remains.</summary>
    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
