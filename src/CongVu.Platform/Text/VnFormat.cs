using System.Globalization;
using CongVu.Platform.Time;

namespace CongVu.Platform.Text;

/// <summary>
/// How values are written on Vietnamese screens and papers. The number format is spelled out here instead of being
/// taken from the machine's locale data, so that every node and every container writes the same text.
/// </summary>
public static class VnFormat
{
    /// <summary>Dot groups thousands, comma separates decimals.</summary>
    public static readonly NumberFormatInfo Numbers = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    });

    /// <summary><c>31/12/2024</c>; empty text for no date.</summary>
    public static string Date(DateOnly? date) =>
        date is { } d ? d.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "";

    /// <summary><c>ngày 01 tháng 3 năm 2026</c>: zero only before one-digit days and the months 1 and 2, as Nghị định 30/2020 asks.</summary>
    public static string DateInWords(DateOnly date)
    {
        var month = date.Month < 3 ? $"0{date.Month}" : date.Month.ToString(CultureInfo.InvariantCulture);
        return $"ngày {date.Day:00} tháng {month} năm {date.Year}";
    }

    /// <summary><c>31/12/2024 15:04</c> on Vietnamese clocks (UTC+7, no summer time).</summary>
    public static string Instant(DateTimeOffset? instant) =>
        instant is { } i ? i.ToOffset(VietnamTime.Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary><c>12.852.400 đ</c> (no-break space, so the unit never falls to the next line).</summary>
    public static string Money(long? dong) => dong is { } v ? Count(v) + "\u00a0đ" : "";

    /// <summary><c>1.204</c>.</summary>
    public static string Count(long? value) => value is { } v ? v.ToString("#,##0", Numbers) : "";

    /// <summary>A salary coefficient with two decimals: <c>4,98</c>.</summary>
    public static string Coefficient(decimal? value) => value is { } v ? v.ToString("#,##0.00", Numbers) : "";

    /// <summary>Any number, with at most <paramref name="decimals"/> decimals and no trailing zeros: <c>19,3</c>.</summary>
    public static string Number(decimal? value, int decimals = 2) =>
        value is { } v ? v.ToString("#,##0." + new string('#', decimals), Numbers) : "";

    /// <summary>A percentage given in percent (19.3 → <c>19,3%</c>), at most one decimal.</summary>
    public static string Percent(decimal? percent) => percent is { } v ? Number(v, 1) + "%" : "";

    /// <summary>A ratio as a percentage: 1 of 3 → <c>33,3%</c>; <c>–</c> when there is nothing to divide by.</summary>
    public static string Share(long part, long whole) => whole == 0 ? "–" : Percent(100m * part / whole);

    /// <summary>
    /// How far a deadline is, in words: <c>còn 12 ngày</c>, <c>hạn hôm nay</c>, <c>quá hạn 3 ngày</c>; beyond two months in whole
    /// months (<c>còn 2 năm 9 tháng</c>), because nobody counts a thousand days.
    /// </summary>
    public static string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "hạn hôm nay",
        1 => "hạn ngày mai",
        > 60 => "còn " + Months(WholeMonths(today, due)),
        < -60 => "quá hạn " + Months(WholeMonths(due, today)),
        > 0 and var days => $"còn {days} ngày",
        var days => $"quá hạn {-days} ngày",
    };

    private static int WholeMonths(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);

    /// <summary>A span of time in words: <c>từ 01/01/2024 đến 30/06/2025</c>, <c>từ 01/07/2025</c>.</summary>
    public static string Span(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "không thời hạn",
        ({ } f, null) => $"từ {Date(f)}",
        (null, { } t) => $"đến {Date(t)}",
        ({ } f, { } t) when f == t => $"ngày {Date(f)}",
        ({ } f, { } t) => $"từ {Date(f)} đến {Date(t)}",
    };

    /// <summary>A months count as people say it: 41 → <c>3 năm 5 tháng</c>.</summary>
    public static string Months(int months) => (months / 12, months % 12) switch
    {
        (0, var m) => $"{m} tháng",
        (var y, 0) => $"{y} năm",
        var (y, m) => $"{y} năm {m} tháng",
    };

    /// <summary><c>2,4 MB</c>.</summary>
    public static string FileSize(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => Number(bytes / 1024m, 0) + " KB",
        _ => Number(bytes / 1048576m, 1) + " MB",
    };
}
