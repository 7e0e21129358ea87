using System.Linq.Expressions;
using CongVu.Platform.Text;
using CongVu.Platform.Time;
using Microsoft.AspNetCore.Html;

namespace CongVu.Platform.Web;

/// <summary>What a column holds; decides how a value is written, how it is aligned, and its cell type in an export.</summary>
public enum CellKind
{
    Text,
    Date,
    Instant,
    Count,
    Money,
    Coefficient,
    Percent,
    Flag,
}

/// <summary>One declared column. The same declaration draws the screen and feeds the export.</summary>
public sealed record TableColumn<T>(string Key, string Title, Func<T, object?> Value, CellKind Kind = CellKind.Text)
{
    /// <summary>Orders by this in the database; a column without it cannot be sorted.</summary>
    public Expression<Func<T, object?>>? SortBy { get; init; }

    /// <summary>Sortable by the page's own query, which reads <see cref="TableQuery.Sort"/>.</summary>
    public bool Sortable { get; init; }

    /// <summary>On screen until the person chooses otherwise.</summary>
    public bool Shown { get; init; } = true;

    /// <summary>Cannot be switched off: what tells one row from another.</summary>
    public bool Fixed { get; init; }

    /// <summary>Left out on a phone, where it may still be read on the row's own page.</summary>
    public bool Wide { get; init; }

    /// <summary>Where the cell leads.</summary>
    public Func<T, string?>? Url { get; init; }

    /// <summary>Draws the cell on screen instead of the plain value; the export still takes <see cref="Value"/>.</summary>
    public Func<T, IHtmlContent>? Show { get; init; }

    /// <summary>Explains the column's heading.</summary>
    public string? Hint { get; init; }

    internal bool CanSort => Sortable || SortBy is not null;

    internal bool IsNumber => Kind is CellKind.Count or CellKind.Money or CellKind.Coefficient or CellKind.Percent;

    /// <summary>The value as text, as screen and CSV write it.</summary>
    public string Text(T row) => CellText.Of(Value(row), Kind);
}

/// <summary>Values as text.</summary>
public static class CellText
{
    /// <summary>The value as people read it; an empty text for no value.</summary>
    public static string Of(object? value, CellKind kind) => (value, kind) switch
    {
        (null, _) => "",
        (string text, _) => text,
        (DateOnly date, _) => VnFormat.Date(date),
        (DateTimeOffset instant, CellKind.Date) => VnFormat.Date(VietnamTime.DayOf(instant)),
        (DateTimeOffset instant, _) => VnFormat.Instant(instant),
        (DateTime instant, CellKind.Date) => VnFormat.Date(VietnamTime.DayOf(instant)),
        (DateTime instant, _) => VnFormat.Instant(instant),
        (bool flag, _) => flag ? "Có" : "Không",
        (long number, CellKind.Money) => VnFormat.Money(number),
        (int number, CellKind.Money) => VnFormat.Money(number),
        (long number, CellKind.Count) => VnFormat.Count(number),
        (int number, CellKind.Count) => VnFormat.Count(number),
        (_, CellKind.Coefficient) => VnFormat.Coefficient(AsDecimal(value)),
        (_, CellKind.Percent) => VnFormat.Percent(AsDecimal(value)),
        (decimal number, _) => VnFormat.Number(number, 4),
        _ => Convert.ToString(value, VnFormat.Numbers) ?? "",
    };

    private static decimal AsDecimal(object value) => Convert.ToDecimal(value, VnFormat.Numbers);
}
