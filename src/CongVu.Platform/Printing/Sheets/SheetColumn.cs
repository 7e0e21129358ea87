namespace CongVu.Platform.Printing.Sheets;

/// <summary>What kind of value a column holds; it decides format and alignment, in Excel and in CSV alike.</summary>
public enum SheetValueKind
{
    /// <summary>Always text, never a formula: "=1+1" stays these four signs.</summary>
    Text,

    /// <summary>A whole number without groups: counts, years, ordinal numbers.</summary>
    Integer,

    /// <summary>A number with a fixed count of decimals: 4,98.</summary>
    Decimal,

    /// <summary>Đồng, in groups of three: 12.852.400.</summary>
    Money,

    /// <summary>A day: 01/03/2026.</summary>
    Date,
}

/// <summary>A typed column over rows of <typeparamref name="T"/>; made by <see cref="SheetColumn"/>. A null value is an empty cell.</summary>
public sealed class SheetColumn<T>
{
    internal SheetColumn(string header, double width, SheetValueKind kind, int decimals = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        (Header, Width, Kind, Decimals) = (header, width, kind, decimals);
    }

    /// <summary>The heading.</summary>
    public string Header { get; }

    /// <summary>Width in characters, as Excel counts it.</summary>
    public double Width { get; }

    /// <summary>The kind of value.</summary>
    public SheetValueKind Kind { get; }

    /// <summary>Decimals shown, for <see cref="SheetValueKind.Decimal"/>.</summary>
    public int Decimals { get; }

    internal Func<T, string?>? Text { get; init; }

    internal Func<T, long?>? Whole { get; init; }

    internal Func<T, decimal?>? Number { get; init; }

    internal Func<T, DateOnly?>? Day { get; init; }
}

/// <summary>Makes columns.</summary>
public static class SheetColumn
{
    /// <summary>A column of text.</summary>
    public static SheetColumn<T> Text<T>(string header, Func<T, string?> value, double width = 20) =>
        new(header, width, SheetValueKind.Text) { Text = value };

    /// <summary>A column of whole numbers.</summary>
    public static SheetColumn<T> Integer<T>(string header, Func<T, long?> value, double width = 10) =>
        new(header, width, SheetValueKind.Integer) { Whole = value };

    /// <summary>A column of numbers with 1 to 6 decimals; salary coefficients have two.</summary>
    public static SheetColumn<T> Decimal<T>(string header, Func<T, decimal?> value, int decimals = 2, double width = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decimals, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, XlsxStyles.MaxDecimals);
        return new(header, width, SheetValueKind.Decimal, decimals) { Number = value };
    }

    /// <summary>A column of amounts in đồng.</summary>
    public static SheetColumn<T> Money<T>(string header, Func<T, long?> value, double width = 16) =>
        new(header, width, SheetValueKind.Money) { Whole = value };

    /// <summary>A column of days.</summary>
    public static SheetColumn<T> Date<T>(string header, Func<T, DateOnly?> value, double width = 12) =>
        new(header, width, SheetValueKind.Date) { Day = value };
}

/// <summary>A list to export: what stands above it and its columns. The rows come separately, as a stream.</summary>
public sealed record SheetTable<T>
{
    /// <summary>The columns from left to right, 1 to 16,384.</summary>
    public required IReadOnlyList<SheetColumn<T>> Columns { get; init; }

    /// <summary>Name of the sheet.</summary>
    public string Name { get; init; } = "Danh sách";

    /// <summary>Lines above the heading: the title first, then "Tính đến ngày …", the filters used, and the like.</summary>
    public IReadOnlyList<string> TitleLines { get; init; } = [];

    /// <summary>Printed on its side.</summary>
    public bool Landscape { get; init; } = true;
}
