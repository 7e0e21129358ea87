namespace CongVu.Platform.Web;

/// <summary>Bars over time.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="From">First day of the scale.</param>
/// <param name="To">Last day of the scale.</param>
/// <param name="Today">Marked by a line when it is on the scale.</param>
public sealed record GanttModel(string Title, DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<GanttRow> Rows);

/// <summary>One task with its bars.</summary>
/// <param name="Group">Heading it stands under; rows of a group follow each other.</param>
public sealed record GanttRow(string Label, IReadOnlyList<GanttBar> Bars, string? Url = null, string? Group = null);

/// <summary>One bar.</summary>
/// <param name="State">A name of <see cref="BadgeStates"/>.</param>
/// <param name="Text">Said on hover and to screen readers, after the dates.</param>
public sealed record GanttBar(DateOnly From, DateOnly To, string State, string? Text = null);
