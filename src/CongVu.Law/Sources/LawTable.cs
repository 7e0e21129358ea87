using System.Globalization;

namespace CongVu.Law;

/// <summary>A table parameter in one stretch of time: rows of typed cells, each row with its own source where it differs.</summary>
public sealed record LawTable(IReadOnlyList<LawRow> Rows);

/// <summary>A declared column of a table parameter.</summary>
/// <param name="Kind">As the data files write it: <c>money</c>, <c>coefficient</c>, <c>month</c>…</param>
public sealed record LawColumn(string Name, string Kind, bool Optional, bool Key);

/// <summary>One row. Cells are typed by the table's declared columns; asking for another type or column is a programming error.</summary>
public sealed class LawRow
{
    private readonly Dictionary<string, object> cells;

    internal LawRow(Dictionary<string, object> cells, Citation source, Verification verification, DateOnly? from, DateOnly? until, FilePlace place)
    {
        this.cells = cells;
        Source = source;
        Verification = verification;
        From = from;
        Until = until;
        Place = place;
    }

    public Citation Source { get; }

    public Verification Verification { get; }

    /// <summary>First day the row holds, when later than its table.</summary>
    public DateOnly? From { get; }

    /// <summary>Last day the row holds, when earlier than its table.</summary>
    public DateOnly? Until { get; }

    internal FilePlace Place { get; }

    /// <summary>Whether the row holds on a day (both ends counted).</summary>
    public bool IsValid(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);

    /// <summary>A code or text cell.</summary>
    public string Text(string column) => (string)cells[column];

    /// <summary>A code or text cell that a row may leave out.</summary>
    public string? OptionalText(string column) => cells.TryGetValue(column, out var cell) ? (string)cell : null;

    /// <summary>A whole number or number of months.</summary>
    public int Integer(string column) => (int)cells[column];

    public Coefficient Coefficient(string column) => (Coefficient)cells[column];

    public Percent Ratio(string column) => (Percent)cells[column];

    /// <summary>An amount in đồng.</summary>
    public long Money(string column) => (long)cells[column];

    /// <summary>Columns and cells in one text, for hashing and comparing.</summary>
    public string Canonical() => string.Join(", ", cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={Written(c.Value)}"));

    private static string Written(object cell) => cell switch
    {
        Coefficient coefficient => coefficient.ToInvariant(),
        Percent percent => percent.ToInvariant() + "%",
        DateOnly month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => FormattableString.Invariant($"{cell}"),
    };

    /// <summary>A cell as typed by its column (long, <see cref="CongVu.Law.Coefficient"/>, <see cref="Percent"/>, int, string, DateOnly); null when the row leaves it out.</summary>
    public object? Cell(string column) => cells.GetValueOrDefault(column);

    /// <summary>A month, given by its first day, that a row may leave out.</summary>
    public DateOnly? OptionalMonth(string column) => cells.TryGetValue(column, out var cell) ? (DateOnly)cell : null;
}
