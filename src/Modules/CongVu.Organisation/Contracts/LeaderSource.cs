using CongVu.Platform.Time;

namespace CongVu.Organisation.Contracts;

/// <summary>Somebody who leads a unit on a date.</summary>
/// <param name="PostCode">Code of a post of <see cref="LeadershipPosts"/>.</param>
/// <param name="Acting">giao quyền, phụ trách.</param>
/// <param name="Concurrent">Main employment elsewhere (kiêm nhiệm).</param>
public sealed record UnitLeader(Guid PersonId, string Name, string PostCode, bool Acting, bool Concurrent);

/// <summary>
/// Tells who leads which unit, for the organisation chart. The module that keeps people registers one with
/// <c>services.AddScoped&lt;LeaderSource, X&gt;()</c>; without it the chart shows units only.
/// </summary>
public abstract class LeaderSource
{
    /// <summary>Leaders by unit of the post on the date; a unit without any may be missing. One query.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, IReadOnlyList<UnitLeader>>> OnAsync(AsOf asOf, CancellationToken ct);
}
