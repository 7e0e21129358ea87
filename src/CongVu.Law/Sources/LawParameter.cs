namespace CongVu.Law;

/// <summary>Kinds of parameter.</summary>
public enum ParameterKind
{
    Money,
    Coefficient,
    Ratio,
    Integer,
    Months,
    Table,
    CodeList,
    Procedure,
}

/// <summary>Which day of a case selects the value of a parameter.</summary>
public enum DateRole
{
    /// <summary>The month that is paid.</summary>
    PayDay,

    /// <summary>The day a condition is assessed on.</summary>
    AssessmentDay,

    /// <summary>The day the question is asked for: what does the law of that day say.</summary>
    AskedDay,

    /// <summary>The day from which a fact of the record holds.</summary>
    FactDay,
}

/// <summary>A parameter of the law as the register lists it, whatever its type.</summary>
/// <param name="Unit">In Vietnamese: "đồng/tháng"; null for tables and code lists.</param>
/// <param name="Checked">Day its values were last compared with their sources.</param>
/// <param name="File">Path relative to the law folder.</param>
/// <param name="Values">Dated values, boxed: long, <see cref="Coefficient"/>, <see cref="Percent"/>, int, <see cref="LawTable"/>, <see cref="CodeList"/> or <see cref="Procedure"/>.</param>
public sealed record LawParameter(
    ParameterName Name, ParameterKind Kind, string? Unit, DateRole DateRole, DateOnly Checked, string File, Timeline<object> Values)
{
    /// <summary>What a province may decide for itself; null when it may not, or when nothing national is there to depart from.</summary>
    public LocalRule? LocalRule { get; init; }

    /// <summary>Declared columns of a table, in order; empty for any other kind.</summary>
    public IReadOnlyList<LawColumn> Columns { get; init; } = [];
}
