using CongVu.Personnel.Data;

namespace CongVu.Personnel.Contracts;

/// <summary>A stored fact that is not what the log gives.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Table">Which table.</param>
/// <param name="EffectId">Effect behind the fact; empty for the row of what holds today.</param>
/// <param name="What">missing, unexpected, or the columns that differ.</param>
public sealed record ReplayDifference(Guid PersonId, string Table, Guid EffectId, string What);

/// <summary>What a replay found.</summary>
/// <param name="Differences">The first hundred.</param>
public sealed record ReplayReport(int Persons, long Effects, long Facts, IReadOnlyList<ReplayDifference> Differences)
{
    /// <summary>True when every stored fact follows from the log, and every fact of the log is stored.</summary>
    public bool IsSound => Differences.Count == 0;
}

/// <summary>Folds the whole log anew and compares it with the stored facts and with what is kept for today.</summary>
public sealed class RecordReplay
{
    private readonly ReplayCheck _check;

    internal RecordReplay(ReplayCheck check) => _check = check;

    /// <summary>Checks every record, a few thousand at a time, on one frozen view of the database.</summary>
    public Task<ReplayReport> VerifyAsync(CancellationToken ct = default) => _check.RunAsync(ct);
}
