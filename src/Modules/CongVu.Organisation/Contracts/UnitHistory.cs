namespace CongVu.Organisation.Contracts;

/// <summary>Everything that happened to a unit, as known at an instant.</summary>
/// <param name="Versions">In order of days.</param>
/// <param name="Events">In order of days; what was decided about the unit.</param>
/// <param name="Predecessors">Units it came from.</param>
/// <param name="Successors">Units that took over from it.</param>
public sealed record UnitHistory(Guid UnitId, IReadOnlyList<UnitView> Versions, IReadOnlyList<UnitEvent> Events, IReadOnlyList<UnitLink> Predecessors, IReadOnlyList<UnitLink> Successors)
{
    /// <summary>First day the unit existed, or null when it never did.</summary>
    public DateOnly? Since => Versions.Count > 0 ? Versions[0].From : null;

    /// <summary>First day it no longer exists, or null while it lives.</summary>
    public DateOnly? Until => Versions.Count > 0 ? Versions[^1].Until : null;
}

/// <summary>One line of a unit's history.</summary>
/// <param name="What">In Vietnamese, e.g. "Đổi tên thành Sở Xây dựng".</param>
/// <param name="Label">The act behind it, e.g. "Quyết định 125/QĐ-UBND ngày 02/03/2026".</param>
/// <param name="DecisionId">The decision, when the act is in the system.</param>
/// <param name="RecordedAt">When the system came to know it.</param>
public sealed record UnitEvent(DateOnly Day, string What, string Label, Guid? DecisionId, DateTime? RecordedAt);

/// <summary>A predecessor or successor.</summary>
/// <param name="Name">Its name when the one became the other.</param>
public sealed record UnitLink(Guid UnitId, string Name, DateOnly Day, string Label, Guid? DecisionId);
