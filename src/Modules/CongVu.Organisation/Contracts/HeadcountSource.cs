using CongVu.Platform.Time;

namespace CongVu.Organisation.Contracts;

/// <summary>
/// Tells how many people work directly in each unit. The module that keeps people registers one with
/// <c>services.AddScoped&lt;HeadcountSource, X&gt;()</c>; without it the tree shows no headcount.
/// </summary>
public abstract class HeadcountSource
{
    /// <summary>People by unit of main employment on the date; units without people may be missing. One query.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, int>> CountAsync(AsOf asOf, CancellationToken ct);
}
