using CongVu.Personnel.Data;
using CongVu.Platform.Acts;
using Npgsql;

namespace CongVu.Personnel.Contracts;

/// <summary>An effect of a bulk load with what stands behind it.</summary>
/// <param name="Label">How histories name the act.</param>
public sealed record ImportedEffect(Guid Id, DateOnly From, Effect Effect, Guid? DecisionId, Guid? DeclarationId, string Label);

/// <summary>A person of a bulk load with all effects on them, in the order in which they were made.</summary>
public sealed record PersonHistory(Guid PersonId, IReadOnlyList<ImportedEffect> Effects);

/// <summary>What a bulk load brought in.</summary>
public sealed record PersonImportResult(int Persons, long Effects, long Facts);

/// <summary>
/// Fills an empty register: log, facts and what holds today, streamed by COPY in the caller's transaction. Constraints and indexes are
/// taken off before and built after, which is many times faster than keeping them row by row; they hold again before the
/// transaction can end. Memory stays bounded however many people come.
/// </summary>
public sealed class PersonImport
{
    private readonly BulkLoad _load;

    internal PersonImport(BulkLoad load) => _load = load;

    /// <summary>Loads people. Their facts are known from <paramref name="recordedAt"/> on.</summary>
    /// <param name="connection">Connection with an open transaction, e.g. <c>ProcessScope.Connection</c>.</param>
    /// <param name="people">Each person once; may be slow, is read ahead by a few thousand.</param>
    /// <exception cref="InvalidOperationException">There are records already.</exception>
    public Task<PersonImportResult> RunAsync(NpgsqlConnection connection, IAsyncEnumerable<PersonHistory> people, Guid processId, DateTime recordedAt, CancellationToken ct) =>
        _load.RunAsync(connection, people, processId, recordedAt, ct);
}
