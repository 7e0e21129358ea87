using CongVu.Platform.Security;
using CongVu.Platform.Time;

namespace CongVu.Platform.Work;

/// <summary>How pressing something is.</summary>
public enum Urgency { Coming, Due, Late }

/// <summary>Something that waits for the actor, shown on "Việc của tôi": a count, the oldest date, one click to do it.</summary>
public sealed record WorkItem(string Title, int Count, DateOnly? Oldest, Urgency Urgency, string Href, string Icon);

/// <summary>A module's contribution to the home page.</summary>
public abstract class WorkItemSource
{
    /// <summary>What waits for, is late for, or is coming to this actor today. Cheap: it runs at every opening of the home page.</summary>
    public abstract Task<IReadOnlyList<WorkItem>> ForAsync(Gate gate, DateOnly today, CancellationToken ct);
}

/// <summary>One hit of the global search.</summary>
public sealed record SearchHit(string Kind, string Title, string Detail, string Href, string Icon);

/// <summary>A module's contribution to the global search; must ask the gate what the actor may find.</summary>
public abstract class SearchSource
{
    /// <summary>Vietnamese name of what is found, e.g. "Cán bộ, công chức, viên chức".</summary>
    public abstract string Kind { get; }

    /// <summary>At most <paramref name="limit"/> hits for a folded query, best first.</summary>
    public abstract Task<IReadOnlyList<SearchHit>> FindAsync(string foldedQuery, Gate gate, AsOf asOf, int limit, CancellationToken ct);
}

/// <summary>A view component that a module shows on the home page (plan at a glance, charts).</summary>
public abstract class HomePanel
{
    /// <summary>Name of the view component.</summary>
    public abstract string ViewComponent { get; }

    /// <summary>Position; smaller is higher.</summary>
    public abstract int Order { get; }

    /// <summary>Whether this actor sees it.</summary>
    public abstract bool IsFor(Gate gate);
}
