namespace CongVu.Reform.Reading;

/// <summary>What a column of a task table tells.</summary>
internal enum ColumnRole
{
    Unknown,
    Number,
    Group,
    Task,
    Product,
    Lead,
    Support,
    LeadAndSupport,
    Time,
    Start,
    End,
    /// <summary>A year, quarter or month as a column of its own, marked with a cross.</summary>
    TimeMark,
    /// <summary>Known and kept, but not tracked: money, notes, submitting body.</summary>
    Note,
    /// <summary>A goal and its numbers; makes a table one of goals.</summary>
    Goal,
    /// <summary>Unit of measure, base value: columns of goal tables.</summary>
    Measure,
}

/// <summary>A column of a table: its role, its label and the grid columns it covers.</summary>
internal sealed record PlanColumn(ColumnRole Role, string Label, int Start, int Span)
{
    public int End => Start + Span;
}
