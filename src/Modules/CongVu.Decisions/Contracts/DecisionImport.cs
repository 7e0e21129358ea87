using CongVu.Decisions.Import;
using CongVu.Platform.Acts;
using Npgsql;

namespace CongVu.Decisions.Contracts;

/// <summary>One person (unit) of an imported decision.</summary>
/// <param name="UnitId">Unit of the person then, or the unit itself; null when unknown.</param>
/// <param name="Summary">The change in one line, for lists.</param>
public sealed record ImportedItem(Guid SubjectId, string SubjectName, Guid? UnitId, string Summary, IReadOnlyList<PlannedEffect> Effects);

/// <summary>A signed decision from elsewhere whose effects are in the record already.</summary>
/// <param name="UnitId">Unit it concerns; whoever may read this unit's decisions reads it.</param>
/// <param name="SignerUnitId">Agency that issued it.</param>
/// <param name="DocType">Type in the notation, e.g. QĐ.</param>
/// <param name="Number">Number in the register of that agency, type and year of signing; from 1.</param>
/// <param name="NumberText">As printed, e.g. 125/QĐ-SNV.</param>
/// <param name="SignerPost">Post code of the signer.</param>
public sealed record ImportedDecision(Guid Id, string ActionCode, Guid UnitId, Guid SignerUnitId, string DocType, int Number, string NumberText,
    DateOnly SignedOn, DateOnly EffectiveOn, string SignerName, string SignerPost, IReadOnlyList<ImportedItem> Items);

/// <summary>What a bulk load brought in.</summary>
public sealed record DecisionImportResult(int Decisions, long Items, long Effects);

/// <summary>
/// Loads signed and effective decisions into a system that has none, by COPY in the caller's transaction. The records themselves are
/// loaded by Organisation and Personnel; the registers go on after the highest number of each. Afterwards a job checks who was
/// competent and fills the list of decisions signed by the wrong authority.
/// </summary>
public sealed class DecisionImport
{
    private readonly DecisionCopy _copy;

    internal DecisionImport(DecisionCopy copy) => _copy = copy;

    /// <summary>Loads decisions; the enumeration is read once, a few thousand ahead.</summary>
    /// <param name="connection">Connection with an open transaction, e.g. <c>ProcessScope.Connection</c>.</param>
    /// <exception cref="InvalidOperationException">There are decisions already.</exception>
    /// <exception cref="PostgresException">Two decisions bear the same number in one register.</exception>
    public Task<DecisionImportResult> RunAsync(NpgsqlConnection connection, IEnumerable<ImportedDecision> decisions, DateTime at, CancellationToken ct) =>
        _copy.RunAsync(connection, decisions, at, ct);
}
