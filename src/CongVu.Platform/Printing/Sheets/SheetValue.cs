namespace CongVu.Platform.Printing.Sheets;

/// <summary>A value in a cell of a <see cref="ReportSheet"/>.</summary>
public readonly record struct SheetValue
{
    private SheetValue(SheetValueKind kind, string? text, decimal? number, DateOnly? day, int decimals) =>
        (Kind, TextValue, NumberValue, DayValue, Decimals) = (kind, text, number, day, decimals);

    internal SheetValueKind Kind { get; }

    internal string? TextValue { get; }

    internal decimal? NumberValue { get; }

    internal DateOnly? DayValue { get; }

    internal int Decimals { get; }

    /// <summary>Text; long ones wrap.</summary>
    public static implicit operator SheetValue(string? text) => new(SheetValueKind.Text, text, null, null, 0);

    /// <summary>A whole number; null leaves the cell empty.</summary>
    public static SheetValue Integer(long? value) => new(SheetValueKind.Integer, null, value, null, 0);

    /// <summary>A number with 1 to 6 decimals.</summary>
    public static SheetValue Number(decimal? value, int decimals = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decimals, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, XlsxStyles.MaxDecimals);
        return new(SheetValueKind.Decimal, null, value, null, decimals);
    }

    /// <summary>An amount in đồng.</summary>
    public static SheetValue Money(long? value) => new(SheetValueKind.Money, null, value, null, 0);

    /// <summary>A day.</summary>
    public static SheetValue Day(DateOnly? value) => new(SheetValueKind.Date, null, null, value, 0);
}
