namespace CongVu.Reform.Reading;

internal enum DatePrecision { Day, Month, Quarter, Half, Year }

/// <summary>A date, month, quarter, half-year or year named in a text. The year may be missing ("quý II").</summary>
/// <param name="Precision">How exact it is.</param>
/// <param name="Year">Null when the text gives none.</param>
/// <param name="Part">Month, quarter or half; 0 for a year.</param>
/// <param name="Day">Day of the month; 0 for all but days.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="End">Character after the last.</param>
internal sealed record DateMention(DatePrecision Precision, int? Year, int Part, int Day, int Start, int End)
{
    /// <summary>True for a day that does not exist, such as 31/02.</summary>
    public bool Impossible => Precision == DatePrecision.Day && (Part is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year ?? 2024, Part));

    public DateOnly? First => Year is not { } y || Impossible ? null : Precision switch
    {
        DatePrecision.Day => new DateOnly(y, Part, Day),
        DatePrecision.Month => new DateOnly(y, Part, 1),
        DatePrecision.Quarter => new DateOnly(y, (Part * 3) - 2, 1),
        DatePrecision.Half => new DateOnly(y, (Part * 6) - 5, 1),
        _ => new DateOnly(y, 1, 1),
    };

    public DateOnly? Last => Year is not { } y || Impossible ? null : Precision switch
    {
        DatePrecision.Day => new DateOnly(y, Part, Day),
        DatePrecision.Month => EndOfMonth(y, Part),
        DatePrecision.Quarter => EndOfMonth(y, Part * 3),
        DatePrecision.Half => EndOfMonth(y, Part * 6),
        _ => new DateOnly(y, 12, 31),
    };

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
