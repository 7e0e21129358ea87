using System.Globalization;
using CongVu.Platform.Text;

namespace CongVu.Platform.Printing.Administrative;

/// <summary>Number and notation: "Số: 05/QĐ-SNV".</summary>
/// <param name="Value">The number in the register, from 1; null while the document has none.</param>
/// <param name="Notation">What follows the slash, for example "QĐ-SNV" or, for a công văn, "SNV-VP".</param>
public sealed record DocumentNumber(int? Value, string Notation)
{
    /// <summary>The notation of a type at an agency: "QĐ-SNV".</summary>
    public static DocumentNumber Of(int? value, DocumentType type, string agencyCode) => new(value, $"{type.Abbreviation}-{agencyCode}");

    /// <summary>"05/QĐ-SNV", or room to write the number by hand: "      /QĐ-SNV".</summary>
    public override string ToString() =>
        (Value is { } n ? n.ToString("00", CultureInfo.InvariantCulture) : new string(' ', 6)) + "/" + Notation;
}

/// <summary>The day a document is issued; the day and month stay open until it is signed.</summary>
public readonly record struct IssueDate
{
    private IssueDate(DateOnly? day, int year) => (Day, Year) = (day, year);

    /// <summary>The day, when it is known.</summary>
    public DateOnly? Day { get; }

    /// <summary>The year, always printed.</summary>
    public int Year { get; }

    /// <summary>A known day.</summary>
    public static IssueDate On(DateOnly day) => new(day, day.Year);

    /// <summary>Day and month to be filled in at signing.</summary>
    public static IssueDate Open(int year) => new(null, year);

    /// <summary>"ngày 05 tháng 02 năm 2026", or room to write day and month by hand.</summary>
    public override string ToString() =>
        Day is { } day ? VnFormat.DateInWords(day) : $"ngày     tháng     năm {Year}";
}
